package be.quartier.vouchers.proof.store;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The end of what applications hold. */
public final class RetentionRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public RetentionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes applications made before a moment whose address was never confirmed, with their documents; how many. */
    public int unconfirmed(int commune, Instant before) {
        jdbc.sql("""
                        delete from proof_file f
                        using proof_application a
                        where f.commune_id = :commune and a.commune_id = f.commune_id and a.id = f.application_id
                          and a.state = 'unconfirmed' and a.created_at < :before
                        """)
                .param("commune", commune)
                .param("before", ApplicationRows.utc(before))
                .update();
        return jdbc.sql("""
                        delete from proof_application
                        where commune_id = :commune and state = 'unconfirmed' and created_at < :before
                        """)
                .param("commune", commune)
                .param("before", ApplicationRows.utc(before))
                .update();
    }

    /** Deletes the documents of applications that were final before a day; how many. */
    public int files(int commune, LocalDate before) {
        return jdbc.sql("""
                        delete from proof_file f
                        using proof_application a
                        where f.commune_id = :commune and a.commune_id = f.commune_id and a.id = f.application_id
                          and (a.emptied_at is not null
                            or a.state in ('accepted', 'refused', 'upheld') and a.final_on < :before)
                        """).param("commune", commune).param("before", before).update();
    }

    /**
     * Empties names, addresses and words of applications that were final, or that nobody acted on, since before a day; how
     * many.
     */
    public int data(int commune, LocalDate before, Instant at) {
        jdbc.sql("""
                        update proof_event e
                        set words = ''
                        from proof_application a
                        where e.commune_id = :commune and a.commune_id = e.commune_id and a.id = e.application_id
                          and coalesce(a.final_on, a.due_on) < :before and e.words <> ''
                        """).param("commune", commune).param("before", before).update();
        return jdbc.sql("""
                        update proof_application
                        set last_name = '', first_name = '', parent_name = '', birth = null, street = '', number = '',
                          box = '', postcode = '', town = '', mail = null, mail_hash = null, account_id = null,
                          emptied_at = :at
                        where commune_id = :commune and coalesce(final_on, due_on) < :before and emptied_at is null
                        """)
                .param("commune", commune)
                .param("before", before)
                .param("at", ApplicationRows.utc(at))
                .update();
    }
}
