package be.quartier.vouchers.proof;

import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.pages.Formats;
import be.quartier.people.EmailAddress;
import be.quartier.people.Vault;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.proof.store.LinkRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to applicants, in the language of their application and in the caller's transaction. Every mail carries the link to the
 * follow page and lets it open for another while.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ProofMails {

    private static final String SEAL = "proof-mail";

    private final LinkRows rows;
    private final ProofLinks links;
    private final Campaigns campaigns;
    private final Communes communes;
    private final Messages messages;
    private final Vault vault;
    private final Clock clock;

    ProofMails(
            JdbcClient jdbc,
            ProofLinks links,
            Campaigns campaigns,
            Communes communes,
            Messages messages,
            Vault vault,
            Clock clock) {
        this.rows = new LinkRows(jdbc);
        this.links = links;
        this.campaigns = campaigns;
        this.communes = communes;
        this.messages = messages;
        this.vault = vault;
        this.clock = clock;
    }

    /** The address as it is kept. */
    byte[] seal(EmailAddress address) {
        return vault.seal(SEAL, address.value());
    }

    /** What an address is found by, another in each commune. */
    byte[] hash(EmailAddress address) {
        return vault.hash("proof-mail-hash", Tenancy.required().value() + " " + address.value());
    }

    /** The address of an application; empty once the personal data ended. */
    Optional<EmailAddress> address(UUID application) {
        return rows.mail(Tenancy.required().value(), application)
                .flatMap(closed -> vault.open(SEAL, closed))
                .map(EmailAddress::new);
    }

    /** Asks whoever sent an application to confirm the address; the link dies with the time to do so. */
    void confirm(ProofApplication about) {
        send(about, "vouchers/proof-confirm", Map.of(), "confirm");
    }

    /** Tells that it arrived and until when it is decided. */
    void received(ProofApplication about, UUID event) {
        tell(about, "vouchers/proof-received", Map.of("due", day(about)), event);
    }

    /** Asks for more. */
    void question(ProofApplication about, String question, UUID event) {
        tell(about, "vouchers/proof-question", Map.of("question", question, "due", day(about)), event);
    }

    /** Tells that a voucher comes. */
    void accepted(ProofApplication about, long cents, UUID event) {
        String amount = Formats.of(about.who().language()).euros(cents);
        tell(about, "vouchers/proof-accepted", Map.of("amount", amount), event);
    }

    /** Tells why not, and until when an appeal is possible. */
    void refused(ProofApplication about, String reason, String words, UUID event) {
        tell(about, "vouchers/proof-refused", Map.of("reason", reason, "words", words, "due", day(about)), event);
    }

    /** Tells that the appeal arrived. */
    void appealed(ProofApplication about, UUID event) {
        tell(about, "vouchers/proof-appealed", Map.of("due", day(about)), event);
    }

    /** Tells why not, for good. */
    void upheld(ProofApplication about, String reason, String words, UUID event) {
        tell(about, "vouchers/proof-upheld", Map.of("reason", reason, "words", words), event);
    }

    /** Sends a fresh link; the one before opens nothing any more. */
    void link(ProofApplication about) {
        int next = rows.generation(Tenancy.required().value(), about.id()) + 1;
        byte[] hash = links.hash(links.token(Tenancy.required(), about.id(), next));
        var life = about.state() == ProofState.UNCONFIRMED ? ProofTerms.CONFIRM_WITHIN : ProofTerms.LINK_LIFE;
        rows.renew(
                Tenancy.required().value(),
                about.id(),
                next,
                hash,
                clock.instant().plus(life));
        send(about, "vouchers/proof-link", Map.of(), "link-" + next);
    }

    private void tell(ProofApplication about, String template, Map<String, String> values, UUID event) {
        rows.extend(Tenancy.required().value(), about.id(), clock.instant().plus(ProofTerms.LINK_LIFE));
        send(about, template, values, event.toString());
    }

    private void send(ProofApplication about, String template, Map<String, String> more, String key) {
        Optional<EmailAddress> to = address(about.id());
        if (to.isEmpty()) {
            return;
        }
        Language language = about.who().language();
        Commune commune = communes.get(Tenancy.required());
        int generation = rows.generation(commune.id().value(), about.id());
        Map<String, String> values = new HashMap<>(more);
        values.put("name", about.applicant());
        values.put("young", about.who().name());
        values.put("campaign", campaigns.find(about.campaign()).orElseThrow().title(language));
        values.put("link", links.address(commune, links.token(commune.id(), about.id(), generation)));
        messages.send(
                commune.id(),
                new Recipient.Mail(to.get().value()),
                language,
                template,
                values,
                "proof-" + about.id() + "-" + key);
    }

    private static String day(ProofApplication about) {
        LocalDate due = about.due().orElseThrow();
        return Formats.of(about.who().language()).date(due);
    }
}
