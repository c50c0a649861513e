package be.quartier.merchants;

import be.quartier.commune.Communes;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.installation.PublicAddress;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.people.EmailAddress;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The town hall's answers to merchants of the commune of {@link Tenancy}: each changes the merchant, writes the mail that says so
 * and leaves a line in the trail, all or nothing.
 */
@Service
public class Decisions {

    private final Merchants merchants;
    private final Accounts people;
    private final Roles roles;
    private final Messages messages;
    private final AuditTrail audit;
    private final Communes communes;
    private final String site;

    Decisions(
            Merchants merchants,
            Accounts people,
            Roles roles,
            Messages messages,
            AuditTrail audit,
            Communes communes,
            Environment environment) {
        this.merchants = merchants;
        this.people = people;
        this.roles = roles;
        this.messages = messages;
        this.audit = audit;
        this.communes = communes;
        this.site = PublicAddress.of(environment);
    }

    /** Accepts a merchant: the contact becomes a person with the role of a merchant and is told by mail. */
    @Transactional
    public Decided accept(UUID merchant, UUID by) {
        Decided decided = merchants.accept(merchant, Optional.of(by));
        if (decided instanceof Decided.Done(Merchant now)) {
            EmailAddress.of(now.contactMail()).ifPresent(address -> {
                UUID person = people.open(address, now.contactName(), now.language());
                roles.grant(new Grant(person, Role.MERCHANT, Optional.of(merchant)), new Actor.Person(by));
            });
            tell(now, "merchants/accepted", Map.of("name", now.contactName(), "shop", now.name()), by);
        }
        return decided;
    }

    /**
     * Lets an enterprise take part after a call: it is a merchant afterwards, its contact has the role and is mailed the way into
     * the merchant's space.
     */
    @Transactional
    public Enlisted enlist(Newcomer newcomer, UUID by) {
        Enlisted enlisted = merchants.enlist(newcomer, Optional.of(by));
        if (enlisted instanceof Enlisted.TakesPart(Merchant now)) {
            open(newcomer, now.id(), by);
            String slug = communes.get(Tenancy.required()).slug();
            Map<String, String> values = Map.of(
                    "name", newcomer.contactName(),
                    "shop", now.name(),
                    "link", site + "/" + slug + "/merchant/terms");
            messages.send(
                    Tenancy.required(),
                    new Recipient.Mail(newcomer.contactMail()),
                    newcomer.language(),
                    "merchants/welcome",
                    values,
                    "merchant-" + now.id() + "-welcome-"
                            + newcomer.contactMail().hashCode());
            audit.record(new Actor.Person(by), "merchants.enlisted", "merchant:" + now.id());
        }
        return enlisted;
    }

    private void open(Newcomer newcomer, UUID merchant, UUID by) {
        EmailAddress.of(newcomer.contactMail()).ifPresent(address -> {
            UUID person = people.open(address, newcomer.contactName(), newcomer.language());
            roles.grant(new Grant(person, Role.MERCHANT, Optional.of(merchant)), new Actor.Person(by));
        });
    }

    /** Turns a waiting merchant down; the reason is mailed. */
    @Transactional
    public Decided refuse(UUID merchant, UUID by, String reason) {
        return negative(merchants.refuse(merchant, Optional.of(by), reason), "merchants/refused", reason, by);
    }

    /** Suspends a merchant; the reason is mailed. What it is owed stays owed. */
    @Transactional
    public Decided suspend(UUID merchant, UUID by, String reason) {
        return negative(merchants.suspend(merchant, Optional.of(by), reason), "merchants/suspended", reason, by);
    }

    /** Puts a shop of a merchant on the map; false when it has no such shop. */
    @Transactional
    public boolean locate(UUID merchant, UUID shop, Position position, UUID by) {
        boolean placed = merchants.locate(merchant, shop, position);
        if (placed) {
            audit.record(new Actor.Person(by), "merchants.located", "establishment:" + shop);
        }
        return placed;
    }

    private Decided negative(Decided decided, String template, String reason, UUID by) {
        if (decided instanceof Decided.Done(Merchant now)) {
            tell(now, template, Map.of("name", now.contactName(), "shop", now.name(), "reason", reason), by);
        }
        return decided;
    }

    private void tell(Merchant merchant, String template, Map<String, String> values, UUID by) {
        String state = merchant.state().code();
        messages.send(
                Tenancy.required(),
                new Recipient.Mail(merchant.contactMail()),
                merchant.language(),
                template,
                values,
                "merchant-" + merchant.id() + "-" + state + "-"
                        + merchant.decidedAt().orElse(merchant.appliedAt()));
        audit.record(new Actor.Person(by), "merchants." + state, "merchant:" + merchant.id());
    }
}
