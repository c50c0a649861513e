package be.quartier.messaging.store;

import be.quartier.commune.CommuneId;
import be.quartier.messaging.MessageState;
import be.quartier.messaging.template.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes and reads messages of the current transaction's commune. */
public final class OutboxStore {

    private static final String INSERT = """
            insert into outbox_message
              (commune_id, id, key, channel, kind, recipient, recipient_hash, language, template, subject, body, html,
               state, created_at, give_up_at, next_attempt_at, sent_at)
            values (:commune, :id, :key, :channel, :kind, :recipient, :hash, :language, :template, :subject, :body, :html,
               :state, :created, :giveUp, :next, :sent)
            on conflict (commune_id, key) do nothing
            """;

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a message that waits to leave; false when its key is taken. */
    public boolean add(OutboxRow row) {
        return insert(row, MessageState.CREATED) == 1;
    }

    /** Adds a message that has left; false when its key is taken. */
    public boolean addSent(OutboxRow row) {
        return insert(row, MessageState.SENT) == 1;
    }

    private int insert(OutboxRow row, MessageState state) {
        boolean waits = state == MessageState.CREATED;
        return jdbc.sql(INSERT)
                .param("commune", row.commune().value())
                .param("id", row.id())
                .param("key", row.key())
                .param("channel", row.channel().code())
                .param("kind", row.kind().code())
                .param("recipient", row.recipient())
                .param("hash", row.recipientHash().bytes())
                .param("language", row.language().code())
                .param("template", row.template())
                .param("subject", row.subject())
                .param("body", row.body())
                .param("html", row.html())
                .param("state", state.code())
                .param("created", utc(row.createdAt()))
                .param("giveUp", utc(row.createdAt().plus(row.kind().lifetime())))
                .param("next", waits ? utc(row.createdAt()) : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("sent", waits ? null : utc(row.createdAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** The message of a key. */
    public Optional<UUID> idOf(CommuneId commune, String key) {
        return jdbc.sql("select id from outbox_message where commune_id = :commune and key = :key")
                .param("commune", commune.value())
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    /** How many messages one recipient was written since an instant; two transactions never count at the same time. */
    public int countTo(CommuneId commune, Digest recipient, Instant since) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", recipient.lock())
                .query((row, number) -> Boolean.TRUE)
                .single();
        return jdbc.sql("""
                        select count(*)
                        from outbox_message
                        where commune_id = :commune
                          and recipient_hash = :hash
                          and created_at >= :since
                        """)
                .param("commune", commune.value())
                .param("hash", recipient.bytes())
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /** How many messages of a channel left since an instant. */
    public int countSent(CommuneId commune, String channel, Instant since) {
        return jdbc.sql("""
                        select count(*)
                        from outbox_message
                        where commune_id = :commune
                          and channel = :channel
                          and sent_at >= :since
                        """)
                .param("commune", commune.value())
                .param("channel", channel)
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /**
     * Takes the messages that are due for one node: it alone may carry them until the lease ends. The lease is counted by the
     * database's own clock, because it is about a process being alive and not about the installation's calendar. The choice is
     * materialized: joined as a subquery it would be made again for each row and take more than the limit.
     */
    public List<DueMessage> take(CommuneId commune, String channel, Instant now, int limit, Duration lease) {
        return jdbc.sql("""
                        with due as materialized (
                          select id
                          from outbox_message
                          where commune_id = :commune
                            and channel = :channel
                            and next_attempt_at <= :now
                          order by next_attempt_at, id
                          limit :limit
                          for update skip locked
                        )
                        update outbox_message m
                        set state = 'sending', attempts = m.attempts + 1, next_attempt_at = null,
                            lease_until = clock_timestamp() + :lease * interval '1 millisecond'
                        from due
                        where m.commune_id = :commune
                          and m.id = due.id
                        returning m.*
                        """)
                .param("commune", commune.value())
                .param("channel", channel)
                .param("now", utc(now))
                .param("limit", limit)
                .param("lease", lease.toMillis())
                .query(OutboxStore::due)
                .list();
    }

    /** Messages whose node went away in the middle: nobody knows whether they left. */
    public int expire(CommuneId commune, Instant nextAttempt) {
        return jdbc.sql("""
                        update outbox_message
                        set state = 'unknown', lease_until = null, next_attempt_at = :next, reason = 'node stopped'
                        where commune_id = :commune
                          and lease_until < clock_timestamp()
                        """)
                .param("commune", commune.value())
                .param("next", utc(nextAttempt))
                .update();
    }

    /** The provider took it. {@code keepText} is false for a secret that need not stay readable. */
    public void sent(CommuneId commune, DueMessage message, Instant at, String reference, boolean keepText) {
        jdbc.sql("""
                        update outbox_message
                        set state = 'sent', lease_until = null, next_attempt_at = null, sent_at = :at,
                            reference = :reference, reason = null,
                            body = case when :keep then body else '' end,
                            html = case when :keep then html else '' end
                        where commune_id = :commune
                          and id = :id
                          and state in ('sending', 'unknown')
                        """)
                .param("commune", commune.value())
                .param("id", message.id())
                .param("at", utc(at))
                .param("reference", reference)
                .param("keep", keepText)
                .update();
    }

    /** It did not leave, or nobody knows; {@code next} is empty when it is not tried again. */
    public void notSent(
            CommuneId commune, DueMessage message, MessageState state, String reason, Optional<Instant> next) {
        jdbc.sql("""
                        update outbox_message
                        set state = :state, lease_until = null, next_attempt_at = :next, reason = :reason
                        where commune_id = :commune
                          and id = :id
                          and state = 'sending'
                          and attempts = :attempt
                        """)
                .param("commune", commune.value())
                .param("id", message.id())
                .param("attempt", message.attempt())
                .param("state", state.code())
                .param("reason", reason.substring(0, Math.min(reason.length(), 500)))
                .param("next", next.map(OutboxStore::utc).orElse(null), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Gives a taken message back untried, to be due later. */
    public void postpone(CommuneId commune, DueMessage message, Instant until) {
        jdbc.sql("""
                        update outbox_message
                        set state = 'created', attempts = attempts - 1, lease_until = null, next_attempt_at = :until
                        where commune_id = :commune
                          and id = :id
                          and state = 'sending'
                        """)
                .param("commune", commune.value())
                .param("id", message.id())
                .param("until", utc(until))
                .update();
    }

    /** Empties what messages older than an instant say and to whom; what remains are figures. */
    public int forgetBefore(CommuneId commune, Instant before) {
        return jdbc.sql("""
                        update outbox_message
                        set recipient = '', subject = '', body = '', html = ''
                        where commune_id = :commune
                          and created_at < :before
                          and next_attempt_at is null
                          and lease_until is null
                          and recipient <> ''
                        """)
                .param("commune", commune.value())
                .param("before", utc(before))
                .update();
    }

    /** How many messages stand where. */
    public Map<MessageState, Long> count(CommuneId commune) {
        Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
        jdbc.sql("select state, count(*) from outbox_message where commune_id = :commune group by state")
                .param("commune", commune.value())
                .query((row, number) -> counts.put(MessageState.of(row.getString(1)), row.getLong(2)))
                .list();
        return counts;
    }

    private static DueMessage due(ResultSet row, int number) throws SQLException {
        return new DueMessage(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                row.getString("recipient"),
                new Digest(row.getBytes("recipient_hash")),
                be.quartier.commune.Language.of(row.getString("language")).orElseThrow(),
                row.getString("subject"),
                row.getString("body"),
                row.getString("html"),
                row.getInt("attempts"),
                row.getObject("give_up_at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
