package be.quartier.people.web;

import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.people.Accounts;
import be.quartier.people.AuditPlaces;
import be.quartier.people.Roles;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** People in the audit trail: an administrator finds those who hold a role. */
@Component
class PersonPlaces implements AuditPlaces {

    private final Accounts accounts;
    private final Roles roles;

    PersonPlaces(Accounts accounts, Roles roles) {
        this.accounts = accounts;
        this.roles = roles;
    }

    @Override
    public Optional<Thing> thing(String kind, UUID id, Visitor reader, Language language) {
        if (!kind.equals("person")) {
            return Optional.empty();
        }
        boolean open = reader.is(Role.ADMIN)
                && roles.of(id).stream().anyMatch(grant -> grant.merchant().isEmpty());
        return accounts.find(id)
                .map(person -> new Thing(person.name(), open ? Optional.of("/staff/" + id) : Optional.empty()));
    }
}
