package be.quartier.merchants;

import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
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

    Decisions(Merchants merchants, Accounts people, Roles roles, Messages messages, AuditTrail audit) {
        this.merchants = merchants;
        this.people = people;
        this.roles = roles;
        this.messages = messages;
        this.audit = audit;
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
