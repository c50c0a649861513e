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
import org.springframework.context.annotation.Import;

/** What the search finds, in which order, and what it never shows. */
@QuartierTest
@Import(Goods.class)
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
