package be.quartier.merchants.callbacks;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code call_back_event}. */
final class CallEventRows {

    private final JdbcClient jdbc;

    CallEventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(int commune, UUID request, CallEvent event) {
        jdbc.sql("""
                        insert into call_back_event (commune_id, id, call_back_id, kind, at, actor_id, words, due_on)
                        values (:commune, :id, :request, :kind, :at, :actor, :words, :due)
                        """)
                .param("commune", commune)
                .param("id", event.id())
                .param("request", request)
                .param("kind", event.kind())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("actor", event.actor().orElse(null))
                .param("words", event.words())
                .param("due", event.dueOn().orElse(null))
                .update();
    }

    /** What happened to a request, the latest first. */
    List<CallEvent> of(int commune, UUID request) {
        return jdbc.sql("""
                        select * from call_back_event
                        where commune_id = :commune and call_back_id = :request
                        order by at desc, id desc
                        """)
                .param("commune", commune)
                .param("request", request)
                .query((row, number) -> new CallEvent(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("actor_id", UUID.class)),
                        row.getString("words"),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class))))
                .list();
    }

    /** Takes the words out of what happened to a request. */
    void empty(int commune, UUID request) {
        jdbc.sql("update call_back_event set words = '' where commune_id = :commune and call_back_id = :request")
                .param("commune", commune)
                .param("request", request)
                .update();
    }
}
