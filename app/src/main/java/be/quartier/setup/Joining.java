package be.quartier.setup;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.installation.InstallationFacts;
import be.quartier.installation.PublicAddress;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.pages.Formats;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.people.EmailAddress;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.people.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Another commune joins the installation: invited by an administrator of one that is there, opened by whoever holds the mailed link.
 *
 * <p>Invariant: an invitation opens one commune, and its administrator is the address that was invited.
 */
@Service
public class Joining {

    /** How long an invitation can be used. */
    public static final Duration LIFE = Duration.ofDays(14);

    private static final String SEAL = "commune-invitation";
    private static final int FIRST_ID = 2;
    private static final int TRIES = 5;

    private final Communes communes;
    private final InstallationFacts facts;
    private final Accounts accounts;
    private final Roles roles;
    private final Messages messages;
    private final AuditTrail audit;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transactions;
    private final String site;

    Joining(
            Communes communes,
            InstallationFacts facts,
            Accounts accounts,
            Roles roles,
            Messages messages,
            AuditTrail audit,
            Vault vault,
            Ids ids,
            InstantSource clock,
            TransactionTemplate transactions,
            Environment environment) {
        this.communes = communes;
        this.facts = facts;
        this.accounts = accounts;
        this.roles = roles;
        this.messages = messages;
        this.audit = audit;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
        this.site = PublicAddress.of(environment);
    }

    /**
     * An invitation.
     *
     * @param id of this one alone
     * @param address who was invited, the administrator to be
     * @param from the commune that invited
     */
    public record Invitation(UUID id, EmailAddress address, CommuneId from) {}

    /** What became of a wish to open a commune. */
    public sealed interface Joined {

        /** The commune is open; its administrator may sign in. */
        record Open(CommuneId commune, UUID administrator) implements Joined {}

        /** The name is taken, or the invitation was used; nothing was changed. */
        record Taken() implements Joined {}
    }

    /** Mails an invitation, in the name of the commune of {@link Tenancy}. */
    public void invite(EmailAddress address, Language language, UUID by) {
        CommuneId from = Tenancy.required();
        UUID id = ids.uuid();
        Instant ends = clock.instant().plus(LIFE);
        String link = site + "/join/" + token(id, ends, from, address);
        transactions.executeWithoutResult(_ -> {
            messages.send(
                    from,
                    new Recipient.Mail(address.value()),
                    language,
                    "setup/join",
                    Map.of("link", link, "until", Formats.of(language).date(Brussels.dateOf(ends))),
                    "commune-invitation-" + id);
            audit.record(new Actor.Person(by), "setup.commune-invited", "invitation:" + id);
        });
    }

    /** The secret of an invitation: sealed, so that nobody can write one. */
    String token(UUID id, Instant ends, CommuneId from, EmailAddress address) {
        String text = id + "|" + ends.getEpochSecond() + "|" + from.value() + "|" + address.value();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(SEAL, text));
    }

    /** The invitation of a link; empty when it is none or its time is over. */
    public Optional<Invitation> open(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        return vault.open(SEAL, bytes)
                .map(text -> text.split("\\|", 4))
                .filter(parts -> clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1]))))
                .map(parts -> new Invitation(
                        UUID.fromString(parts[0]),
                        new EmailAddress(parts[3]),
                        new CommuneId(Integer.parseInt(parts[2]))));
    }

    /**
     * Opens a commune under the smallest free number, with the invited address as its administrator.
     *
     * @param wanted its id does not count
     */
    public Joined join(Invitation invitation, Commune wanted, String administrator, Language language) {
        for (int tries = 0; tries < TRIES; tries++) {
            communes.reload();
            // Whoever is not seen here yet takes the number chosen below, so that one of two at the same moment looks
            // again.
            if (facts.get(used(invitation)).isPresent()
                    || communes.bySlug(wanted.slug()).isPresent()) {
                return new Joined.Taken();
            }
            CommuneId id = free();
            var commune = new Commune(
                    id, wanted.slug(), wanted.kind(), wanted.names(), wanted.languages(), wanted.postcodes());
            try {
                UUID person = Tenancy.in(
                        id, () -> transactions.execute(_ -> make(commune, invitation, administrator, language)));
                if (person != null) {
                    return new Joined.Open(id, person);
                }
            } catch (DuplicateKeyException another) {
                // Somebody else took the number or the name at the same moment: look again.
            } finally {
                communes.reload();
            }
        }
        return new Joined.Taken();
    }

    private UUID make(Commune commune, Invitation invitation, String administrator, Language language) {
        communes.add(commune);
        facts.put(used(invitation), commune.slug());
        UUID person = accounts.open(invitation.address(), administrator, language);
        roles.grant(Grant.of(person, Role.ADMIN), new Actor.Operator());
        audit.record(
                new Actor.Person(person),
                "setup.commune-joined",
                "invitation:" + invitation.id(),
                Map.of("commune", commune.slug()));
        return person;
    }

    private static String used(Invitation invitation) {
        return "commune-invitation " + invitation.id();
    }

    private CommuneId free() {
        int id = FIRST_ID;
        while (taken(id)) {
            id++;
        }
        return new CommuneId(id);
    }

    private boolean taken(int id) {
        return communes.all().stream().anyMatch(one -> one.id().value() == id)
                || communes.region().filter(one -> one.id().value() == id).isPresent();
    }
}
