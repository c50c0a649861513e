package be.quartier.ledger.store;

import be.quartier.ledger.Move;
import be.quartier.ledger.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Reads {@code transfer} in the order of its writing transactions, served by the index {@code transfer_xact}. */
public final class FeedRows {

    private static final int FETCH = 5_000;

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public FeedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest transaction still running: everything below it can be read now. */
    public long horizon() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    /** Hands over the transfers of a book written by transactions from {@code from} on. */
    public void since(int commune, UUID book, long from, Consumer<Move> each) {
        jdbc.sql("""
                        select id, debit_id, credit_id, amount_cents, reason, at, xact::text::bigint as xact
                        from transfer
                        where commune_id = ?
                          and book_id = ?
                          and xact >= ?::text::xid8
                        """)
                .params(commune, book, Long.toString(from))
                .withFetchSize(FETCH)
                .query((ResultSet row) -> each.accept(read(row)));
    }

    /** The newest spends and refunds of these accounts in a time, by the two indexes on account and instant. */
    public List<Move> entries(int commune, Collection<UUID> accounts, Instant from, Instant to, int limit) {
        var ids = new SqlArrayValue("uuid", accounts.toArray());
        return jdbc.sql("""
                        select id, debit_id, credit_id, amount_cents, reason, at, xact::text::bigint as xact
                        from (
                          select * from transfer
                          where commune_id = :commune and credit_id = any (:accounts) and at >= :from and at < :to
                            and reason = 'spend'
                          union all
                          select * from transfer
                          where commune_id = :commune and debit_id = any (:accounts) and at >= :from and at < :to
                            and reason in ('refund', 'undo')
                        ) moved
                        order by at desc, id
                        limit :limit
                        """)
                .param("commune", commune)
                .param("accounts", ids)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    private static Move read(ResultSet row) throws SQLException {
        return new Move(
                row.getObject("id", UUID.class),
                row.getObject("debit_id", UUID.class),
                row.getObject("credit_id", UUID.class),
                row.getLong("amount_cents"),
                Reason.of(row.getString("reason")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("xact"));
    }
}
