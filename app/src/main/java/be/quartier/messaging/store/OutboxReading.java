package be.quartier.messaging.store;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.messaging.Channel;
import be.quartier.messaging.MessageState;
import be.quartier.messaging.Outbox;
import be.quartier.messaging.OutgoingMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as people read it. */
public class OutboxReading implements Outbox {

    private final JdbcClient jdbc;
    private final OutboxStore store;

    /** @param jdbc as the application's role */
    public OutboxReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.store = new OutboxStore(jdbc);
    }

    @Override
    @Transactional(readOnly = true)
    public List<OutgoingMessage> newest(Optional<Channel> channel, int limit) {
        return jdbc.sql("""
                        select *
                        from outbox_message
                        where commune_id = :commune
                          and (:channel = '' or channel = :channel)
                        order by created_at desc, id desc
                        limit :limit
                        """)
                .param("commune", Tenancy.required().value())
                .param("channel", channel.map(Channel::code).orElse(""))
                .param("limit", Math.clamp(limit, 1, PAGE_MAX))
                .query(OutboxReading::message)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OutgoingMessage> find(UUID id) {
        return jdbc.sql("select * from outbox_message where commune_id = :commune and id = :id")
                .param("commune", Tenancy.required().value())
                .param("id", id)
                .query(OutboxReading::message)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<MessageState, Long> count() {
        return store.count(Tenancy.required());
    }

    private static OutgoingMessage message(ResultSet row, int number) throws SQLException {
        return new OutgoingMessage(
                new CommuneId(row.getInt("commune_id")),
                row.getObject("id", UUID.class),
                Channel.of(row.getString("channel")).orElseThrow(),
                row.getString("recipient"),
                Language.of(row.getString("language")).orElseThrow(),
                row.getString("template"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("html"),
                MessageState.of(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("next_attempt_at", OffsetDateTime.class)),
                instant(row.getObject("sent_at", OffsetDateTime.class)),
                Optional.ofNullable(row.getString("reference")),
                Optional.ofNullable(row.getString("reason")),
                row.getString("kind").equals("mailing"));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
