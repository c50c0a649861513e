package be.quartier.vouchers.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.merchants.Application;
import be.quartier.merchants.Applied;
import be.quartier.merchants.Enlisted;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Newcomer;
import be.quartier.merchants.Shops;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import be.quartier.vouchers.Acceptances;
import be.quartier.vouchers.campaigns.CampaignTerms.Spending;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Which shop takes whose vouchers follows from two decisions: on the shop and on the campaign. */
@QuartierTest
class PartnersTests {

    private static final long BUDGET_CENTS = 1_000_00;

    @Autowired
    private TestCommunes communes;

    @Autowired
    private OpenedCampaigns opened;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Merchants merchants;

    @Autowired
    private Acceptances acceptances;

    @Autowired
    private TransactionTemplate transactions;

    private Commune commune;

    @BeforeEach
    void begin() {
        commune = communes.fresh();
    }

    @Test
    void aShopAcceptedWhileACampaignRunsTakesItsVouchersAtOnce() {
        var campaign = in(() -> opened.open(BUDGET_CENTS));
        var shop = applied(1, "bakery");
        assertThat(partners(campaign)).as("nobody has decided yet").isEmpty();
        in(() -> merchants.accept(shop, Optional.empty()));
        assertThat(partners(campaign)).containsExactly(shop);
    }

    @Test
    void aCampaignThatOpensTakesInTheAcceptedShops() {
        var accepted = accepted(1, "bakery");
        applied(2, "bakery");
        var campaign = in(() -> opened.open(BUDGET_CENTS));
        assertThat(partners(campaign)).containsExactly(accepted);
    }

    @Test
    void onlyTheTradesOfTheCampaignTakePart() {
        var before = accepted(1, "books");
        accepted(2, "bakery");
        var campaign = in(() ->
                opened.open(BUDGET_CENTS, new Spending(List.of("books"), OptionalLong.empty(), OptionalLong.empty())));
        var after = accepted(3, "books");
        accepted(4, "bakery");
        assertThat(partners(campaign)).containsExactlyInAnyOrder(before, after);
    }

    @Test
    void aSuspendedShopIsTakenOutAndComesBackWhenItIsAcceptedAgain() {
        var campaign = in(() -> opened.open(BUDGET_CENTS));
        var shop = accepted(1, "bakery");
        var other = accepted(2, "bakery");
        in(() -> merchants.suspend(shop, Optional.empty(), "complaints"));
        assertThat(partners(campaign)).containsExactly(other);
        in(() -> merchants.accept(shop, Optional.empty()));
        assertThat(partners(campaign)).containsExactlyInAnyOrder(shop, other);
    }

    @Test
    void aShopEnlistedByACallTakesVouchersFromTheContractOn() {
        var before = in(() -> opened.open(BUDGET_CENTS));
        Application like = Shops.of(7, "Chez Zoé", "bakery");
        var newcomer = new Newcomer(
                like.name(),
                like.bce(),
                like.trade(),
                like.place(),
                like.contactName(),
                like.contactMail(),
                like.language());
        var shop = in(() -> ((Enlisted.TakesPart) merchants.enlist(newcomer, Optional.empty()))
                .merchant()
                .id());
        var after = in(() -> opened.open(BUDGET_CENTS));
        assertThat(partners(before)).isEmpty();
        assertThat(partners(after)).isEmpty();
        in(() -> merchants.sign(shop, Language.FR, "Zoé Lambert"));
        assertThat(partners(before)).containsExactly(shop);
        assertThat(partners(after)).containsExactly(shop);
    }

    @Test
    void aCampaignThatIsNotOpenAndAnotherCommuneTakeNobodyIn() {
        var draft = in(() -> campaigns.create(UUID.randomUUID(), "Bons", UUID.randomUUID()));
        var elsewhere = communes.fresh();
        var theirs = Tenancy.in(elsewhere.id(), () -> opened.open(BUDGET_CENTS));
        accepted(1, "bakery");
        assertThat(partners(draft.id())).isEmpty();
        assertThat(Tenancy.in(elsewhere.id(), () -> acceptances.merchantsOf(theirs)))
                .isEmpty();
    }

    @Test
    void noShopIsMissedWhenItIsAcceptedWhileTheCampaignOpens() throws Exception {
        var shops = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> applied(number, "bakery"))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var opening = threads.submit(() -> in(() -> opened.open(BUDGET_CENTS)));
            var decisions = shops.stream()
                    .map(shop -> threads.submit(() -> in(() -> merchants.accept(shop, Optional.empty()))))
                    .toList();
            for (var decision : decisions) {
                decision.get();
            }
            assertThat(partners(opening.get())).containsExactlyInAnyOrderElementsOf(shops);
        }
    }

    @Test
    void aShopAcceptedWhileAnOpeningIsNotCommittedWaitsForIt() throws Exception {
        var shop = applied(1, "bakery");
        var campaign =
                whileUncommitted(() -> opened.open(BUDGET_CENTS), () -> merchants.accept(shop, Optional.empty()));
        assertThat(partners(campaign)).containsExactly(shop);
    }

    @Test
    void aCampaignThatOpensWhileAnAcceptanceIsNotCommittedWaitsForIt() throws Exception {
        var shop = applied(1, "bakery");
        var campaign = new CompletableFuture<UUID>();
        whileUncommitted(
                () -> merchants.accept(shop, Optional.empty()), () -> campaign.complete(opened.open(BUDGET_CENTS)));
        assertThat(partners(campaign.join())).containsExactly(shop);
    }

    /** Begins the second while the first is done but not committed, and commits the first once the second waits. */
    private <T> T whileUncommitted(Supplier<T> first, Runnable second) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = new CompletableFuture<Future<?>>();
            T made = in(() -> Objects.requireNonNull(transactions.execute(status -> {
                T done = first.get();
                var begun = threads.submit(() -> Tenancy.run(commune.id(), second));
                other.complete(begun);
                // Without a wait for each other, this is ample for the second to end without having seen the first.
                assertThatThrownBy(() -> begun.get(2, TimeUnit.SECONDS))
                        .as("the second waits until the first is committed")
                        .isInstanceOf(TimeoutException.class);
                return done;
            })));
            other.join().get(20, TimeUnit.SECONDS);
            return made;
        }
    }

    private List<UUID> partners(UUID campaign) {
        return in(() -> acceptances.merchantsOf(campaign));
    }

    private UUID accepted(int number, String trade) {
        var shop = applied(number, trade);
        in(() -> merchants.accept(shop, Optional.empty()));
        return shop;
    }

    private UUID applied(int number, String trade) {
        var application = Shops.of(number, "Magasin " + number, trade);
        return ((Applied.Waiting) in(() -> merchants.apply(application, Optional.empty()))).merchant();
    }

    private <T> T in(Supplier<T> work) {
        return Tenancy.in(commune.id(), work);
    }
}
