package be.quartier.ledger.store;

import be.quartier.ledger.Actor;
import be.quartier.ledger.Posting;
import be.quartier.ledger.Reason;
import be.quartier.ledger.RequestHash;
import be.quartier.ledger.Transfer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The table {@code transfer}: inserted and read, never changed. */
public final class TransferRows {

    static final String COLUMNS = """
            id, book_id, debit_id, credit_id, amount_cents, reason, at, actor_kind, actor_id, origin_id,
            guarded_after_cents, request_hash, note
            """;

    /** Served by the primary key: one probe per id. */
    private static final String BY_IDS = "select " + COLUMNS + """
                    from transfer
                    where commune_id = ?
                      and id = any (?)
                    """;

    static final String INSERT = """
            insert into transfer (commune_id, id, book_id, debit_id, credit_id, amount_cents, reason, at, actor_kind,
              actor_id, origin_id, guarded_after_cents, request_hash, note, cluster)
            """;

    private static final String INSERT_ALL = INSERT + """
                    select ?, p.id, p.book, p.debit, p.credit, p.amount, p.reason, ?, p.actor_kind, p.actor, p.origin,
                      p.guarded_after, p.request, p.note, ?
                    from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as p (id, book, debit, credit, amount, reason,
                      actor_kind, actor, origin, guarded_after, request, note)
                    on conflict (commune_id, id) do nothing
                    returning id
                    """;

    private final JdbcClient jdbc;
    private final Cluster cluster;

    /** @param jdbc inside the transaction of a commune */
    public TransferRows(JdbcClient jdbc, Cluster cluster) {
        this.jdbc = jdbc;
        this.cluster = cluster;
    }

    /** The transfers that exist among these ids. */
    public Map<UUID, Transfer> byIds(int commune, Collection<UUID> ids) {
        Map<UUID, Transfer> found = new HashMap<>();
        jdbc.sql(BY_IDS)
                .param(commune)
                .param(uuids(ids))
                .query(TransferRows::read)
                .list()
                .forEach(transfer -> found.put(transfer.id(), transfer));
        return found;
    }

    /** The newest transfers of an account, newest first. */
    public List<Transfer> ofAccount(int commune, UUID account, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        from (
                          (select * from transfer
                           where commune_id = ? and debit_id = ? order by at desc, id limit ?)
                          union all
                          (select * from transfer
                           where commune_id = ? and credit_id = ? order by at desc, id limit ?)
                        ) both_sides
                        order by at desc, id
                        limit ?
                        """)
                .params(commune, account, limit, commune, account, limit, limit)
                .query(TransferRows::read)
                .list();
    }

    /** Every transfer in or out of an account, oldest first; served by the indexes on both sides. */
    public List<Transfer> history(int commune, UUID account) {
        return jdbc.sql("select " + COLUMNS + """
                        from transfer
                        where commune_id = ?
                          and (debit_id = ? or credit_id = ?)
                        order by at, id
                        """)
                .params(commune, account, account)
                .query(TransferRows::read)
                .list();
    }

    /** The transfers into an account since an instant, by the index {@code transfer_credit}. */
    public List<Transfer> into(int commune, UUID account, Instant from, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        from transfer
                        where commune_id = ?
                          and credit_id = ?
                          and at >= ?
                        order by at, id
                        limit ?
                        """)
                .params(commune, account, from.atOffset(ZoneOffset.UTC), limit)
                .query(TransferRows::read)
                .list();
    }

    /** How many transfers of a reason into these accounts there were before an instant; an account without is left out. */
    public Map<UUID, Long> countInto(int commune, Collection<UUID> accounts, Reason reason, Instant before) {
        Map<UUID, Long> counts = new HashMap<>();
        jdbc.sql("""
                        select credit_id, count(*) as transfers
                        from transfer
                        where commune_id = ? and credit_id = any (?) and reason = ? and at < ?
                        group by credit_id
                        """)
                .param(commune)
                .param(new SqlArrayValue("uuid", accounts.toArray()))
                .param(reason.code())
                .param(before.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    counts.put(row.getObject("credit_id", UUID.class), row.getLong("transfers"));
                });
        return counts;
    }

    /** Sum of what refers to an origin by one of these reasons. */
    public long sumByOrigin(int commune, UUID origin, Reason... reasons) {
        String[] codes = java.util.Arrays.stream(reasons).map(Reason::code).toArray(String[]::new);
        return jdbc.sql("""
                        select coalesce(sum(amount_cents), 0)
                        from transfer
                        where commune_id = ? and origin_id = ? and reason = any (?)
                        """)
                .param(commune)
                .param(origin)
                .param(new SqlArrayValue("text", (Object[]) codes))
                .query(Long.class)
                .single();
    }

    /** Inserts postings at one instant; those whose id exists are left out. Gives the ids inserted. */
    public List<UUID> insert(int commune, Instant at, List<Posting> postings, List<@Nullable Long> guardedAfter) {
        return jdbc.sql(INSERT_ALL)
                .param(commune)
                .param(utc(at))
                .param(cluster.number())
                .param(array("uuid", postings, Posting::id))
                .param(array("uuid", postings, Posting::book))
                .param(array("uuid", postings, Posting::debit))
                .param(array("uuid", postings, Posting::credit))
                .param(array("int8", postings, Posting::amountCents))
                .param(array("text", postings, p -> p.reason().code()))
                .param(array("text", postings, p -> p.actor().kind().code()))
                .param(array("uuid", postings, p -> p.actor().id().orElse(null)))
                .param(array("uuid", postings, p -> p.origin().orElse(null)))
                .param(new SqlArrayValue("int8", guardedAfter.toArray()))
                .param(bytes(postings, p -> p.request().bytes()))
                .param(array("text", postings, p -> p.note().orElse(null)))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    static <T> SqlArrayValue array(String type, List<T> rows, Function<T, @Nullable Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }

    // The driver tells bytea[] by the type of the array itself.
    static <T> SqlArrayValue bytes(List<T> rows, Function<T, byte[]> column) {
        return new SqlArrayValue("bytea", (Object[]) rows.stream().map(column).toArray(byte[][]::new));
    }

    static SqlArrayValue uuids(Collection<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Reads the columns of {@code transfer} by name. */
    static Transfer read(ResultSet row, int number) throws SQLException {
        long after = row.getLong("guarded_after_cents");
        OptionalLong guardedAfter = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(after);
        return new Transfer(
                row.getObject("id", UUID.class),
                row.getObject("book_id", UUID.class),
                row.getObject("debit_id", UUID.class),
                row.getObject("credit_id", UUID.class),
                row.getLong("amount_cents"),
                Reason.of(row.getString("reason")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getObject("actor_id", UUID.class))),
                Optional.ofNullable(row.getObject("origin_id", UUID.class)),
                guardedAfter,
                new RequestHash(HexFormat.of().formatHex(row.getBytes("request_hash"))),
                Optional.ofNullable(row.getString("note")));
    }
}
