package be.quartier.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.merchants.store.AccountStore;
import be.quartier.money.Iban;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The clock is the test's own, so that 48 hours pass at once. */
@QuartierTest
class BankAccountsTests {

    private static final UUID MERCHANT_HERSELF = new UUID(1, 1);
    private static final UUID OFFICER = new UUID(1, 2);

    @Autowired
    private Merchants merchants;

    @Autowired
    private AccountStore store;

    @Autowired
    private Clock clock;

    @Autowired
    private TestCommunes communes;

    @Autowired
    private PlatformTransactionManager transactions;

    private CommuneId here = new CommuneId(1);
    private UUID merchant = new UUID(0, 0);

    @BeforeEach
    void anAcceptedShop() {
        here = communes.fresh().id();
        merchant = Tenancy.in(here, () -> {
            var applied = (Applied.Waiting) merchants.apply(Shops.numbered(1), Optional.of(MERCHANT_HERSELF));
            merchants.accept(applied.merchant(), Optional.of(OFFICER));
            return applied.merchant();
        });
    }

    @Test
    void anotherAccountCountsOnlyAfterASecondPersonAndFortyEightHours() {
        Instant start = clock.instant();
        AccountRequested requested =
                at(start, accounts -> accounts.request(merchant, Shops.iban(2), "Zoé", MERCHANT_HERSELF));
        UUID account = ((AccountRequested.Waiting) requested).account().id();
        assertThat(asked(start, accounts -> accounts.request(merchant, Shops.iban(3), "Zoé", MERCHANT_HERSELF)))
                .isInstanceOf(AccountRequested.AnotherWaits.class);
        Instant later = start.plus(Duration.ofDays(3));
        assertThat(iban(later)).as("time alone does not approve").isEqualTo(Shops.iban(1));
        assertThat(done(start, accounts -> accounts.approve(merchant, account, MERCHANT_HERSELF, PayeeCheck.MATCH)))
                .as("nobody approves their own wish")
                .isFalse();
        assertThat(done(start, accounts -> accounts.approve(merchant, account, OFFICER, PayeeCheck.MATCH)))
                .isTrue();
        assertThat(iban(start.plus(BankAccounts.COOLING).minusMillis(1))).isEqualTo(Shops.iban(1));
        assertThat(iban(start.plus(BankAccounts.COOLING))).isEqualTo(Shops.iban(2));
    }

    @Test
    void anApprovedWishCanBeStoppedWhileItCools() {
        Instant start = clock.instant();
        AccountRequested requested =
                at(start, accounts -> accounts.request(merchant, Shops.iban(2), "Zoé", MERCHANT_HERSELF));
        UUID account = ((AccountRequested.Waiting) requested).account().id();
        at(start, accounts -> accounts.approve(merchant, account, OFFICER, PayeeCheck.MATCH));
        assertThat(done(start.plusSeconds(60), accounts -> accounts.end(merchant, account, MERCHANT_HERSELF, "not me")))
                .isTrue();
        assertThat(iban(start.plus(Duration.ofDays(5)))).isEqualTo(Shops.iban(1));
        assertThat(done(start, accounts -> accounts.approve(merchant, account, OFFICER, PayeeCheck.MATCH)))
                .isFalse();
    }

    @Test
    void anAccountThatCountsIsReplacedNeverWithdrawn() {
        Instant now = clock.instant();
        UUID first =
                at(now, accounts -> accounts.current(merchant).orElseThrow().id());
        assertThat(done(now, accounts -> accounts.end(merchant, first, OFFICER, "no")))
                .isFalse();
        assertThat(asked(
                        now,
                        accounts -> accounts.request(
                                merchant, Shops.iban(1), Shops.numbered(1).accountHolder(), OFFICER)))
                .isInstanceOf(AccountRequested.Unchanged.class);
    }

    private Iban iban(Instant when) {
        return at(when, accounts -> accounts.current(merchant).orElseThrow().iban());
    }

    private boolean done(Instant when, Function<BankAccounts, Boolean> act) {
        return at(when, act);
    }

    private AccountRequested asked(Instant when, Function<BankAccounts, AccountRequested> act) {
        return at(when, act);
    }

    private <T> T at(Instant when, Function<BankAccounts, T> act) {
        Clock then = Clock.fixed(when, ZoneOffset.UTC);
        var accounts = new BankAccounts(store, new Ids(then, new SecureRandom()), then);
        return Tenancy.in(
                here,
                () -> Objects.requireNonNull(
                        new TransactionTemplate(transactions).execute(status -> act.apply(accounts))));
    }
}
