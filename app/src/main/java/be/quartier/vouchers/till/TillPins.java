package be.quartier.vouchers.till;

import be.quartier.commune.Tenancy;
import be.quartier.people.Vault;
import be.quartier.vouchers.till.store.PinStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secret numbers that open idle tills of the current commune: four to six digits, five tries, then a quarter of an hour. */
@Component
public class TillPins {

    private static final int TRIES_MAX = 5;
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final PinStore store;
    private final Vault vault;
    private final Clock clock;

    TillPins(JdbcClient jdbc, Vault vault, Clock clock) {
        this.store = new PinStore(jdbc);
        this.vault = vault;
        this.clock = clock;
    }

    /** Whether a text can be a till's number. */
    static boolean valid(String pin) {
        return pin.matches("[0-9]{4,6}");
    }

    /** Sets the number of a till. */
    @Transactional
    public void set(UUID till, String pin) {
        store.put(Tenancy.required().value(), till, hash(till, pin));
    }

    /** Whether the number is right; empty when too many were wrong and the till must wait. */
    @Transactional
    public Optional<Boolean> check(UUID till, String pin) {
        Instant now = clock.instant();
        return store.check(Tenancy.required().value(), till, hash(till, pin), TRIES_MAX, now, now.minus(PAUSE));
    }

    private byte[] hash(UUID till, String pin) {
        return vault.hash("till-pin", Tenancy.required().value() + ":" + till + ":" + pin);
    }
}
