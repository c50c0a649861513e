package be.quartier.merchants;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.installation.MasterKey;
import be.quartier.merchants.store.TillStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tills of the commune of {@link Tenancy}: enrolled by a short-lived code, known by a token, ended at once.
 *
 * <p>Invariant: after {@link #revoke} returned, no {@link #authenticate} on this node accepts the token, and none on another node
 * a second later.
 */
@Service
public class Tills {

    /** How long a pairing code can be typed. */
    public static final Duration PAIRING = Duration.ofMinutes(10);

    /** Most tills in use of one merchant. */
    public static final int MOST = 50;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TOKEN_LENGTH = 26;
    private static final int CODE_LENGTH = 8;

    private final TillStore store;
    private final MasterKey key;
    private final Ids ids;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final TillCache cache;

    Tills(
            TillStore store,
            MasterKey key,
            Ids ids,
            RandomGenerator random,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.key = key;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.cache = new TillCache(System::nanoTime);
    }

    /** What became of a pairing code that was typed. */
    public sealed interface Pairing {

        /** The device is a till now; keep the token, it is shown this once. */
        record Paired(Till till, TillToken token) implements Pairing {}

        /** The code is wrong, used already, or older than {@link #PAIRING}. */
        record WrongCode() implements Pairing {}
    }

    /**
     * The till of a bearer token, in the current commune; empty when the token is unknown here or revoked.
     *
     * <p>Cheap: looks into the database at most once a second for each till. Opens its own transaction when it does.
     */
    public Optional<Till> authenticate(String token) {
        CommuneId commune = Tenancy.required();
        String presented = token.strip().toUpperCase(Locale.ROOT);
        if (presented.length() != TOKEN_LENGTH) {
            return Optional.empty();
        }
        byte[] hash = hash("till-token", commune, presented);
        var known = new TillCache.Key(commune, HexFormat.of().formatHex(hash));
        return cache.get(
                known,
                () -> transaction.execute(status -> {
                    Optional<Till> till = store.active(commune, hash);
                    till.ifPresent(found -> store.used(commune, found.id(), clock.instant()));
                    return till;
                }));
    }

    /** Makes a till at once and gives its token: for the owner's own device and for demonstrations. */
    @Transactional
    public Pairing.Paired enrol(UUID merchant, String name, Optional<UUID> by) {
        return add(ids.uuid(), merchant, name, by);
    }

    /** A code of eight characters that turns the device where it is typed into a till of this name. */
    @Transactional
    public String pairingCode(UUID merchant, String name, Optional<UUID> by) {
        CommuneId commune = Tenancy.required();
        String code = random(CODE_LENGTH);
        Instant now = clock.instant();
        var pairing = new TillStore.Pairing(ids.uuid(), merchant, name);
        store.pair(commune, pairing, hash("till-pairing", commune, code), now, now.plus(PAIRING), by);
        return code.substring(0, 4) + "-" + code.substring(4);
    }

    /** Turns the caller's device into a till; a code works once, whoever types it at the same time. */
    @Transactional
    public Pairing pair(String typed) {
        CommuneId commune = Tenancy.required();
        String code = typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        UUID till = ids.uuid();
        return store.redeem(commune, hash("till-pairing", commune, code), till, clock.instant())
                .<Pairing>map(found -> add(till, found.merchant(), found.name(), Optional.empty()))
                .orElseGet(Pairing.WrongCode::new);
    }

    /** The tills of a merchant, those in use first. */
    @Transactional(readOnly = true)
    public List<Till> of(UUID merchant) {
        return store.of(Tenancy.required(), merchant);
    }

    /** Ends a till of this merchant at once; false when it was not in use. Call outside a transaction. */
    public boolean revoke(UUID merchant, UUID till, Optional<UUID> by) {
        CommuneId commune = Tenancy.required();
        boolean revoked = Boolean.TRUE.equals(
                transaction.execute(status -> store.revoke(commune, merchant, till, clock.instant(), by)));
        cache.forgetAll();
        return revoked;
    }

    /** Renames a till in use of this merchant; false when it has no such till. */
    @Transactional
    public boolean rename(UUID merchant, UUID till, String name) {
        return store.rename(Tenancy.required(), merchant, till, name);
    }

    private Pairing.Paired add(UUID id, UUID merchant, String name, Optional<UUID> by) {
        CommuneId commune = Tenancy.required();
        var token = new TillToken(random(TOKEN_LENGTH));
        var till = new Till(id, merchant, name, clock.instant(), Optional.empty(), Optional.empty());
        store.add(commune, till, hash("till-token", commune, token.text()), by);
        return new Pairing.Paired(till, token);
    }

    private String random(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private byte[] hash(String purpose, CommuneId commune, String secret) {
        byte[] message = (commune.value() + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return MasterKey.hmac(key.derive(purpose), message);
    }
}
