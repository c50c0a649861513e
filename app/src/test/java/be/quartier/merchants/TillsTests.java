package be.quartier.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.installation.MasterKey;
import be.quartier.merchants.store.TillStore;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@QuartierTest
class TillsTests {

    @Autowired
    private Tills tills;

    @Autowired
    private Merchants merchants;

    @Autowired
    private TestCommunes communes;

    @Autowired
    private TillStore store;

    @Autowired
    private MasterKey key;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private CommuneId here = new CommuneId(1);
    private UUID merchant = new UUID(0, 0);

    @BeforeEach
    void aShop() {
        here = communes.fresh().id();
        merchant = Tenancy.in(
                here, () -> ((Applied.Waiting) merchants.apply(Shops.numbered(1), Optional.empty())).merchant());
    }

    @Test
    void aTokenOpensItsOwnTillInItsOwnCommuneOnly() {
        var enrolled = Tenancy.in(here, () -> tills.enrol(merchant, "Comptoir", Optional.empty()));
        assertThat(enrolled.token().text()).hasSize(26);
        assertThat(enrolled.token().toString()).doesNotContain(enrolled.token().text());
        assertThat(authenticate(here, enrolled.token().text()).orElseThrow().merchant())
                .isEqualTo(merchant);
        assertThat(authenticate(here, enrolled.token().text().toLowerCase(Locale.ROOT)))
                .isPresent();
        assertThat(authenticate(communes.fresh().id(), enrolled.token().text())).isEmpty();
        assertThat(authenticate(here, "0".repeat(26))).isEmpty();
        assertThat(authenticate(here, "")).isEmpty();
        assertThat(authenticate(here, enrolled.token().text() + "0")).isEmpty();
    }

    @Test
    void theDatabaseHoldsNoTokenAndNoPairingCode() {
        var enrolled = Tenancy.in(here, () -> tills.enrol(merchant, "Comptoir", Optional.empty()));
        String code = Tenancy.in(here, () -> tills.pairingCode(merchant, "Terrasse", Optional.empty()));
        List<String> rows = Tenancy.in(
                here,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql(
                                        "select t::text || encode(token_hash, 'escape') from till t union all select"
                                                + " p::text from till_pairing p")
                                .query(String.class)
                                .list()));
        assertThat(rows)
                .hasSize(2)
                .noneMatch(row -> row.contains(enrolled.token().text())
                        || row.contains(code)
                        || row.contains(code.replace("-", "")));
    }

    @Test
    void aRevokedTillIsRefusedAtOnceEvenWhenItWasJustUsed() {
        var enrolled = Tenancy.in(here, () -> tills.enrol(merchant, "Comptoir", Optional.empty()));
        String token = enrolled.token().text();
        for (int i = 0; i < 50; i++) {
            assertThat(authenticate(here, token)).isPresent();
        }
        assertThat(Tenancy.in(here, () -> tills.revoke(merchant, enrolled.till().id(), Optional.empty())))
                .isTrue();
        assertThat(authenticate(here, token)).isEmpty();
        assertThat(Tenancy.in(here, () -> tills.revoke(merchant, enrolled.till().id(), Optional.empty())))
                .isFalse();
    }

    @Test
    void anotherNodeRefusesARevokedTillWithinASecond() throws InterruptedException {
        var otherNode = new Tills(store, key, ids, new SecureRandom(), clock, transactions);
        var enrolled = Tenancy.in(here, () -> tills.enrol(merchant, "Comptoir", Optional.empty()));
        String token = enrolled.token().text();
        assertThat(Tenancy.in(here, () -> otherNode.authenticate(token))).isPresent();
        Tenancy.run(here, () -> tills.revoke(merchant, enrolled.till().id(), Optional.empty()));
        Thread.sleep(1_000);
        assertThat(Tenancy.in(here, () -> otherNode.authenticate(token))).isEmpty();
    }

    @Test
    void aPairingCodeMakesOneTillHoweverManyTypeItAtOnce() throws Exception {
        String code = Tenancy.in(here, () -> tills.pairingCode(merchant, "Terrasse", Optional.empty()));
        List<Tills.Pairing> answers = MerchantsTests.inParallel(50, () -> Tenancy.in(here, () -> tills.pair(code)));
        assertThat(answers).filteredOn(Tills.Pairing.Paired.class::isInstance).hasSize(1);
        assertThat(Tenancy.in(here, () -> tills.of(merchant)))
                .extracting(Till::name)
                .containsExactly("Terrasse");
    }

    @Test
    void aPairingCodeIsReadWithoutHyphenAndInSmallLettersAndDiesAfterTenMinutes() {
        String code = Tenancy.in(here, () -> tills.pairingCode(merchant, "Terrasse", Optional.empty()));
        var later = new Tills(
                store, key, ids, new SecureRandom(), Clock.offset(clock, Tills.PAIRING.plusSeconds(1)), transactions);
        Tills.Pairing late = Tenancy.in(
                here,
                () -> Objects.requireNonNull(
                        new TransactionTemplate(transactions).execute(status -> later.pair(code))));
        assertThat(late).isInstanceOf(Tills.Pairing.WrongCode.class);
        String typed = code.replace("-", " ").toLowerCase(Locale.ROOT);
        Tills.Pairing first = Tenancy.in(here, () -> tills.pair(typed));
        assertThat(first).isInstanceOf(Tills.Pairing.Paired.class);
        Tills.Pairing second = Tenancy.in(here, () -> tills.pair(typed));
        assertThat(second).isInstanceOf(Tills.Pairing.WrongCode.class);
    }

    @Test
    void anotherMerchantCanNeitherRevokeNorRenameATill() {
        var enrolled = Tenancy.in(here, () -> tills.enrol(merchant, "Comptoir", Optional.empty()));
        UUID stranger = new UUID(9, 9);
        assertThat(Tenancy.in(here, () -> tills.revoke(stranger, enrolled.till().id(), Optional.empty())))
                .isFalse();
        assertThat(Tenancy.in(here, () -> tills.rename(stranger, enrolled.till().id(), "x")))
                .isFalse();
        assertThat(Tenancy.in(here, () -> tills.rename(merchant, enrolled.till().id(), "Caisse 2")))
                .isTrue();
        assertThat(Tenancy.in(here, () -> tills.of(merchant)).getFirst().name()).isEqualTo("Caisse 2");
    }

    @Test
    void aBusyTillIsReadOnceASecondAndNeverFromBeforeARevocation() {
        var time = new AtomicLong();
        var reads = new AtomicInteger();
        var cache = new TillCache(time::get);
        var till = Tenancy.in(here, () -> tills.enrol(merchant, "Comptoir", Optional.empty()))
                .till();
        var cacheKey = new TillCache.Key(here, "ab");
        for (int i = 0; i < 1_000; i++) {
            cache.get(cacheKey, () -> {
                reads.incrementAndGet();
                return Optional.of(till);
            });
        }
        assertThat(reads).hasValue(1);
        time.set(1_000_000_000L);
        assertThat(cache.get(cacheKey, Optional::empty)).isEmpty();
        cache.get(cacheKey, () -> {
            cache.forgetAll();
            return Optional.of(till);
        });
        assertThat(cache.get(cacheKey, Optional::empty))
                .as("read before the revocation")
                .isEmpty();
    }

    private Optional<Till> authenticate(CommuneId commune, String token) {
        return Tenancy.in(commune, () -> tills.authenticate(token));
    }
}
