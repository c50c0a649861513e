package be.quartier.shop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A merchant's list: what each line becomes, and that nothing changes before it is confirmed, nor twice. */
@QuartierTest
class ImportsTests {

    private static final String LIST = """
            Nom;Prix;Unité;Stock;TVA;Référence;Description
            Pain gris;3,20;pièce;12;6 %;P1;"Farine ; et ""levain""\"
            Pommes;2,40;kg;12,5;;P2;
            ;4,00;;;;;
            Tarte;cher;;;;;
            Bière;2,60;;beaucoup;19;;
            pain gris encore;3,20;;;;P1;
            """;

    @Autowired
    TestCommunes communes;

    @Autowired
    Goods goods;

    @Autowired
    Imports imports;

    @Autowired
    Catalogue catalogue;

    private Commune here;
    private UUID baker;

    @BeforeEach
    void aBaker() {
        here = communes.fresh();
        baker = Tenancy.in(here.id(), () -> goods.merchant(1, "La Mie", "bakery"));
    }

    @Test
    void everyLineIsShownWithItsReasonsBeforeAnythingChanges() {
        Tenancy.run(here.id(), () -> {
            UUID list = send(LIST.getBytes(StandardCharsets.UTF_8));
            List<ImportRow> rows = imports.preview(baker, list).orElseThrow();
            assertThat(rows).extracting(ImportRow::line).containsExactly(2, 3, 4, 5, 6, 7);
            assertThat(rows)
                    .extracting(ImportRow::faults)
                    .containsExactly(
                            List.of(),
                            List.of(),
                            List.of("name"),
                            List.of("price"),
                            List.of("vat", "stock"),
                            List.of("twice"));
            assertThat(rows.getFirst().description()).isEqualTo("Farine ; et \"levain\"");
            assertThat(rows.get(1).stock()).hasValue(12_500);
            assertThat(rows.get(1).variant().unit()).isEqualTo(Unit.KILOGRAM);
            assertThat(all()).isEmpty();
        });
    }

    @Test
    void aConfirmedListIsTakenOverOnceAndAKnownNumberChangesPriceAndStock() {
        Tenancy.run(here.id(), () -> {
            UUID list = send(LIST.getBytes(StandardCharsets.UTF_8));
            assertThat(imports.confirm(baker, list, Language.FR, Goods.BY)).isEqualTo(2);
            assertThat(imports.confirm(baker, list, Language.FR, Goods.BY)).isZero();
            assertThat(all()).hasSize(2).allMatch(product -> product.state() == ProductState.DRAFT);
            UUID again =
                    send("référence,prix,nom,stock\nP1,3.40,Pain gris,\n".getBytes(Charset.forName("windows-1252")));
            assertThat(imports.preview(baker, again).orElseThrow().getFirst().known())
                    .isPresent();
            assertThat(imports.confirm(baker, again, Language.FR, Goods.BY)).isEqualTo(1);
            assertThat(all()).hasSize(2);
            Variant bread = all().stream()
                    .filter(product -> product.facts().name().equals("Pain gris"))
                    .findFirst()
                    .orElseThrow()
                    .variants()
                    .getFirst();
            assertThat(bread.facts().priceCents()).isEqualTo(340);
            assertThat(bread.available()).isEqualTo(OptionalLong.empty());
        });
    }

    @Test
    void aListIsItsMerchantsOwnAndNeedsTheNamesOfItsColumns() {
        Tenancy.run(here.id(), () -> {
            UUID other = goods.merchant(2, "Autre", "grocery");
            UUID list = send(LIST.getBytes(StandardCharsets.UTF_8));
            assertThat(imports.preview(other, list)).isEmpty();
            assertThat(imports.confirm(other, list, Language.FR, Goods.BY)).isZero();
            assertThat(imports.send(baker, "Pain;3,20\n".getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
            assertThat(imports.send(baker, "nom;prix\n".getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
            assertThat(imports.send(baker, new byte[] {0, 1, 2})).isEmpty();
            String long1 = "nom;prix\n" + "Pain;1,00\n".repeat(Imports.LINES_MAX + 1);
            assertThat(imports.send(baker, long1.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        });
    }

    private UUID send(byte[] file) {
        return imports.send(baker, file).orElseThrow();
    }

    private List<Product> all() {
        return catalogue.of(baker, "", Optional.empty(), Catalogue.NEWEST, 10);
    }
}
