package be.quartier.merchants.callbacks;

import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.PublicAddress;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.messaging.SendResult;
import be.quartier.pages.Formats;
import be.quartier.people.Addressees.Addressee;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes to shops that asked to be called, and to the officers who call; in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CallBackMails {

    private final Messages messages;
    private final Communes communes;
    private final String site;

    CallBackMails(Messages messages, Communes communes, Environment environment) {
        this.messages = messages;
        this.communes = communes;
        this.site = PublicAddress.of(environment);
    }

    /** Tells a shop that its answers arrived and by when somebody calls. */
    void received(UUID id, Preregistration asked, LocalDate due) {
        messages.send(
                Tenancy.required(),
                new Recipient.Mail(asked.mail()),
                asked.language(),
                "merchants/call-asked",
                Map.of(
                        "name", asked.contact(),
                        "shop", asked.name(),
                        "phone", asked.phone(),
                        "due", Formats.of(asked.language()).date(due)),
                "call-back-" + id);
    }

    /** Sends the link to a form kept for later. */
    void draft(UUID id, String mail, Language language, String token, LocalDate until) {
        messages.send(
                Tenancy.required(),
                new Recipient.Mail(mail),
                language,
                "merchants/call-later",
                Map.of("until", Formats.of(language).date(until), "link", link("/shops/call-me/resume/" + token)),
                "call-back-draft-" + id);
    }

    /** Tells an officer how many calls are late; whether it is written now. */
    boolean overdue(Addressee officer, int late, LocalDate oldest, LocalDate today) {
        Language language = officer.person().language();
        return messages.send(
                        Tenancy.required(),
                        new Recipient.Mail(officer.address().value()),
                        language,
                        "merchants/calls-late",
                        Map.of(
                                "name", officer.person().name(),
                                "late", Integer.toString(late),
                                "oldest", Formats.of(language).date(oldest),
                                "link", link("/callbacks")),
                        "calls-late-" + today + "-" + officer.person().id())
                instanceof SendResult.Queued;
    }

    private String link(String path) {
        Commune commune = communes.get(Tenancy.required());
        return site + "/" + commune.slug() + path;
    }
}
