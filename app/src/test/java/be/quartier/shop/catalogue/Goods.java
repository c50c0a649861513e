package be.quartier.shop.catalogue;

import be.quartier.commune.Language;
import be.quartier.installation.Ids;
import be.quartier.merchants.Applied;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Shops;
import be.quartier.people.Actor;
import be.quartier.testing.Fixture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Merchants with an open front and goods for tests, inside the tenancy of the caller. */
@Fixture
public class Goods {

    public static final Actor BY = new Actor.Operator();

    private final Merchants merchants;
    private final Catalogue catalogue;
    private final Darkroom darkroom;
    private final Ids ids;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Goods(
            Merchants merchants,
            Catalogue catalogue,
            Darkroom darkroom,
            Ids ids,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.merchants = merchants;
        this.catalogue = catalogue;
        this.darkroom = darkroom;
        this.ids = ids;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** An accepted merchant whose front is open. */
    public UUID merchant(int number, String name, String trade) {
        var applied = merchants.apply(Shops.of(number, name, trade), Optional.empty());
        UUID merchant = ((Applied.Waiting) applied).merchant();
        merchants.accept(merchant, Optional.of(new UUID(1, 1)));
        int commune = be.quartier.commune.Tenancy.required().value();
        transactions.executeWithoutResult(status -> jdbc.sql("""
                insert into shop_terms (commune_id, merchant_id, published_at, updated_at)
                values (:commune, :merchant, now(), now())
                """)
                .param("commune", commune)
                .param("merchant", merchant)
                .update());
        return merchant;
    }

    /** A draft without a picture. */
    public UUID draft(UUID merchant, String name, long cents, OptionalLong stock) {
        UUID id = ids.uuid();
        catalogue.enter(
                merchant,
                id,
                ProductFacts.named(name, Language.FR, 60),
                VariantFacts.priced(Unit.PIECE, cents),
                stock,
                BY);
        return id;
    }

    /** A product on sale. */
    public UUID sold(UUID merchant, String name, String description, Language language) {
        UUID id = ids.uuid();
        ProductFacts bare = ProductFacts.named(name, language, 60);
        ProductFacts facts = new ProductFacts(
                name,
                description,
                language,
                60,
                bare.allergens(),
                bare.minimumAge(),
                bare.storage(),
                bare.season(),
                "",
                Optional.empty());
        catalogue.enter(merchant, id, facts, VariantFacts.priced(Unit.PIECE, 350), OptionalLong.of(10), BY);
        catalogue.picture(merchant, id, picture(), BY);
        if (catalogue.publish(merchant, id, BY) != Outcome.DONE) {
            throw new IllegalStateException("not published");
        }
        return id;
    }

    public Developed.Picture picture() {
        return darkroom.print(image(800, 600));
    }

    /** A picture red on the left and blue on the right. */
    static BufferedImage image(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        return image;
    }

    public static byte[] file(int width, int height, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(width, height), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
