package be.quartier.ledger.store;

import be.quartier.ledger.AccountKind;
import be.quartier.ledger.GuardedAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The table {@code account}. */
public final class AccountRows {

    private static final String COLUMNS = "id, book_id, balance_cents, stamp, out_day, out_day_cents";

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens an account that keeps no balance; nothing when it exists. */
    public void open(int commune, UUID id, UUID book, AccountKind kind, Optional<UUID> owner, Instant at) {
        jdbc.sql("""
                        insert into account (commune_id, id, book_id, kind, owner_id, opened_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (commune_id, id) do nothing
                        """)
                .params(commune, id, book, kind.code())
                .param(owner.orElse(null))
                .param(TransferRows.utc(at))
                .update();
    }

    /** Opens guarded accounts with their first balance; fails when one exists. */
    public void openGuarded(int commune, UUID book, Collection<UUID> ids, long balanceCents, Instant at) {
        jdbc.sql("""
                        insert into account (commune_id, id, book_id, kind, owner_id, opened_at, balance_cents)
                        select ?, a.id, ?, ?, a.id, ?, ?
                        from unnest(?) as a (id)
                        """)
                .params(commune, book, AccountKind.VOUCHER.code(), TransferRows.utc(at), balanceCents)
                .param(TransferRows.uuids(ids))
                .update();
    }

    /** The owner of an account. */
    public Optional<UUID> owner(int commune, UUID account) {
        return jdbc.sql("select owner_id from account where commune_id = ? and id = ? and owner_id is not null")
                .params(commune, account)
                .query((row, number) -> row.getObject("owner_id", UUID.class))
                .optional();
    }

    /** The owners of accounts of a kind in a book; served by the index on book and kind. */
    public List<UUID> owners(int commune, UUID book, AccountKind kind) {
        return jdbc.sql("""
                        select owner_id
                        from account
                        where commune_id = ? and book_id = ? and kind = ? and kind <> 'voucher' and owner_id is not null
                        order by owner_id
                        """)
                .params(commune, book, kind.code())
                .query((row, number) -> row.getObject("owner_id", UUID.class))
                .list();
    }

    /** Guarded accounts as they are now, by id. */
    public Map<UUID, GuardedAccount> guarded(int commune, Collection<UUID> ids) {
        Map<UUID, GuardedAccount> found = new HashMap<>();
        jdbc.sql("select " + COLUMNS
                        + " from account where commune_id = ? and id = any (?) and balance_cents is not null")
                .param(commune)
                .param(TransferRows.uuids(ids))
                .query(AccountRows::read)
                .list()
                .forEach(account -> found.put(account.id(), account));
        return found;
    }

    /** Locks guarded accounts until the end of the transaction, in the order of their ids, and reads them. */
    public List<GuardedAccount> lock(int commune, Collection<UUID> ids) {
        return jdbc.sql("select " + COLUMNS + """
                         from account
                        where commune_id = ? and id = any (?) and balance_cents is not null
                        order by id
                        for no key update
                        """)
                .param(commune)
                .param(TransferRows.uuids(ids))
                .query(AccountRows::read)
                .list();
    }

    /** Makes every posting that was prepared with the present stamp fail. */
    public void restamp(int commune, Collection<UUID> ids) {
        jdbc.sql("update account set stamp = stamp + 1 where commune_id = ? and id = any (?)")
                .param(commune)
                .param(TransferRows.uuids(ids))
                .update();
    }

    /** Adds to a locked guarded account and gives its balance; a day's sum of what left is lowered by {@code outCents}. */
    public long credit(int commune, UUID id, long cents, LocalDate day, long outCents) {
        return jdbc.sql("""
                        update account
                        set balance_cents = balance_cents + ?,
                            out_day_cents = case when out_day = ? then greatest(0, out_day_cents - ?)
                              else out_day_cents end
                        where commune_id = ? and id = ? and balance_cents is not null
                        returning balance_cents
                        """)
                .params(cents, day, outCents, commune, id)
                .query(Long.class)
                .single();
    }

    /** Credits less debits of any account, summed over its transfers. */
    public long sum(int commune, UUID id) {
        return jdbc.sql("""
                        select (select coalesce(sum(amount_cents), 0) from transfer where commune_id = ? and credit_id = ?)
                             - (select coalesce(sum(amount_cents), 0) from transfer where commune_id = ? and debit_id = ?)
                        """).params(commune, id, commune, id).query(Long.class).single();
    }

    /** The same over the accounts of some kinds in a book, found by the index on book and kind. */
    public long sumOfKinds(int commune, UUID book, Set<AccountKind> kinds) {
        Object[] codes = kinds.stream().map(AccountKind::code).toArray();
        return jdbc.sql("""
                        select coalesce(sum(
                          (select coalesce(sum(t.amount_cents), 0) from transfer t
                           where t.commune_id = a.commune_id and t.credit_id = a.id)
                          - (select coalesce(sum(t.amount_cents), 0) from transfer t
                             where t.commune_id = a.commune_id and t.debit_id = a.id)), 0)
                        from account a
                        where a.commune_id = ? and a.book_id = ? and a.kind = any (?) and a.kind <> 'voucher'
                        """)
                .param(commune)
                .param(book)
                .param(new SqlArrayValue("text", codes))
                .query(Long.class)
                .single();
    }

    /** How many of these ids are guarded accounts. */
    public long countGuarded(int commune, Collection<UUID> ids) {
        return jdbc.sql("select count(*) from account where commune_id = ? and id = any (?) and balance_cents is not"
                        + " null")
                .param(commune)
                .param(new SqlArrayValue("uuid", ids.toArray()))
                .query(Long.class)
                .single();
    }

    private static GuardedAccount read(ResultSet row, int number) throws SQLException {
        return new GuardedAccount(
                row.getObject("id", UUID.class),
                row.getObject("book_id", UUID.class),
                row.getLong("balance_cents"),
                row.getInt("stamp"),
                Optional.ofNullable(row.getObject("out_day", LocalDate.class)),
                row.getLong("out_day_cents"));
    }
}
