package be.quartier.people.store;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Role;
import be.quartier.people.Grant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
                holder,
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("merchant_id", UUID.class)));
    }
}
