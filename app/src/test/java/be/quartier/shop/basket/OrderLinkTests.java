package be.quartier.shop.basket;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Role;
import be.quartier.shop.orders.TestShop;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.till.Phone;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A link in a post fills a basket, and only when its reader says so. */
@QuartierTest
class OrderLinkTests {

    @Autowired
    TestShop shop;

    @LocalServerPort
    int port;

    private Street street;
    private UUID baker;
    private Ware bread;
    private Ware meat;
    private Phone phone;

    @BeforeEach
    void aStreet() {
        street = shop.street();
        baker = street.merchant("transfer");
        bread = street.pieces(baker, 3_20, 60, 50);
        meat = street.weighed(street.merchant("at-pickup"), 18_90, 60, 9_000);
        phone = new Phone(port, "/" + street.commune.slug());
    }

    @Test
    void aLinkReadsBackAsItWasWrittenAndLeavesOutWhatIsNoArticle() {
        Map<UUID, Long> quantities = new LinkedHashMap<>();
        quantities.put(bread.variant(), 2L);
        quantities.put(meat.variant(), 650L);
        OrderLink link = new OrderLink(quantities);
        assertThat(OrderLink.of(link.text())).isEqualTo(link);
        assertThat(OrderLink.of("x.1~" + link.text() + "~~" + "A".repeat(22) + ".0"))
                .isEqualTo(link);
        assertThat(OrderLink.of("").isEmpty()).isTrue();
        String many = ("A".repeat(21) + "%c.1~").repeat(1).formatted('A');
        assertThat(OrderLink.of(many.repeat(5_000)).quantities()).hasSize(1);
    }

    @Test
    void lookingChangesNothingAndOnePressFillsTheBasket() {
        OrderLink link = new OrderLink(Map.of(bread.variant(), 2L, meat.variant(), 650L, UUID.randomUUID(), 1L));
        String page = phone.get("/basket/fill?a=" + link.text()).body();
        assertThat(page).contains("18,69", "Un article de ce lien n’est plus en vente", "og:title");
        assertThat(phone.get("/basket").body()).contains("Le panier est vide");
        phone.post("/basket/fill", Map.of("a", link.text()));
        assertThat(phone.page()).contains("18,69", "C’est dans le panier");
        assertThat(phone.get("/basket/fill?a=nothing").statusCode()).isEqualTo(404);
        assertThat(phone.page()).contains("Plus rien à commander par ce lien");
    }

    @Test
    void aMerchantMakesALinkOfItsOwnGoodsOnly() {
        phone.signIn(street.signedIn(Role.MERCHANT, Optional.of(baker)));
        phone.get("/merchant/order-link?n-" + bread.variant() + "=2&n-" + meat.variant() + "=650");
        String own = new OrderLink(Map.of(bread.variant(), 2L)).text();
        assertThat(phone.page())
                .contains("/basket/fill?a=" + own, "<svg", "Commandez ici")
                .doesNotContain("18,90");
        assertThat(phone.get("/merchant/order-link?n-" + bread.variant() + "=99999")
                        .statusCode())
                .isEqualTo(422);
    }
}
