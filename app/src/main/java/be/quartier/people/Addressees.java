package be.quartier.people;

import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who is written to because of a role in the commune of {@link Tenancy}. */
@Component
public class Addressees {

    private final Roles roles;
    private final Accounts accounts;

    Addressees(Roles roles, Accounts accounts) {
        this.roles = roles;
        this.accounts = accounts;
    }

    /** Somebody and where a mail reaches them. */
    public record Addressee(Person person, EmailAddress address) {}

    /** Everybody with this role who has an address; a guest's is read in the commune where the account lives. */
    public List<Addressee> holding(Role role) {
        return roles.holders(role).stream().flatMap(this::addressee).toList();
    }

    private Stream<Addressee> addressee(Grant grant) {
        return accounts.find(grant.person()).stream().flatMap(person -> {
            Optional<EmailAddress> address = Tenancy.in(person.home(), () -> accounts.address(person.id()));
            return address.stream().map(known -> new Addressee(person, known));
        });
    }
}
