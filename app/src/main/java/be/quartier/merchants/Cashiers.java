package be.quartier.merchants;

import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.EmailAddress;
import be.quartier.people.Grant;
import be.quartier.people.Person;
import be.quartier.people.Roles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who work the till of a merchant of the commune of {@link Tenancy} under their own name. */
@Service
public class Cashiers {

    private final Accounts people;
    private final Roles roles;
    private final Merchants merchants;
    private final Messages messages;

    Cashiers(Accounts people, Roles roles, Merchants merchants, Messages messages) {
        this.people = people;
        this.roles = roles;
        this.merchants = merchants;
        this.messages = messages;
    }

    /** Gives somebody the role of a cashier in this shop and tells them by mail; false when they had it. */
    @Transactional
    public boolean invite(UUID merchant, EmailAddress address, String name, Language language, UUID by) {
        UUID person = people.open(address, name, language);
        boolean added = roles.grant(new Grant(person, Role.CASHIER, Optional.of(merchant)), new Actor.Person(by));
        if (added) {
            String shop = merchants.find(merchant).orElseThrow().name();
            messages.send(
                    Tenancy.required(),
                    new Recipient.Mail(address.value()),
                    language,
                    "merchants/cashier",
                    Map.of("name", name, "shop", shop),
                    "cashier-" + merchant + "-" + person);
        }
        return added;
    }

    /** Takes the role away again; false when the person did not have it in this shop. */
    @Transactional
    public boolean remove(UUID merchant, UUID person, UUID by) {
        var grant = new Grant(person, Role.CASHIER, Optional.of(merchant));
        return roles.revoke(grant, new Actor.Person(by)) == Roles.Revocation.REVOKED;
    }

    /** The cashiers of this shop. */
    @Transactional(readOnly = true)
    public List<Person> of(UUID merchant) {
        return roles.holders(Role.CASHIER).stream()
                .filter(grant -> grant.merchant().filter(merchant::equals).isPresent())
                .flatMap(grant -> people.find(grant.person()).stream())
                .toList();
    }
}
