package be.quartier.vouchers.proof.store;

import be.quartier.vouchers.proof.ProofEvent;
import be.quartier.vouchers.proof.ProofEvent.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code proof_event}, and what the letters add to it. */
public final class EventRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public EventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a line. */
    public void add(int commune, UUID application, ProofEvent event) {
        jdbc.sql("""
                        insert into proof_event (commune_id, id, application_id, kind, at, actor_id, code, words)
                        values (:commune, :id, :application, :kind, :at, :actor, :code, :words)
                        """)
                .param("commune", commune)
                .param("id", event.id())
                .param("application", application)
                .param("kind", event.kind().code())
                .param("at", ApplicationRows.utc(event.at()))
                .param("actor", event.actor().orElse(null), Types.OTHER)
                .param("code", event.code())
                .param("words", event.words())
                .update();
    }

    /** The timeline of an application, oldest first, with every letter that its voucher was printed in. */
    public List<ProofEvent> of(int commune, UUID application) {
        return jdbc.sql("""
                        select id, kind, at, actor_id, code, words
                        from proof_event
                        where commune_id = :commune and application_id = :application
                        union all
                        select l.id, 'letter', b.created_at, b.created_by, '', ''
                        from proof_application a
                        join letter_voucher p on p.commune_id = a.commune_id and p.voucher_id = a.voucher_id
                        join letter l on l.commune_id = p.commune_id and l.id = p.letter_id
                        join letter_batch b on b.commune_id = l.commune_id and b.id = l.batch_id
                        where a.commune_id = :commune and a.id = :application
                        order by at, id
                        """)
                .param("commune", commune)
                .param("application", application)
                .query(EventRows::read)
                .list();
    }

    private static ProofEvent read(ResultSet row, int number) throws SQLException {
        return new ProofEvent(
                row.getObject("id", UUID.class),
                Kind.of(row.getString("kind")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("actor_id", UUID.class)),
                row.getString("code"),
                row.getString("words"));
    }
}
