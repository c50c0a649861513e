package be.quartier.setup;

import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.commune.DemoMode;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.installation.MasterKey;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the first commune and its first administrator, once. */
@Service
public class FirstRun {

    /** The first commune's id. */
    public static final CommuneId FIRST = new CommuneId(1);

    /** Names of addresses that no commune can take, because pages of the installation stand there. */
    private static final Set<String> RESERVED = Set.of(
            "region",
            "api",
            "demo",
            "design",
            "setup",
            "join",
            "sign-in",
            "sign-out",
            "account",
            "language",
            "health",
            "static",
            "assets",
            "open311",
            "webhooks",
            "accessibility",
            "privacy",
            "error",
            "oauth2",
            "login");

    /** Letters and digits that are not mistaken for each other (Crockford's base 32). */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_LENGTH = 10;

    private final Communes communes;
    private final DemoMode demo;
    private final Accounts accounts;
    private final Roles roles;
    private final TransactionTemplate transactions;
    private final String code;

    FirstRun(
            Communes communes,
            DemoMode demo,
            Accounts accounts,
            Roles roles,
            TransactionTemplate transactions,
            MasterKey masterKey) {
        this.communes = communes;
        this.demo = demo;
        this.accounts = accounts;
        this.roles = roles;
        this.transactions = transactions;
        this.code = code(masterKey.derive("first-run-code"));
    }

    private static String code(byte[] key) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            text.append(ALPHABET.charAt(key[i] & 31));
        }
        return text.insert(CODE_LENGTH / 2, '-').toString();
    }

    /** Whether the first run is still to come. */
    public boolean open() {
        return !demo.on() && communes.all().isEmpty();
    }

    /** The code shown on the operator's console: 50 bits derived from the master key, with a hyphen in the middle. */
    public String code() {
        return code;
    }

    /** Whether somebody typed the code; case, spaces and hyphens do not count. */
    public boolean isCode(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return MessageDigest.isEqual(
                plain.getBytes(StandardCharsets.UTF_8), code.replace("-", "").getBytes(StandardCharsets.UTF_8));
    }

    /** A commune's name as it stands in addresses; empty when nothing usable is left or the place is taken. */
    public static Optional<String> slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        return plain.matches("[a-z][a-z0-9-]{1,40}") && !RESERVED.contains(plain)
                ? Optional.of(plain)
                : Optional.empty();
    }

    /**
     * Makes the commune, the account and the role together; empty, and nothing made, when another request was first.
     *
     * @return the administrator
     */
    public Optional<UUID> setUp(FirstCommune first) {
        if (!open()) {
            return Optional.empty();
        }
        try {
            return Tenancy.in(FIRST, () -> Optional.ofNullable(transactions.execute(_ -> make(first))));
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        } finally {
            communes.reload();
        }
    }

    private UUID make(FirstCommune first) {
        Commune commune = first.commune();
        communes.add(commune);
        UUID administrator = accounts.open(first.address(), first.administrator(), first.language());
        roles.grant(Grant.of(administrator, Role.ADMIN), new Actor.Operator());
        return administrator;
    }
}
