package be.quartier.people;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.people.store.GrantStore;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** The people who work for the commune of {@link Tenancy}: invited by mail, given and taken roles. */
public class Staff {

    private final Accounts accounts;
    private final Roles roles;
    private final GrantStore store;
    private final Messages messages;
    private final String baseUrl;

    /** @param baseUrl the address people use, for the link in an invitation */
    public Staff(Accounts accounts, Roles roles, GrantStore store, Messages messages, String baseUrl) {
        this.accounts = accounts;
        this.roles = roles;
        this.store = store;
        this.messages = messages;
        this.baseUrl = baseUrl;
    }

    /** The roles an administrator gives in a commune: shops and residents get theirs elsewhere. */
    public static Set<Role> given(Commune commune) {
        Set<Role> given = EnumSet.of(
                Role.ECONOMY,
                Role.FINANCE,
                Role.APPROVER,
                Role.COMMUNICATION,
                Role.MODERATOR,
                Role.PACKER,
                Role.COURIER,
                Role.ASSOCIATION,
                Role.ADMIN,
                Role.AUDITOR);
        if (commune.kind() == Commune.Kind.REGION) {
            given.add(Role.REGION);
        }
        return given;
    }

    /** Everybody who holds such a role here, by name; at most 1,000. */
    @Transactional(readOnly = true)
    public List<Member> members(Commune commune) {
        return store.members(commune.id(), given(commune));
    }

    /** Opens an account for an address, or finds it, gives it roles and tells its owner by mail. */
    @Transactional
    public UUID invite(
            Commune commune, EmailAddress address, String name, Language language, Collection<Role> held, Actor by) {
        UUID person = accounts.open(address, name, language);
        long added = held.stream()
                .filter(given(commune)::contains)
                .filter(role -> roles.grant(Grant.of(person, role), by))
                .count();
        if (added > 0) {
            Map<String, String> values = Map.of("name", name, "link", baseUrl + "/sign-in");
            messages.send(
                    commune.id(),
                    new Recipient.Mail(address.value()),
                    language,
                    "people/invited",
                    values,
                    "people-invited-" + person + "-" + held.hashCode());
        }
        return person;
    }

    /** Gives and takes roles until the person holds exactly these; {@code false} when the last administrator stays one. */
    @Transactional
    public boolean set(Commune commune, UUID person, Set<Role> wanted, Actor by) {
        Set<Role> held = EnumSet.noneOf(Role.class);
        roles.of(person).forEach(grant -> held.add(grant.role()));
        boolean all = true;
        for (Role role : given(commune)) {
            if (wanted.contains(role) && !held.contains(role)) {
                roles.grant(Grant.of(person, role), by);
            } else if (!wanted.contains(role) && held.contains(role)) {
                all &= roles.revoke(Grant.of(person, role), by) != Roles.Revocation.LAST_ADMIN;
            }
        }
        return all;
    }
}
