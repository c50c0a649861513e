package be.quartier.vouchers.signals.store;

import be.quartier.vouchers.signals.Found;
import be.quartier.vouchers.signals.Signal;
import be.quartier.vouchers.signals.SignalKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The tables {@code signal} and {@code signal_look}. */
public final class SignalRows {

    private static final UUID NO_CAMPAIGN = new UUID(0, 0);

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public SignalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a pattern, or replaces the same one when it has grown. */
    public void keep(int commune, UUID id, Optional<UUID> campaign, Found found, Instant now) {
        jdbc.sql("""
                        insert into signal (commune_id, id, campaign_id, kind, subject, merchant_id, till_id, score, facts,
                          entries, first_at, last_at, found_at)
                        values (:commune, :id, :campaign, :kind, :subject, :merchant, :till, :score, :facts, :entries,
                          :first, :last, :now)
                        on conflict (commune_id, campaign_id, kind, subject) do update
                        set score = excluded.score, facts = excluded.facts, entries = excluded.entries,
                            first_at = excluded.first_at, last_at = excluded.last_at, till_id = excluded.till_id,
                            state = case when excluded.last_at > signal.last_at then 'open' else signal.state end
                        where excluded.last_at > signal.last_at or excluded.score > signal.score
                        """)
                .param("commune", commune)
                .param("id", id)
                .param("campaign", campaign.orElse(NO_CAMPAIGN))
                .param("kind", found.kind().code())
                .param("subject", subject(found))
                .param("merchant", found.merchant())
                .param("till", found.till().orElse(null))
                .param("score", found.score())
                .param("facts", new SqlArrayValue("bigint", found.facts().toArray()))
                .param("entries", new SqlArrayValue("uuid", found.entries().toArray()))
                .param("first", found.first().atOffset(ZoneOffset.UTC))
                .param("last", found.last().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String subject(Found found) {
        return found.kind() == SignalKind.SERIAL_ORDER
                ? found.merchant() + " " + found.till().map(UUID::toString).orElse("")
                : found.merchant().toString();
    }

    /** Forgets what was settled and last happened before an instant. */
    public int forget(int commune, Instant before) {
        jdbc.sql("""
                        delete from signal_look
                        where commune_id = ?
                          and signal_id in (
                            select id from signal where commune_id = ? and state = 'settled' and last_at < ?)
                        """).params(commune, commune, before.atOffset(ZoneOffset.UTC)).update();
        return jdbc.sql("delete from signal where commune_id = ? and state = 'settled' and last_at < ?")
                .params(commune, before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What nobody has settled, the highest score first. */
    public List<Signal> waiting(int commune) {
        return jdbc.sql(
                        "select * from signal where commune_id = ? and state <> 'settled' order by score desc, last_at desc, id"
                                + " limit 200")
                .param(commune)
                .query(SignalRows::read)
                .list();
    }

    /** A signal. */
    public Optional<Signal> find(int commune, UUID id) {
        return find(commune, id, "");
    }

    /** A signal, locked until the end of the transaction. */
    public Optional<Signal> lock(int commune, UUID id) {
        return find(commune, id, " for update");
    }

    private Optional<Signal> find(int commune, UUID id, String lock) {
        return jdbc.sql("select * from signal where commune_id = ? and id = ?" + lock)
                .params(commune, id)
                .query(SignalRows::read)
                .optional();
    }

    /** Moves a signal. */
    public void settle(int commune, UUID id, Signal.State state) {
        jdbc.sql("update signal set state = ? where commune_id = ? and id = ?")
                .params(state.code(), commune, id)
                .update();
    }

    /** Keeps a look. */
    public void look(int commune, UUID id, UUID signal, Signal.Look look) {
        jdbc.sql("""
                        insert into signal_look (commune_id, id, signal_id, at, person_id, decision, note)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        commune,
                        id,
                        signal,
                        look.at().atOffset(ZoneOffset.UTC),
                        look.person(),
                        look.decision().code(),
                        look.note())
                .update();
    }

    /** The looks at a signal, oldest first. */
    public List<Signal.Look> looks(int commune, UUID signal) {
        return jdbc.sql("select * from signal_look where commune_id = ? and signal_id = ? order by at, id")
                .params(commune, signal)
                .query((row, number) -> new Signal.Look(
                        instant(row, "at"),
                        row.getObject("person_id", UUID.class),
                        Signal.Decision.valueOf(row.getString("decision")
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_')),
                        row.getString("note")))
                .list();
    }

    private static Signal read(ResultSet row, int number) throws SQLException {
        return new Signal(
                row.getObject("id", UUID.class),
                Optional.of(row.getObject("campaign_id", UUID.class)).filter(id -> !id.equals(NO_CAMPAIGN)),
                SignalKind.of(row.getString("kind")),
                row.getObject("merchant_id", UUID.class),
                Optional.ofNullable(row.getObject("till_id", UUID.class)),
                row.getInt("score"),
                List.of((Long[]) array(row, "facts")),
                List.of((UUID[]) array(row, "entries")),
                instant(row, "first_at"),
                instant(row, "last_at"),
                Signal.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
