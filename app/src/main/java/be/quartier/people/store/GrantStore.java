package be.quartier.people.store;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Role;
import be.quartier.people.Grant;
import be.quartier.people.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code role_grant}. */
public final class GrantStore {

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a grant; false when it was held already. */
    public boolean add(CommuneId commune, UUID id, Grant grant, Instant now) {
        return jdbc.sql("""
                                insert into role_grant (commune_id, id, person_id, role, merchant_id, granted_at)
                                values (:commune, :id, :person, :role, :merchant, :now)
                                on conflict do nothing
                                """)
                        .param("commune", commune.value())
                        .param("id", id)
                        .param("person", grant.person())
                        .param("role", grant.role().code())
                        .param("merchant", grant.merchant().orElse(null))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Removes a grant; false when it was not held. */
    public boolean remove(CommuneId commune, Grant grant) {
        return jdbc.sql("""
                                delete from role_grant
                                where commune_id = :commune
                                  and person_id = :person
                                  and role = :role
                                  and merchant_id is not distinct from :merchant
                                """)
                        .param("commune", commune.value())
                        .param("person", grant.person())
                        .param("role", grant.role().code())
                        .param("merchant", grant.merchant().orElse(null))
                        .update()
                == 1;
    }

    /** A person's grants, oldest first; served by the unique key. */
    public List<Grant> of(CommuneId commune, UUID person) {
        return jdbc.sql("""
                        select person_id, role, merchant_id
                        from role_grant
                        where commune_id = :commune and person_id = :person
                        order by granted_at, id
                        """)
                .param("commune", commune.value())
                .param("person", person)
                .query((row, number) -> grant(row, row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Everybody's grants of a role, oldest first, at most 1,000; served by the index on the role. */
    public List<Grant> holders(CommuneId commune, Role role) {
        return jdbc.sql("""
                        select person_id, role, merchant_id
                        from role_grant
                        where commune_id = :commune and role = :role
                        order by granted_at, id
                        limit 1000
                        """)
                .param("commune", commune.value())
                .param("role", role.code())
                .query((row, number) -> grant(row, row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Everybody who holds one of these roles, by name, at most 1,000; served by the index on the role. */
    public List<Member> members(CommuneId commune, Set<Role> roles) {
        return jdbc.sql("""
                        select p.id, p.home_commune_id, p.display_name, p.language, array_agg(g.role) as roles
                        from role_grant g
                        join person p on p.commune_id = g.commune_id and p.id = g.person_id
                        where g.commune_id = :commune and g.role in (:roles) and p.closed_at is null
                        group by p.id, p.home_commune_id, p.display_name, p.language
                        order by p.display_name, p.id
                        limit 1000
                        """)
                .param("commune", commune.value())
                .param("roles", roles.stream().map(Role::code).toList())
                .query((row, number) -> new Member(
                        PersonStore.person(row, number),
                        Arrays.stream((String[]) row.getArray("roles").getArray())
                                .map(GrantStore::role)
                                .collect(Collectors.toSet())))
                .list();
    }

    private static Role role(String code) {
        return Role.valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** How many open accounts hold a role, their rows locked until the end of the transaction. */
    public int lockHolders(CommuneId commune, Role role) {
        return jdbc.sql("""
                        select g.id
                        from role_grant g
                        join person p on p.commune_id = g.commune_id and p.id = g.person_id
                        where g.commune_id = :commune and g.role = :role and p.closed_at is null
                        order by g.id
                        for update of g
                        """)
                .param("commune", commune.value())
                .param("role", role.code())
                .query(UUID.class)
                .list()
                .size();
    }

    static Grant grant(ResultSet row, UUID holder) throws SQLException {
        return new Grant(
                holder, role(row.getString("role")), Optional.ofNullable(row.getObject("merchant_id", UUID.class)));
    }
}
