package be.quartier.shop.terms;

import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.shop.catalogue.Darkroom;
import be.quartier.shop.catalogue.Developed;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The picture each merchant of the commune of {@link Tenancy} shows of itself, without anything a camera wrote into it. */
@Component
@Transactional
public class ShopPhotos {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    ShopPhotos(JdbcClient jdbc, AuditTrail audit, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts a picture from the {@link Darkroom} in the place of the one before. */
    public void put(UUID merchant, Developed.Picture picture, Actor by) {
        jdbc.sql("""
                        insert into shop_photo (commune_id, merchant_id, id, list, page, taken_at)
                        values (:commune, :merchant, :id, :list, :page, :now)
                        on conflict (commune_id, merchant_id) do update
                        set id = excluded.id, list = excluded.list, page = excluded.page, taken_at = excluded.taken_at
                        """)
                .param("commune", Tenancy.required().value())
                .param("merchant", merchant)
                .param("id", ids.uuid())
                .param("list", picture.list())
                .param("page", picture.page())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(by, "shop.photo-changed", "merchant:" + merchant);
    }

    /** Takes the picture away; false when there is none. */
    public boolean remove(UUID merchant, Actor by) {
        boolean removed = jdbc.sql("delete from shop_photo where commune_id = :commune and merchant_id = :merchant")
                        .param("commune", Tenancy.required().value())
                        .param("merchant", merchant)
                        .update()
                == 1;
        if (removed) {
            audit.record(by, "shop.photo-removed", "merchant:" + merchant);
        }
        return removed;
    }

    /** The id of a merchant's picture, for its address. */
    @Transactional(readOnly = true)
    public Optional<UUID> of(UUID merchant) {
        return jdbc.sql("select id from shop_photo where commune_id = :commune and merchant_id = :merchant")
                .param("commune", Tenancy.required().value())
                .param("merchant", merchant)
                .query(UUID.class)
                .optional();
    }

    /** The JPEG file of a picture, small or large; empty when the merchant shows another by now. */
    @Transactional(readOnly = true)
    public Optional<byte[]> file(UUID merchant, UUID id, boolean large) {
        return jdbc.sql("select " + (large ? "page" : "list") + """
                         from shop_photo
                        where commune_id = :commune and merchant_id = :merchant and id = :id
                        """)
                .param("commune", Tenancy.required().value())
                .param("merchant", merchant)
                .param("id", id)
                .query(byte[].class)
                .optional();
    }
}
