package be.quartier.shop.terms;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.merchants.Applied;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Shops;
import be.quartier.people.Actor;
import be.quartier.people.AuditQuery;
import be.quartier.people.AuditTrail;
import be.quartier.shop.Modality;
import be.quartier.shop.OrderSource;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A merchant sells on its own terms, and its front opens when they can be kept. */
@QuartierTest
class ShopTermsTests {

    private static final Actor BY = new Actor.Operator();

    private final ShopTerms terms;
    private final Merchants merchants;
    private final AuditTrail audit;
    private final Commune here;

    @Autowired
    ShopTermsTests(ShopTerms terms, Merchants merchants, AuditTrail audit, TestCommunes communes) {
        this.terms = terms;
        this.merchants = merchants;
        this.audit = audit;
        this.here = communes.fresh();
    }

    private UUID merchant(int number, boolean accepted) {
        return Tenancy.in(here.id(), () -> {
            var waiting = (Applied.Waiting) merchants.apply(Shops.numbered(number), Optional.empty());
            if (accepted) {
                merchants.accept(waiting.merchant(), Optional.empty());
            }
            return waiting.merchant();
        });
    }

    private static Terms paidBy(UUID merchant, PaymentWay... ways) {
        return new Terms(
                merchant,
                Optional.empty(),
                true,
                false,
                1_500,
                9_000,
                240,
                Optional.of(LocalTime.of(16, 0)),
                Substitution.ON_CONSENT,
                15,
                "Le pain de la rue Haute.",
                new Channels(Set.of(OrderSource.WEB, OrderSource.PHONE), "02 123 45 67", ""),
                List.of(ways));
    }

    @Test
    void termsAreKeptWithTheWaysToPayInTheMerchantsOwnOrder() {
        UUID merchant = merchant(1, true);
        Terms wanted = paidBy(
                merchant,
                PaymentWay.of(Modality.AT_PICKUP),
                PaymentWay.of(Modality.TRANSFER),
                link("https://x.example/p"));
        Tenancy.run(here.id(), () -> {
            assertThat(terms.save(wanted, BY)).isEqualTo(new TermsSaved.Done(wanted));
            assertThat(terms.of(merchant)).contains(wanted);
            assertThat(terms.payable(merchant)).isEqualTo(wanted.ways());
            assertThat(terms.published()).isEmpty();
        });
    }

    @Test
    void aWayToPayThatCannotWorkIsRefusedWithItsReason() {
        UUID merchant = merchant(2, false);
        Tenancy.run(here.id(), () -> {
            var refused = (TermsSaved.Refused) terms.save(
                    paidBy(
                            merchant,
                            PaymentWay.of(Modality.TRANSFER),
                            PaymentWay.of(Modality.VOUCHER),
                            PaymentWay.of(Modality.AT_DOOR),
                            PaymentWay.of(Modality.ONLINE),
                            link("http://plain.example")),
                    BY);
            assertThat(refused.lacking())
                    .containsEntry(Modality.TRANSFER, Lack.ACCOUNT)
                    .containsEntry(Modality.VOUCHER, Lack.VOUCHERS)
                    .containsEntry(Modality.AT_DOOR, Lack.DELIVERY)
                    .containsEntry(Modality.ONLINE, Lack.PROVIDER)
                    .containsEntry(Modality.LINK, Lack.ADDRESS)
                    .hasSize(5);
            assertThat(terms.of(merchant)).isEmpty();
        });
    }

    @Test
    void aFrontOpensOnlyWhenNothingIsInTheWayAndClosesAtOnce() {
        UUID merchant = merchant(3, true);
        Tenancy.run(here.id(), () -> {
            assertThat(terms.publish(merchant, BY)).containsExactly(Requirement.TERMS, Requirement.PAYMENT);
            terms.save(paidBy(merchant), BY);
            assertThat(terms.publish(merchant, BY)).containsExactly(Requirement.PAYMENT);
            terms.save(paidBy(merchant, PaymentWay.of(Modality.TRANSFER)), BY);
            assertThat(terms.publish(merchant, BY)).isEmpty();
            assertThat(terms.published()).containsOnlyKeys(merchant);
            assertThat(terms.save(paidBy(merchant), BY)).isInstanceOf(TermsSaved.NoWay.class);
            assertThat(terms.save(paidBy(merchant, PaymentWay.of(Modality.AT_PICKUP)), BY))
                    .isInstanceOf(TermsSaved.Done.class);
            assertThat(terms.published()).as("new terms keep the front open").containsOnlyKeys(merchant);
            assertThat(terms.withdraw(merchant, BY)).isTrue();
            assertThat(terms.withdraw(merchant, BY)).isFalse();
            assertThat(terms.published()).isEmpty();
        });
    }

    @Test
    void aSuspendedMerchantsFrontIsNotAmongTheOpenOnes() {
        UUID merchant = merchant(4, true);
        Tenancy.run(here.id(), () -> {
            terms.save(paidBy(merchant, PaymentWay.of(Modality.AT_PICKUP)), BY);
            terms.publish(merchant, BY);
            merchants.suspend(merchant, Optional.empty(), "contrôle");
            assertThat(terms.published()).isEmpty();
            assertThat(terms.checklist(merchant))
                    .contains(new Requirement.Check(Requirement.TAKES_PART, false))
                    .contains(new Requirement.Check(Requirement.STORY, true))
                    .contains(new Requirement.Check(Requirement.PRODUCTS, false));
        });
    }

    @Test
    void fiftyIdenticalRequestsSaveOnceAndOpenOnce() throws Exception {
        UUID merchant = merchant(5, true);
        Terms wanted = paidBy(merchant, PaymentWay.of(Modality.TRANSFER), PaymentWay.of(Modality.AT_PICKUP));
        all(() -> Tenancy.in(here.id(), () -> terms.save(wanted, BY)));
        all(() -> Tenancy.in(here.id(), () -> terms.publish(merchant, BY)));
        Tenancy.run(here.id(), () -> {
            assertThat(terms.of(merchant).orElseThrow().ways()).isEqualTo(wanted.ways());
            assertThat(lines("shop.front-opened", merchant)).isEqualTo(1);
        });
    }

    private long lines(String action, UUID merchant) {
        var query = new AuditQuery(
                Optional.empty(), Optional.empty(), action, Optional.empty(), "merchant:" + merchant, Optional.empty());
        return audit.read(query).size();
    }

    private static <T> void all(Callable<T> request) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = new ArrayList<>(threads.invokeAll(Collections.nCopies(50, request)));
            for (Future<T> answer : answers) {
                answer.get();
            }
        }
    }

    private static PaymentWay link(String address) {
        return new PaymentWay(Modality.LINK, address);
    }
}
