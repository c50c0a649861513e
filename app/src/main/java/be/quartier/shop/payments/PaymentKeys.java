package be.quartier.shop.payments;

import be.quartier.commune.DemoMode;
import be.quartier.commune.Tenancy;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.people.Vault;
import be.quartier.shop.payments.PaymentProvider.Answer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The merchants' keys at their payment providers, in the current commune. A key is sealed together with whose it is, so that a row
 * put in another's place opens nothing. The provider is never asked inside a transaction.
 */
@Component
public class PaymentKeys {

    private static final String SEAL = "payment-key";
    private static final String APART = "\n";
    private static final int METHODS_MAX = 300;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final PaymentProvider provider;
    private final AuditTrail audit;
    private final DemoMode demo;
    private final InstantSource clock;
    private final TransactionTemplate whole;

    PaymentKeys(
            JdbcClient jdbc,
            Vault vault,
            PaymentProvider provider,
            AuditTrail audit,
            DemoMode demo,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.provider = provider;
        this.audit = audit;
        this.demo = demo;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
    }

    /** What became of a pasted key. */
    public enum Kept {
        /** It works and is kept. */
        DONE,
        /** It works and is kept, but moves no money: customers are not offered it. */
        TEST_ONLY,
        /** No provider gives such a key; nothing changed. */
        NOT_A_KEY,
        /** A key for real money in a demonstration; nothing changed. */
        REAL_IN_DEMO,
        /** The provider does not know it; nothing changed. */
        REFUSED,
        /** It offers no way to pay yet; nothing changed. */
        NO_METHOD,
        /** The provider did not answer; nothing changed. */
        UNREACHABLE
    }

    /** The key a merchant has. */
    public Optional<PaymentKey> of(UUID merchant) {
        return whole.execute(_ -> jdbc.sql("""
            select last_four, state, methods, checked_at from payment_key
            where commune_id = :commune and merchant_id = :merchant
            """)
                .param("commune", commune())
                .param("merchant", merchant)
                .query((row, number) -> new PaymentKey(
                        row.getString("last_four"),
                        PaymentKey.State.of(row.getString("state")),
                        row.getString("methods"),
                        row.getObject("checked_at", OffsetDateTime.class).toInstant()))
                .optional());
    }

    /** Whether customers can pay this merchant online. */
    public boolean works(UUID merchant) {
        return of(merchant).filter(key -> key.state() == PaymentKey.State.WORKS).isPresent();
    }

    /** Tries a pasted key and keeps it when it works. */
    public Kept put(UUID merchant, String pasted, Actor by) {
        Optional<ApiKey> key = ApiKey.of(pasted);
        if (key.isEmpty()) {
            return Kept.NOT_A_KEY;
        }
        if (demo.on() && !key.get().test()) {
            return Kept.REAL_IN_DEMO;
        }
        return switch (provider.methods(key.get())) {
            case Answer.Is<List<String>>(List<String> methods) -> {
                if (methods.isEmpty()) {
                    yield Kept.NO_METHOD;
                }
                yield keep(merchant, key.get(), String.join(", ", methods), by) == PaymentKey.State.WORKS
                        ? Kept.DONE
                        : Kept.TEST_ONLY;
            }
            case Answer.No<List<String>> _ -> Kept.REFUSED;
            case Answer.Later<List<String>> _ -> Kept.UNREACHABLE;
        };
    }

    /** Keeps a key without trying it; what {@link #put} does after the provider knew it. */
    public PaymentKey.State keep(UUID merchant, ApiKey key, String methods, Actor by) {
        PaymentKey.State state = key.test() && !demo.on() ? PaymentKey.State.TEST : PaymentKey.State.WORKS;
        whole.executeWithoutResult(_ -> {
            jdbc.sql("""
                insert into payment_key (commune_id, merchant_id, sealed, last_four, state, methods, checked_at)
                values (:commune, :merchant, :sealed, :four, :state, :methods, :now)
                on conflict (commune_id, merchant_id) do update
                set sealed = excluded.sealed, last_four = excluded.last_four, state = excluded.state,
                    methods = excluded.methods, checked_at = excluded.checked_at
                """)
                    .param("commune", commune())
                    .param("merchant", merchant)
                    .param("sealed", vault.seal(SEAL, commune() + APART + merchant + APART + key.text()))
                    .param("four", key.lastFour())
                    .param("state", state.code())
                    .param("methods", methods.substring(0, Math.min(METHODS_MAX, methods.length())))
                    .param("now", now().atOffset(ZoneOffset.UTC))
                    .update();
            audit.record(
                    by, "shop.payment-key-set", "merchant:" + merchant, Map.of("mode", key.test() ? "test" : "live"));
        });
        return state;
    }

    /** Tries the kept key again; {@code NOT_A_KEY} when there is none. */
    public Kept check(UUID merchant, Actor by) {
        Optional<ApiKey> key = open(merchant);
        if (key.isEmpty()) {
            return Kept.NOT_A_KEY;
        }
        Kept kept = put(merchant, key.get().text(), by);
        if (kept == Kept.REFUSED) {
            refused(merchant);
        }
        return kept;
    }

    /** Forgets a key; false when there was none. */
    public boolean remove(UUID merchant, Actor by) {
        return Boolean.TRUE.equals(whole.execute(_ -> {
            boolean removed =
                    jdbc.sql("delete from payment_key where commune_id = :commune and merchant_id = :merchant")
                                    .param("commune", commune())
                                    .param("merchant", merchant)
                                    .update()
                            == 1;
            if (removed) {
                audit.record(by, "shop.payment-key-removed", "merchant:" + merchant);
            }
            return removed;
        }));
    }

    /** The key itself, to speak with the provider. */
    Optional<ApiKey> open(UUID merchant) {
        String whose = commune() + APART + merchant + APART;
        Optional<byte[]> sealed = whole.execute(_ -> jdbc.sql("""
            select sealed from payment_key where commune_id = :commune and merchant_id = :merchant
            """)
                .param("commune", commune())
                .param("merchant", merchant)
                .query(byte[].class)
                .optional());
        return java.util.Objects.requireNonNull(sealed)
                .flatMap(bytes -> vault.open(SEAL, bytes))
                .filter(text -> text.startsWith(whose))
                .map(text -> new ApiKey(text.substring(whose.length())));
    }

    /** Notes that the provider does not know the key any more: nobody is offered to pay with it. */
    void refused(UUID merchant) {
        whole.executeWithoutResult(_ -> jdbc.sql("""
            update payment_key set state = 'refused', checked_at = :now
            where commune_id = :commune and merchant_id = :merchant
            """)
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("commune", commune())
                .param("merchant", merchant)
                .update());
    }

    private Instant now() {
        return clock.instant();
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
