package be.quartier.messaging.store;

import be.quartier.commune.CommuneId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the demonstration's mail server has taken. */
public final class TwinDeliveries {

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public TwinDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a message; a second copy is counted and not delivered. */
    public void received(CommuneId commune, UUID id, Instant at) {
        jdbc.sql("""
                        insert into twin_delivery (commune_id, id, copies, received_at)
                        values (:commune, :id, 1, :at)
                        on conflict (commune_id, id) do update set copies = twin_delivery.copies + 1
                        """)
                .param("commune", commune.value())
                .param("id", id)
                .param("at", OutboxStore.utc(at))
                .update();
    }

    /** How many copies of a message came; 0 when none. */
    public int copies(CommuneId commune, UUID id) {
        return jdbc.sql("select copies from twin_delivery where commune_id = :commune and id = :id")
                .param("commune", commune.value())
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
