package be.quartier.shop.front;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.shop.catalogue.Catalogue;
import be.quartier.shop.catalogue.Goods;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the search finds, in which order, and what it never shows. */
@QuartierTest
class SearchTests {

    @Autowired
    TestCommunes communes;

    @Autowired
    Goods goods;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Search search;

    @Autowired
    Sellers sellers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private Commune here;
    private UUID baker;

    @BeforeEach
    void aTown() {
        here = communes.fresh();
        baker = Tenancy.in(here.id(), () -> goods.merchant(1, "La Mie dorée", "bakery"));
        Tenancy.run(here.id(), () -> {
            goods.sold(baker, "Pain au levain", "Farine de la vallée, croûte épaisse.", Language.FR);
            goods.sold(baker, "Tarte aux pommes", "Servie avec du pain ? Non : avec de la crème.", Language.FR);
            goods.sold(baker, "Boerenbrood", "Met zuurdesem uit eigen bakkerij", Language.NL);
            goods.sold(baker, "Crème brûlée", "Œufs et vanille", Language.FR);
        });
    }

    @Test
    void accentsPluralsAndLanguagesAreForgiven() {
        assertThat(names("pains")).startsWith("Pain au levain");
        assertThat(names("creme brulee")).containsExactly("Crème brûlée");
        assertThat(names("CRÈMES")).contains("Crème brûlée");
        assertThat(names("oeufs")).containsExactly("Crème brûlée");
        assertThat(names("le pain au levain")).containsExactly("Pain au levain");
        assertThat(names("tarte à la pomme")).containsExactly("Tarte aux pommes");
        assertThat(names("zuurdesem")).containsExactly("Boerenbrood");
    }

    @Test
    void aNameCountsMoreThanADescription() {
        assertThat(names("pain")).containsExactly("Pain au levain", "Tarte aux pommes");
    }

    @Test
    void aWrongLetterIsForgivenAndSaid() {
        assertThat(names("levian")).containsExactly("Pain au levain");
        assertThat(names("boerenbrod")).containsExactly("Boerenbrood");
        assertThat(names("boernbrooot")).containsExactly("Boerenbrood");
        assertThat(names("leva")).as("the beginning of a word").containsExactly("Pain au levain");
        assertThat(names("xylophone")).isEmpty();
        Found found = Tenancy.in(here.id(), () -> search.find("levian", List.of(baker), Optional.empty()));
        assertThat(found.meant()).isEqualTo("levain");
    }

    @Test
    void theNameAndTradeOfAShopFindItsGoodsInEveryLanguage() {
        assertThat(names("dorée")).hasSize(4);
        assertThat(names("bakkerij pain")).contains("Pain au levain");
    }

    @Test
    void whatIsNotOnSaleIsNotFound() {
        Tenancy.run(here.id(), () -> {
            UUID gone = goods.sold(baker, "Cougnou", "", Language.FR);
            assertThat(names("cougnou")).hasSize(1);
            catalogue.withdraw(baker, gone, Goods.BY);
            assertThat(names("cougnou")).isEmpty();
            assertThat(search.find("", List.of(), Optional.empty()).products()).isEmpty();
            assertThat(search.find("pain", List.of(new UUID(3, 3)), Optional.empty())
                            .products())
                    .isEmpty();
        });
        Commune there = communes.fresh();
        assertThat(Tenancy.in(there.id(), () -> search.find("pain", List.of(baker), Optional.empty()))
                        .products())
                .as("another commune")
                .isEmpty();
        assertThat(Tenancy.in(there.id(), () -> search.find("levian", List.of(baker), Optional.empty()))
                        .meant())
                .as("its words")
                .isEmpty();
    }

    @Test
    void pagesGiveEachProductOnce() {
        Tenancy.run(here.id(), () -> {
            for (int i = 0; i < 30; i++) {
                goods.sold(baker, i % 2 == 0 ? "Biscuit " + i : "Sablé " + i, "biscuits fins biscuit", Language.FR);
            }
            assertThat(all("biscuit")).hasSize(30).doesNotHaveDuplicates();
            assertThat(all("")).hasSize(34).doesNotHaveDuplicates();
        });
    }

    @Test
    void frequentWordsThatSeldomMeetAreFoundHoweverFarTheyStand() {
        Tenancy.run(here.id(), () -> {
            goods.sold(baker, "Galette bleue rare", "", Language.FR);
            copies(goods.sold(baker, "Galette", "", Language.FR), 310);
            copies(goods.sold(baker, "Couque bleue", "", Language.FR), 310);
            assertThat(all("galette bleue")).containsExactly("Galette bleue rare");
            assertThat(all("galette")).hasSize(312).doesNotHaveDuplicates();
            assertThat(all("galette tarte")).isEmpty();
        });
    }

    private void copies(UUID product, int many) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("""
                insert into product (commune_id, id, merchant_id, name, language, state, vat_permille, created_at, updated_at)
                select p.commune_id, gen_random_uuid(), p.merchant_id, p.name || ' ' || n, p.language, p.state, p.vat_permille,
                  p.created_at, p.updated_at
                from product p, generate_series(1, :many) as n
                where p.id = :id
                """).param("id", product).param("many", many).update();
            jdbc.sql("""
                insert into product_word (commune_id, word, weight, product_id)
                select c.commune_id, w.word, w.weight, c.id
                from product p
                join product c on c.commune_id = p.commune_id and c.name like p.name || ' %'
                join product_word w on w.commune_id = p.commune_id and w.product_id = p.id
                where p.id = :id
                on conflict do nothing
                """).param("id", product).update();
        });
    }

    private List<String> all(String asked) {
        List<String> names = new ArrayList<>();
        Optional<Place> place = Optional.empty();
        do {
            Found found = search.find(asked, List.of(baker), place);
            found.products().forEach(product -> names.add(product.facts().name()));
            place = found.next();
        } while (place.isPresent());
        return names;
    }

    private List<String> names(String asked) {
        List<UUID> open = Tenancy.in(
                here.id(),
                () -> sellers.all().stream()
                        .map(seller -> seller.merchant().id())
                        .toList());
        return Tenancy.in(here.id(), () -> search.find(asked, open, Optional.empty())).products().stream()
                .map(product -> product.facts().name())
                .toList();
    }
}
