package be.quartier.ledger.store;

import be.quartier.ledger.GuardedDebit;
import be.quartier.ledger.Reason;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Money out of guarded accounts: the account's balance and the transfer in one statement. */
public final class DebitRows {

    /**
     * Takes money from guarded accounts and writes the transfers, in one statement. A posting whose account has another
     * stamp, too little money or too small a rest of its day, or whose id is known, is left out. The accounts are found
     * by primary key; a concurrent writer of the same account is waited for and the conditions are then read again.
     */
    private static final String DEBIT = debit("", "?", "?", "?");

    /** The same for postings of the past, each with its own moment and day. */
    private static final String DEBIT_PAST = debit(", at, day", "?, ?, ?", "p.day", "p.at");

    /**
     * @param more columns of the postings asked for
     * @param last placeholders of the last columns, these among them
     */
    private static String debit(String more, String last, String day, String at) {
        return """
            with asked as (
              select *
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %2$s) as p (id, book, debit, credit, amount, actor_kind, actor,
                origin, request, stamp, day_limit%1$s)
            ), taken as (
              update account a
              set balance_cents = a.balance_cents - p.amount,
                  out_day = %3$s,
                  out_day_cents = case when a.out_day = %3$s then a.out_day_cents else 0 end + p.amount
              from asked p
              where a.commune_id = ?
                and a.id = p.debit
                and a.stamp = p.stamp
                and a.balance_cents >= p.amount
                and (p.day_limit is null
                  or case when a.out_day = %3$s then a.out_day_cents else 0 end + p.amount <= p.day_limit)
                and not exists (select 1 from transfer t where t.commune_id = ? and t.id = p.id)
              returning p.id, a.balance_cents
            )
            """.formatted(more, last, day) + TransferRows.INSERT + """
                    select ?, p.id, p.book, p.debit, p.credit, p.amount, ?, %s, p.actor_kind, p.actor, p.origin,
                      t.balance_cents, p.request, null, ?
                    from asked p
                    join taken t on t.id = p.id
                    returning id, guarded_after_cents
                    """.formatted(at);
    }

    private final JdbcClient jdbc;
    private final Cluster cluster;

    /** @param jdbc inside the transaction of a commune */
    public DebitRows(JdbcClient jdbc, Cluster cluster) {
        this.jdbc = jdbc;
        this.cluster = cluster;
    }

    /** Takes what is allowed and gives the balance after each posting that was taken. All have one reason. */
    public Map<UUID, Long> debit(int commune, Instant at, LocalDate day, Reason reason, List<GuardedDebit> debits) {
        return taken(asked(DEBIT, debits)
                .param(day)
                .param(day)
                .param(commune)
                .param(day)
                .param(commune)
                .param(commune)
                .param(reason.code())
                .param(TransferRows.utc(at))
                .param(cluster.number()));
    }

    /** The same for debits of the past; moments and days are theirs, in order. */
    public Map<UUID, Long> debit(
            int commune, List<Instant> moments, List<LocalDate> days, Reason reason, List<GuardedDebit> debits) {
        return taken(asked(DEBIT_PAST, debits)
                .param(TransferRows.array("timestamptz", moments, TransferRows::utc))
                .param(TransferRows.array("date", days, day -> day))
                .param(commune)
                .param(commune)
                .param(commune)
                .param(reason.code())
                .param(cluster.number()));
    }

    private StatementSpec asked(String statement, List<GuardedDebit> debits) {
        return jdbc.sql(statement)
                .param(TransferRows.array("uuid", debits, d -> d.posting().id()))
                .param(TransferRows.array("uuid", debits, d -> d.posting().book()))
                .param(TransferRows.array("uuid", debits, d -> d.posting().debit()))
                .param(TransferRows.array("uuid", debits, d -> d.posting().credit()))
                .param(TransferRows.array("int8", debits, d -> d.posting().amountCents()))
                .param(TransferRows.array(
                        "text", debits, d -> d.posting().actor().kind().code()))
                .param(TransferRows.array(
                        "uuid", debits, d -> d.posting().actor().id().orElse(null)))
                .param(TransferRows.array(
                        "uuid", debits, d -> d.posting().origin().orElse(null)))
                .param(TransferRows.bytes(debits, d -> d.posting().request().bytes()))
                .param(TransferRows.array("int4", debits, GuardedDebit::stamp))
                .param(TransferRows.array("int8", debits, d -> boxed(d.dayLimitCents())));
    }

    private static Map<UUID, Long> taken(StatementSpec statement) {
        Map<UUID, Long> taken = new HashMap<>();
        statement.query((ResultSet row) -> {
            taken.put(row.getObject(1, UUID.class), row.getLong(2));
        });
        return taken;
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
