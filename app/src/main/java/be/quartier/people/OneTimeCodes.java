package be.quartier.people;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.store.CodeStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Codes of eight digits, and links, sent by mail: good once, for ten minutes, for five tries. Only keyed hashes are kept.
 *
 * <p>Invariant: of any number of parallel tries with the right code one succeeds.
 */
public class OneTimeCodes {

    /** How long a code or a link is good. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final int DIGITS = 8;
    private static final int CODES = 100_000_000;

    private final CodeStore store;
    private final Vault vault;
    private final Ids ids;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    /** @param clock the machine's own clock */
    public OneTimeCodes(
            CodeStore store,
            Vault vault,
            Ids ids,
            RandomGenerator random,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.vault = vault;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** What a code is for. */
    public enum Purpose {
        /** To open a session. */
        SIGN_IN("sign-in"),
        /** To prove again who one is, in a session. */
        CONFIRM("confirm"),
        /** To prove that a new address is one's own, in a session. */
        ADDRESS("e-mail");

        private final String code;

        Purpose(String code) {
            this.code = code;
        }
    }

    /**
     * A code to make.
     *
     * @param id chosen by the caller
     * @param person whose it is; nobody's when the address is unknown
     * @param session the session it belongs to, none for signing in
     * @param address the new address, for a change of address only
     */
    public record Order(
            CommuneId commune,
            UUID id,
            Purpose purpose,
            Optional<UUID> person,
            Optional<UUID> session,
            Optional<EmailAddress> address,
            LocalPath to) {}

    /**
     * A code just made; to be sent and forgotten.
     *
     * @param code eight digits
     * @param link what follows {@code /sign-in/link/}
     */
    public record Made(String code, String link) {}

    /**
     * What a code or a link proved.
     *
     * @param id of the code
     * @param address the new address, for a change of address only
     */
    public record Proof(CommuneId commune, UUID id, UUID person, Optional<EmailAddress> address, LocalPath to) {}

    /** A new id for an {@link Order}. */
    public UUID newId() {
        return ids.randomUuid();
    }

    /** Makes a code and hands it to the sender, in one transaction. */
    public void make(Order order, Consumer<Made> sender) {
        String code = ("%0" + DIGITS + "d").formatted(random.nextInt(CODES));
        String secret = vault.secret();
        Instant now = clock.instant();
        var kept = new CodeStore.Kept(
                order.id(),
                order.purpose().code,
                order.person().orElse(null),
                order.session().orElse(null),
                hash(order.id(), code),
                order.address()
                        .map(one -> vault.seal("people-code-address", one.value()))
                        .orElse(null),
                order.to().value());
        in(order.commune(), () -> {
            store.add(order.commune(), kept, linkHash(order.commune(), secret), now, now.plus(LIFE));
            sender.accept(new Made(code, order.commune().value() + "." + secret));
            return Optional.empty();
        });
    }

    /** The newest live code of a session. */
    public Optional<UUID> ofSession(CommuneId commune, UUID session, Purpose purpose) {
        return in(commune, () -> store.ofSession(commune, session, purpose.code, clock.instant()));
    }

    /** Tries a typed code, spaces and hyphens in it ignored; every try counts. */
    public Optional<Proof> enter(CommuneId commune, UUID id, String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        return in(
                commune,
                () -> store.attempt(commune, id, clock.instant())
                        .filter(kept -> MessageDigest.isEqual(kept.codeHash(), hash(id, digits)))
                        .flatMap(kept -> use(commune, kept)));
    }

    /** Whether a link would open a session now; changes nothing, so that a mail scanner may look. */
    public boolean good(String link) {
        return parsed(link)
                .flatMap(it -> in(it.commune, () -> store.byLink(it.commune, it.hash, clock.instant())))
                .isPresent();
    }

    /** Uses a link. */
    public Optional<Proof> follow(String link) {
        return parsed(link)
                .flatMap(it -> in(
                        it.commune,
                        () -> store.byLink(it.commune, it.hash, clock.instant())
                                .flatMap(kept -> use(it.commune, kept))));
    }

    private Optional<Proof> use(CommuneId commune, CodeStore.Kept kept) {
        return kept.person()
                .filter(person -> store.use(commune, kept.id(), clock.instant()))
                .map(person -> new Proof(
                        commune,
                        kept.id(),
                        person,
                        kept.address()
                                .flatMap(bytes -> vault.open("people-code-address", bytes))
                                .map(EmailAddress::new),
                        LocalPath.of(kept.returnTo())));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Parsed(CommuneId commune, byte[] hash) {}

    private Optional<Parsed> parsed(String link) {
        int dot = link.indexOf('.');
        if (!link.matches("[1-9][0-9]{0,8}\\.[A-Za-z0-9_-]{43}")) {
            return Optional.empty();
        }
        CommuneId commune = new CommuneId(Integer.parseInt(link.substring(0, dot)));
        return Optional.of(new Parsed(commune, linkHash(commune, link.substring(dot + 1))));
    }

    private byte[] hash(UUID id, String code) {
        return vault.hash("people-code", id + " " + code);
    }

    private byte[] linkHash(CommuneId commune, String secret) {
        return vault.hash("people-link", commune.value() + " " + secret);
    }

    private <T> Optional<T> in(CommuneId commune, java.util.function.Supplier<Optional<T>> work) {
        return Tenancy.in(commune, () -> transactions.execute(status -> work.get()));
    }
}
