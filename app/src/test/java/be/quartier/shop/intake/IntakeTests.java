package be.quartier.shop.intake;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.shop.Modality;
import be.quartier.shop.OrderSource;
import be.quartier.shop.orders.Contact;
import be.quartier.shop.orders.OrderWish;
import be.quartier.shop.orders.PlaceOutcome;
import be.quartier.shop.orders.TestShop;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import be.quartier.shop.orders.TypedOrders;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.till.Phone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody types what a caller orders: nothing typed is lost, and it is ordered once. */
@QuartierTest
class IntakeTests {

    @Autowired
    TestShop shop;

    @Autowired
    TypedOrders typed;

    @LocalServerPort
    int port;

    private Street street;
    private UUID baker;
    private UUID butcher;
    private Ware bread;
    private Ware meat;
    private Phone phone;

    @BeforeEach
    void aStreet() {
        street = shop.street();
        baker = street.merchant("transfer", "at-pickup");
        butcher = street.merchant("voucher", "at-pickup");
        bread = street.pieces(baker, 3_20, 60, 50);
        meat = street.weighed(butcher, 18_90, 60, 9_000);
        phone = new Phone(port, "/" + street.commune.slug());
    }

    @Test
    void staffOrdersForACallerFromTwoShopsAndReadsOutTheLink() {
        phone.signIn(street.signedIn(Role.ECONOMY, Optional.empty()));
        phone.get("/intake");
        Map<String, String> form = new HashMap<>(phone.hidden("/intake"));
        form.putAll(Map.of("act", "place", "name", "", "phone", "", "slot", "pickup", "source", "phone"));
        form.put("n-" + bread.variant(), "2");
        form.put("n-" + meat.variant(), "650");
        assertThat(phone.post("/intake", form).statusCode()).isEqualTo(422);
        assertThat(phone.page()).contains("18,69", "Écrivez le nom du client", "Écrivez un téléphone");
        form.putAll(Map.of("name", "Odile Fontaine", "phone", "0470 00 00 00", "w-" + baker, "at-pickup"));
        phone.post("/intake", form);
        assertThat(phone.path()).contains("/intake/");
        assertThat(phone.page()).contains("18,69", "Odile Fontaine", "/orders/", "<svg");
        String placed = phone.path();
        phone.get("/intake");
        phone.post("/intake", form);
        assertThat(phone.path()).as("the same page sent twice").isEqualTo(placed);
        assertThat(street.number(
                        "select count(*) from shop_order where commune_id = :commune and source = 'phone'", Map.of()))
                .isEqualTo(1);
        assertThat(street.number(
                        "select count(*) from payment_leg where commune_id = :commune and modality = 'at-pickup'",
                        Map.of()))
                .as("never by voucher")
                .isEqualTo(2);
        assertThat(street.free(bread.unit())).isEqualTo(48);
        Phone other = new Phone(port, "/" + street.commune.slug());
        other.signIn(street.signedIn(Role.ECONOMY, Optional.empty()));
        assertThat(other.get(placed.substring(placed.indexOf("/intake"))).statusCode())
                .as("the customer's link is for who typed it")
                .isEqualTo(404);
    }

    @Test
    void aMerchantFindsAndTypesItsOwnGoodsOnly() {
        phone.signIn(street.signedIn(Role.MERCHANT, Optional.of(baker)));
        phone.get("/intake");
        assertThat(phone.page()).contains("n-" + bread.variant()).doesNotContain("n-" + meat.variant());
        Map<String, String> form = new HashMap<>(phone.hidden("/intake"));
        form.putAll(Map.of("act", "place", "name", "Ann", "phone", "0470", "slot", "pickup", "source", "counter"));
        form.put("n-" + meat.variant(), "650");
        assertThat(phone.post("/intake", form).statusCode()).isEqualTo(422);
        assertThat(phone.page()).contains("au moins un article", "value=\"Ann\"");
    }

    @Test
    void fiftyTimesTheSameAtOnceIsOneOrderOneAuditLine() throws Exception {
        UUID by = UUID.randomUUID();
        OrderWish wish = new OrderWish(
                "desk-" + UUID.randomUUID(),
                List.of(new OrderWish.Line(bread.variant(), 1)),
                Optional.empty(),
                new Contact("Ann", "", "0470", ""),
                Map.of(baker, Modality.AT_PICKUP),
                Optional.empty(),
                Language.NL,
                Optional.empty());
        List<Callable<PlaceOutcome>> calls = new ArrayList<>();
        for (int time = 0; time < 50; time++) {
            calls.add(() -> street.in(() -> typed.place(wish, OrderSource.MESSENGER, by)));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<PlaceOutcome> outcome : threads.invokeAll(calls)) {
                assertThat(outcome.get()).isInstanceOf(PlaceOutcome.Placed.class);
            }
        }
        assertThat(street.free(bread.unit())).isEqualTo(49);
        assertThat(street.number(
                        "select count(*) from audit_trail where commune_id = :commune and action = 'shop.order-typed'",
                        Map.of()))
                .isEqualTo(1);
    }
}
