package be.quartier.shop.catalogue;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.people.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A merchant's list of products: read and shown first, line by line with what is wrong, and taken over when the merchant confirms.
 * New products are drafts, because what is published has a picture; lines with a known number change price and stock.
 */
@Service
public class Imports {

    /** Largest file. */
    public static final int BYTES_MAX = 500_000;

    /** Most lines of one list. */
    public static final int LINES_MAX = 1_000;

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final ProductRows products;
    private final Catalogue catalogue;
    private final Variants variants;
    private final Merchants merchants;
    private final Ids ids;
    private final InstantSource clock;

    Imports(
            JdbcClient jdbc,
            ProductRows products,
            Catalogue catalogue,
            Variants variants,
            Merchants merchants,
            Ids ids,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.products = products;
        this.catalogue = catalogue;
        this.variants = variants;
        this.merchants = merchants;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps a list for its preview; empty when it has no line of names with a name and a price, or too many lines. */
    @Transactional
    public Optional<UUID> send(UUID merchant, byte[] file) {
        String text = ImportReader.text(file);
        if (file.length > BYTES_MAX
                || ImportReader.lines(text)
                        .filter(lines -> !lines.isEmpty() && lines.size() <= LINES_MAX)
                        .isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from product_import where commune_id = :commune and sent_at < :then")
                .param("commune", commune().value())
                .param("then", now.minus(KEPT))
                .update();
        UUID id = ids.uuid();
        jdbc.sql("""
            insert into product_import (commune_id, id, merchant_id, content, sent_at)
            values (:commune, :id, :merchant, :content, :now)
            """)
                .param("commune", commune().value())
                .param("id", id)
                .param("merchant", merchant)
                .param("content", text)
                .param("now", now)
                .update();
        return Optional.of(id);
    }

    /** What would become of each line of a list of this merchant that is not confirmed yet. */
    @Transactional(readOnly = true)
    public Optional<List<ImportRow>> preview(UUID merchant, UUID id) {
        return jdbc.sql("""
                select content
                from product_import
                where commune_id = :commune
                  and id = :id
                  and merchant_id = :merchant
                  and confirmed_at is null
                """)
                .param("commune", commune().value())
                .param("id", id)
                .param("merchant", merchant)
                .query((row, number) -> row.getString("content"))
                .optional()
                .flatMap(ImportReader::lines)
                .map(lines -> rows(merchant, lines));
    }

    /** Takes over the good lines; how many. Nothing, when it was confirmed before. */
    @Transactional
    public int confirm(UUID merchant, UUID id, Language language, Actor by) {
        List<ImportRow> rows = preview(merchant, id).orElse(List.of());
        int claimed = jdbc.sql("""
            update product_import
            set confirmed_at = :now
            where commune_id = :commune
              and id = :id
              and merchant_id = :merchant
              and confirmed_at is null
            """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("commune", commune().value())
                .param("id", id)
                .param("merchant", merchant)
                .update();
        int taken = 0;
        if (claimed == 1) {
            for (ImportRow row : rows) {
                taken += row.good() && take(merchant, id, row, language, by) == Outcome.DONE ? 1 : 0;
            }
        }
        return taken;
    }

    private Outcome take(UUID merchant, UUID list, ImportRow row, Language language, Actor by) {
        if (row.known().isEmpty()) {
            ProductFacts bare = ProductFacts.named(row.name(), language, row.vatPermille());
            ProductFacts facts = new ProductFacts(
                    bare.name(),
                    row.description(),
                    language,
                    bare.vatPermille(),
                    bare.allergens(),
                    bare.minimumAge(),
                    bare.storage(),
                    bare.season(),
                    "",
                    Optional.empty());
            UUID id = UUID.nameUUIDFromBytes((list + " " + row.line()).getBytes(StandardCharsets.UTF_8));
            return catalogue.enter(merchant, id, facts, row.variant(), row.stock(), by);
        }
        UUID product = row.known().get();
        Optional<Variant> variant = bySku(product, row.variant().sku());
        if (variant.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        UUID id = variant.get().id();
        Outcome priced = variants.change(
                merchant, product, id, variant.get().facts().at(row.variant().priceCents()), by);
        OptionalLong seen = variant.get().available();
        return priced == Outcome.DONE ? variants.count(merchant, product, id, seen, row.stock(), by) : priced;
    }

    private Optional<Variant> bySku(UUID product, String sku) {
        return products.find(commune(), product).stream()
                .flatMap(found -> found.variants().stream())
                .filter(variant -> variant.facts().sku().equals(sku))
                .findFirst();
    }

    private List<ImportRow> rows(UUID merchant, List<ImportReader.Line> lines) {
        int vat =
                merchants.find(merchant).map(Merchant::trade).map(UsualVat::of).orElse(UsualVat.STANDARD);
        List<ImportRow> rows = new ArrayList<>();
        for (ImportReader.Line line : lines) {
            ImportRow row = ImportReader.read(line, vat);
            String sku = row.variant().sku();
            Optional<UUID> known = sku.isEmpty() ? Optional.empty() : products.withSku(commune(), merchant, sku);
            List<String> faults = new ArrayList<>(row.faults());
            boolean again = rows.stream()
                    .anyMatch(before -> sku.isEmpty()
                            ? before.name().equalsIgnoreCase(row.name())
                            : before.variant().sku().equals(sku));
            if (again) {
                faults.add("twice");
            }
            boolean twin = known.isEmpty()
                    && !products.named(commune(), merchant, row.name(), new UUID(0, 0))
                            .isEmpty();
            rows.add(new ImportRow(
                    row.line(),
                    row.name(),
                    row.description(),
                    row.vatPermille(),
                    row.variant(),
                    row.stock(),
                    known,
                    twin,
                    faults));
        }
        return rows;
    }

    private static CommuneId commune() {
        return Tenancy.required();
    }
}
