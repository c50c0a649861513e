package be.quartier.shop.orders;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.demo.provider.ProviderTwin.Mood;
import be.quartier.people.Actor;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.payments.PaymentKeys;
import be.quartier.shop.payments.PaymentKeys.Kept;
import be.quartier.testing.QuartierTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A merchant's key at its payment provider: tried before it is kept, sealed, and offered to customers only while it works. */
@QuartierTest
class PaymentKeyTests {

    private static final Actor BY = new Actor.Job("test");

    private final TwinServer provider = TwinServer.get();

    @Autowired
    TestShop shop;

    @Autowired
    Offers offers;

    @Autowired
    PaymentKeys keys;

    private Street street;
    private UUID baker;

    @BeforeEach
    void aStreet() {
        street = shop.street();
        baker = street.merchant("online", "at-pickup");
    }

    @AfterEach
    void well() {
        provider.twin.behave(Mood.WELL);
    }

    @Test
    void onlinePaymentIsOfferedOnlyWhileTheMerchantsKeyWorks() {
        assertThat(ways()).containsExactly(Modality.AT_PICKUP);
        assertThat(street.in(() -> keys.put(baker, "my key", BY))).isEqualTo(Kept.NOT_A_KEY);
        provider.twin.behave(Mood.LOCKED);
        assertThat(street.in(() -> keys.put(baker, TwinServer.KEY, BY))).isEqualTo(Kept.REFUSED);
        provider.twin.behave(Mood.DOWN);
        assertThat(street.in(() -> keys.put(baker, TwinServer.KEY, BY))).isEqualTo(Kept.UNREACHABLE);
        provider.twin.behave(Mood.WELL);
        assertThat(street.in(() -> keys.of(baker))).isEmpty();
        String test = TwinServer.KEY.replace("live_", "test_");
        assertThat(street.in(() -> keys.put(baker, test, BY))).isEqualTo(Kept.TEST_ONLY);
        assertThat(ways()).as("a test key moves no money").containsExactly(Modality.AT_PICKUP);
        assertThat(street.in(() -> keys.put(baker, TwinServer.KEY, BY))).isEqualTo(Kept.DONE);
        assertThat(ways()).containsExactly(Modality.ONLINE, Modality.AT_PICKUP);
        assertThat(street.in(() -> keys.of(baker)).orElseThrow().lastFour()).isEqualTo("6789");
        provider.twin.behave(Mood.LOCKED);
        assertThat(street.in(() -> keys.check(baker, BY))).isEqualTo(Kept.REFUSED);
        assertThat(ways()).containsExactly(Modality.AT_PICKUP);
    }

    @Test
    void aKeyIsSealedAndOpensNothingInAnothersPlace() {
        UUID butcher = street.merchant("online", "at-pickup");
        street.in(() -> keys.put(baker, TwinServer.KEY, BY));
        assertThat(street.number(
                        "select count(*) from payment_key where commune_id = :commune"
                                + " and position(cast(:key as bytea) in sealed) > 0",
                        Map.of("key", TwinServer.KEY.substring(5).getBytes(StandardCharsets.UTF_8))))
                .isZero();
        street.sql("update payment_key set merchant_id = :other where commune_id = :commune", Map.of("other", butcher));
        assertThat(street.in(() -> keys.check(butcher, BY))).isEqualTo(Kept.NOT_A_KEY);
    }

    private List<Modality> ways() {
        SellingTerms terms =
                requireNonNull(street.in(() -> offers.terms(List.of(baker))).get(baker));
        return terms.ways(false).stream().map(SellingTerms.Way::modality).toList();
    }
}
