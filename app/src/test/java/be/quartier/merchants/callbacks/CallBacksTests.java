package be.quartier.merchants.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.installation.InstallationClock;
import be.quartier.merchants.Application;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.MerchantState;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Place;
import be.quartier.merchants.Shops;
import be.quartier.messaging.Outbox;
import be.quartier.messaging.OutgoingMessage;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.EmailAddress;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A shop that asks to be called is called within one working day, answered once, and forgotten when it should be. */
@QuartierTest
class CallBacksTests {

    /** A Monday that is no holiday, at noon in Brussels. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T11:00:00Z");

    private static final UUID OFFICER = new UUID(7, 7);

    @Autowired
    private CallBacks calls;

    @Autowired
    private CallBackAlarm alarm;

    @Autowired
    private CallBackRetention retention;

    @Autowired
    private CallBackDrafts drafts;

    @Autowired
    private Merchants merchants;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private Outbox outbox;

    @Autowired
    private InstallationClock clock;

    private final Commune here;

    @Autowired
    CallBacksTests(TestCommunes communes) {
        this.here = communes.fresh();
    }

    private <T> T in(Instant when, Supplier<T> work) {
        return Tenancy.in(here.id(), () -> clock.at(when, work));
    }

    private static Preregistration shop(int number) {
        Application like = Shops.numbered(number);
        return new Preregistration(
                like.bce(),
                like.trade(),
                new Place(like.name(), "Rue Haute", "1", "", "9999", "Ville", Optional.empty(), Optional.empty()),
                like.contactName(),
                "0470 12 34 56",
                like.contactMail(),
                Language.FR,
                Set.of(Moment.MORNING),
                "Pains au levain",
                Set.of(Wish.SHOP),
                "");
    }

    private UUID asked(int number) {
        UUID id = new UUID(3, number);
        assertThat(in(MONDAY, () -> calls.ask(id, shop(number)))).isInstanceOf(Asked.Kept.class);
        return id;
    }

    @Test
    void theCallIsPromisedForTheNextWorkingDayAndConfirmedByMail() {
        UUID id = asked(1);
        assertThat(in(MONDAY, () -> calls.find(id).orElseThrow())).satisfies(call -> {
            assertThat(call.dueOn()).isEqualTo("2026-11-24");
            assertThat(call.asked()).contains(shop(1));
            assertThat(call.overdue(LocalDate.of(2026, 11, 24))).isFalse();
            assertThat(call.overdue(LocalDate.of(2026, 11, 25))).isTrue();
        });
        assertThat(mailsTo("shop1@example.org")).isEqualTo(1);
    }

    @Test
    void anEnterpriseWaitsOnceAndOneThatIsKnownIsToldSo() {
        asked(2);
        assertThat(in(MONDAY, () -> calls.ask(new UUID(3, 2), shop(2)))).isInstanceOf(Asked.Kept.class);
        assertThat(in(MONDAY, () -> calls.ask(new UUID(4, 2), shop(2))))
                .isEqualTo(new Asked.AlreadyWaiting(LocalDate.of(2026, 11, 24)));
        in(MONDAY, () -> merchants.apply(Shops.numbered(3), Optional.empty()));
        assertThat(in(MONDAY, () -> calls.ask(new UUID(4, 3), shop(3))))
                .isEqualTo(new Asked.AlreadyKnown(MerchantState.APPLIED));
    }

    @Test
    void fiftyIdenticalWishesAreOneAndOfFiftyConfirmationsOneCounts() throws Exception {
        in(MONDAY, () -> merchants.apply(Shops.numbered(99), Optional.empty()));
        UUID id = new UUID(5, 5);
        assertThat(all(() -> in(MONDAY, () -> calls.ask(id, shop(5))))).hasSize(1);
        assertThat(in(MONDAY, () -> calls.history(id))).hasSize(1);
        Map<Object, Integer> outcomes = all(() -> in(MONDAY, () -> calls.confirm(id, 1, "", OFFICER)));
        assertThat(outcomes).containsEntry(new Called.Changed(), 49).hasSize(2);
        assertThat(in(MONDAY, () -> merchants.accepted())).hasSize(1);
        assertThat(mailsTo("shop5@example.org")).as("asked and welcome").isEqualTo(2);
    }

    @Test
    void twoOfficersDoNotAnswerTheSameRequestTwice() {
        UUID id = asked(6);
        LocalDate friday = LocalDate.of(2026, 11, 27);
        in(MONDAY, () -> {
            assertThat(calls.hold(id, OFFICER)).isTrue();
            assertThat(calls.hold(id, new UUID(8, 8))).isFalse();
            assertThat(calls.again(id, 1, false, friday, "répondeur", OFFICER)).isEqualTo(new Called.Done());
            assertThat(calls.decline(id, 1, DeclineReason.UNREACHABLE, "", new UUID(8, 8)))
                    .isEqualTo(new Called.Changed());
            assertThat(calls.find(id).orElseThrow()).satisfies(call -> {
                assertThat(call.dueOn()).isEqualTo(friday);
                assertThat(call.heldBy()).isEmpty();
            });
            assertThat(calls.promisable(LocalDate.of(2026, 11, 28))).isFalse();
            return calls.hold(id, new UUID(8, 8));
        });
        assertThat(in(MONDAY.plus(CallBacks.HOLD), () -> calls.hold(id, OFFICER)))
                .isTrue();
    }

    @Test
    void aConfirmedShopIsAMerchantWhoMaySignInAndTakesNoVouchersBeforeTheContract() {
        UUID id = asked(7);
        var done = (Called.TakesPart) in(MONDAY, () -> calls.confirm(id, 1, "trois produits prêts", OFFICER));
        in(MONDAY, () -> {
            Merchant merchant = merchants.find(done.merchant()).orElseThrow();
            assertThat(merchant.accepted()).isTrue();
            assertThat(merchant.establishments()).hasSize(1);
            UUID person = accounts.byAddress(
                            EmailAddress.of("shop7@example.org").orElseThrow())
                    .orElseThrow()
                    .id();
            assertThat(roles.of(person)).contains(new Grant(person, Role.MERCHANT, Optional.of(merchant.id())));
            assertThat(merchants.bound(merchant.id())).isFalse();
            assertThat(merchants.sign(merchant.id(), Language.FR, "Zoé Lambert"))
                    .isTrue();
            assertThat(merchants.sign(merchant.id(), Language.FR, "Zoé Lambert"))
                    .isFalse();
            assertThat(merchants.bound()).containsExactly(merchant.id());
            assertThat(calls.find(id).orElseThrow().state()).isEqualTo(CallBackState.CONFIRMED);
            return true;
        });
    }

    @Test
    void aConfirmationAcceptsAnApplicationThatCameInBetweenAndStopsAtASuspendedMerchant() {
        UUID first = asked(8);
        UUID second = asked(9);
        in(MONDAY, () -> merchants.apply(Shops.numbered(8), Optional.empty()));
        assertThat(in(MONDAY, () -> calls.confirm(first, 1, "", OFFICER))).isInstanceOf(Called.TakesPart.class);
        in(MONDAY, () -> {
            merchants.apply(Shops.numbered(9), Optional.empty());
            UUID other = merchants.byBce(Shops.numbered(9).bce()).orElseThrow().id();
            merchants.accept(other, Optional.empty());
            merchants.suspend(other, Optional.empty(), "contrôle");
            assertThat(calls.confirm(second, 1, "", OFFICER))
                    .isEqualTo(new Called.Barred(other, MerchantState.SUSPENDED));
            return assertThat(calls.find(second).orElseThrow().waiting()).isTrue();
        });
    }

    @Test
    void lateCallsAreMailedOnceAWorkingDayToEachOfficer() {
        asked(10);
        in(MONDAY, () -> {
            UUID person = accounts.open(EmailAddress.of("officer@example.org").orElseThrow(), "Nora", Language.NL);
            return roles.grant(Grant.of(person, Role.ECONOMY), new Actor.Operator());
        });
        assertThat(in(MONDAY.plus(Duration.ofDays(1)), alarm::round))
                .as("the due day")
                .isZero();
        Instant late = MONDAY.plus(Duration.ofDays(2));
        assertThat(in(late, alarm::round)).isEqualTo(1);
        assertThat(in(late.plusSeconds(3600), alarm::round)).isZero();
        assertThat(in(MONDAY.plus(Duration.ofDays(5)), alarm::round))
                .as("a Saturday")
                .isZero();
        assertThat(in(MONDAY.plus(Duration.ofDays(7)), alarm::round)).isEqualTo(1);
    }

    @Test
    void whatTellsWhoAskedEndsNinetyDaysAfterTheAnswer() {
        UUID id = asked(11);
        in(MONDAY, () -> calls.decline(id, 1, DeclineReason.OTHER, "part à la retraite", OFFICER));
        Instant end = MONDAY.plus(CallBackRetention.KEPT);
        assertThat(in(end, retention::round)).isZero();
        assertThat(in(end.plusSeconds(1), retention::round)).isEqualTo(1);
        in(end, () -> {
            assertThat(calls.find(id).orElseThrow().asked()).isEmpty();
            return assertThat(calls.history(id)).allMatch(event -> event.words().isEmpty());
        });
        assertThat(in(end.plusSeconds(2), retention::round)).isZero();
    }

    @Test
    void aFormKeptForLaterOpensByItsLinkAloneAndEndsOnItsDay() {
        in(MONDAY, () -> {
            drafts.keep(Map.of("step", "goods", "bce", "0403"), "later@example.org", Language.FR);
            return true;
        });
        String text = mails("later@example.org").getFirst().text();
        Matcher link =
                Pattern.compile("/shops/call-me/resume/([A-Za-z0-9_-]{43})").matcher(text);
        assertThat(link.find()).isTrue();
        String token = link.group(1);
        assertThat(in(MONDAY, () -> drafts.open(token))).contains(Map.of("step", "goods", "bce", "0403"));
        Instant end = MONDAY.plus(CallBackDrafts.LIFE);
        assertThat(in(end, () -> drafts.open(token))).isEmpty();
        assertThat(in(MONDAY, () -> drafts.open("no-such-secret"))).isEmpty();
        assertThat(in(end, drafts::end)).isEqualTo(1);
    }

    private List<OutgoingMessage> mails(String address) {
        return in(MONDAY, () -> outbox.newest(Optional.empty(), Outbox.PAGE_MAX)).stream()
                .filter(message -> message.recipient().equals(address))
                .toList();
    }

    private int mailsTo(String address) {
        return mails(address).size();
    }

    private static Map<Object, Integer> all(Callable<?> request) throws Exception {
        Map<Object, Integer> outcomes = new HashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> answers = threads.invokeAll(Collections.nCopies(50, request));
            for (Future<?> answer : answers) {
                outcomes.merge(answer.get(), 1, Integer::sum);
            }
        }
        return outcomes;
    }
}
