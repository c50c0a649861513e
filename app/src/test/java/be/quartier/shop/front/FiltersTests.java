package be.quartier.shop.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.shop.catalogue.Goods;
import be.quartier.shop.orders.TestShop;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.slots.Slots;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import be.quartier.vouchers.till.Phone;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a visitor may leave out of the shop, and the window of the season. */
@QuartierTest
class FiltersTests {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunes communes;

    @Autowired
    TestShop shop;

    @Autowired
    Goods goods;

    @Autowired
    Slots slots;

    private Street street;
    private UUID baker;
    private UUID florist;
    private UUID wreath;
    private Phone phone;

    @BeforeEach
    void twoShopsInTwoVillages() {
        Commune here = communes.fresh();
        street = shop.again(here);
        baker = street.in(() -> goods.merchant(1, "La Mie", "bakery"));
        florist = street.in(() -> goods.merchant(2, "La Rose", "florist"));
        street.in(() -> goods.sold(baker, "Pain gris", "", Language.FR));
        wreath = street.in(() -> goods.sold(florist, "Couronne", "", Language.FR));
        street.sql(
                "update establishment set town = 'Haut-Pré' where commune_id = :commune and merchant_id = :id",
                Map.of("id", florist));
        phone = new Phone(port, "/" + here.slug());
    }

    @Test
    void oneLocalityIsChosenAmongThoseOfTheShops() {
        phone.get("/shop");
        assertThat(phone.page()).contains("Localité ou quartier", "Haut-Pré", "Pain gris", "Couronne");
        phone.get("/shop?place=Haut-Pr%C3%A9");
        assertThat(phone.page()).contains("Couronne").doesNotContain("Pain gris");
        phone.get("/shop?place=Ailleurs");
        assertThat(phone.page()).doesNotContain("Couronne", "Pain gris");
    }

    @Test
    void whoDeliversTodayIsReadyBeforeASlotOfToday() {
        Instant from = Instant.now().plusSeconds(1_800);
        assumeTrue(Brussels.dateOf(from).equals(Brussels.dateOf(Instant.now())), "half an hour before midnight");
        terms(baker, "delivery = true, preparation_minutes = 0");
        terms(florist, "delivery = true, preparation_minutes = 120");
        phone.get("/shop?today=yes");
        assertThat(phone.page()).as("no slot today").doesNotContain("Pain gris", "Couronne");
        street.in(() -> slots.open(from, from.plusSeconds(3_600), from.minusSeconds(60), 3));
        phone.get("/shop?today=yes");
        assertThat(phone.page()).contains("Pain gris").doesNotContain("Couronne");
        terms(florist, "preparation_minutes = 5");
        phone.get("/shop?today=yes");
        assertThat(phone.page()).contains("Pain gris", "Couronne");
        terms(baker, "cut_off = '00:00:00'");
        phone.get("/shop?today=yes");
        assertThat(phone.page()).as("after its cut-off").contains("Couronne").doesNotContain("Pain gris");
    }

    @Test
    void theWindowOfTheSeasonHoldsWhatIsSoldInTheseDaysOnly() {
        phone.get("/shop/season");
        assertThat(phone.page()).contains("Rien de saison en ce moment");
        season(1);
        phone.get("/shop");
        assertThat(phone.page()).contains("De saison", "/shop/season");
        phone.get("/shop/season");
        assertThat(phone.page()).contains("Couronne").doesNotContain("Pain gris");
        season(-40);
        phone.get("/shop/season");
        assertThat(phone.page()).doesNotContain("Couronne");
    }

    /** The wreath is sold from so many days ago, or to come, for ten days. */
    private void season(int daysAgo) {
        var first = Brussels.dateOf(Instant.now()).minusDays(daysAgo);
        var last = first.plusDays(10);
        street.sql(
                """
                update product set season_from = :from, season_until = :until where commune_id = :commune and id = :id
                """,
                Map.of(
                        "id",
                        wreath,
                        "from",
                        first.getMonthValue() * 100 + first.getDayOfMonth(),
                        "until",
                        last.getMonthValue() * 100 + last.getDayOfMonth()));
    }

    private void terms(UUID merchant, String change) {
        street.sql(
                "update shop_terms set " + change + " where commune_id = :commune and merchant_id = :id",
                Map.of("id", merchant));
    }
}
