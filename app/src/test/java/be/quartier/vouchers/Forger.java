package be.quartier.vouchers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Somebody with the rights of the tables' owner who changes a commune's books behind the application's back. */
final class Forger {

    private static final int KINDS = 9;

    private final Connection owner;
    private final Statement statement;
    private final int commune;
    private final SplittableRandom random;

    Forger(Connection owner, Statement statement, int commune, SplittableRandom random) {
        this.owner = owner;
        this.statement = statement;
        this.commune = commune;
        this.random = random;
    }

    /** Changes it all back: one transaction, in which the sealer of the running application waits: it must not find half of it done. */
    void undo(List<String> undo) throws SQLException {
        owner.setAutoCommit(false);
        statement.execute("lock table log_head in exclusive mode");
        for (String sql : undo) {
            statement.execute(sql);
        }
        owner.commit();
    }

    /** Changes something, of nine kinds, and gives the statements that change it back. */
    List<String> forge() throws SQLException {
        int kind = random.nextInt(KINDS);
        List<UUID> ids = transfers();
        UUID id = ids.get(random.nextInt(ids.size()));
        UUID other = ids.get((ids.indexOf(id) + 1) % ids.size());
        String where = " where commune_id = " + commune + " and id = '" + id + "'";
        String keep = "create table kept_row as select * from transfer" + where;
        String back = "insert into transfer select * from kept_row";
        List<String> undo = new ArrayList<>();
        switch (kind) {
            case 0 -> change(undo, "amount_cents", "amount_cents + 1", "amount_cents - 1", where);
            case 1 -> change(undo, "at", "at + interval '1 microsecond'", "at - interval '1 microsecond'", where);
            case 2 -> change(undo, "note", "'faux'", "null", where);
            case 3 -> {
                statement.execute("drop table if exists kept_row");
                statement.execute(keep);
                statement.execute("delete from transfer" + where);
                undo.add(back);
                undo.add("drop table kept_row");
            }
            case 4 -> {
                UUID inserted = UUID.randomUUID();
                statement.execute(
                        "insert into transfer (commune_id, id, book_id, debit_id, credit_id, amount_cents, reason,"
                                + " at, actor_kind, request_hash, xact, cluster) select commune_id, '" + inserted
                                + "', book_id, credit_id, debit_id, 1, reason, at, actor_kind, request_hash, xact, cluster"
                                + " from transfer" + where);
                undo.add("delete from transfer where commune_id = " + commune + " and id = '" + inserted + "'");
            }
            case 5 -> {
                String swap = "update log_order set transfers = array_replace(array_replace(array_replace(transfers, '"
                        + id + "', '" + new UUID(0, 1) + "'), '" + other + "', '" + id + "'), '" + new UUID(0, 1)
                        + "', '" + other + "') where commune_id = " + commune;
                statement.execute(swap);
                undo.add(swap);
            }
            case 6 -> {
                String flip = "update log_tile set hashes = set_byte(hashes, %1$s, get_byte(hashes, %1$s) # 1)"
                                .formatted(random.nextInt(32))
                        + " where commune_id = " + commune + " and level = 0 and index = 1";
                statement.execute(flip);
                undo.add(flip);
            }
            case 7 -> {
                statement.execute("update account set balance_cents = balance_cents + 1 where commune_id = " + commune
                        + " and balance_cents is not null and id = (select min(id::text)::uuid from account where"
                        + " commune_id = " + commune + " and balance_cents is not null)");
                undo.add("update account set balance_cents = balance_cents - 1 where commune_id = " + commune
                        + " and balance_cents is not null and id = (select min(id::text)::uuid from account where"
                        + " commune_id = " + commune + " and balance_cents is not null)");
            }
            default -> truncate(undo);
        }
        return undo;
    }

    /** Cuts the end off: the last transfer, its leaf, the head and the checkpoint, as a careful forger would. */
    private void truncate(List<String> undo) throws SQLException {
        for (String table : List.of("transfer", "log_head", "log_tile", "log_order", "log_checkpoint")) {
            statement.execute("drop table if exists kept_" + table);
            statement.execute(
                    "create table kept_" + table + " as select * from " + table + " where commune_id = " + commune);
            undo.add("delete from " + table + " where commune_id = " + commune);
            undo.add("insert into " + table + " select * from kept_" + table);
            undo.add("drop table kept_" + table);
        }
        for (String table : List.of("log_head", "log_tile", "log_order", "log_checkpoint", "transfer")) {
            statement.execute("delete from " + table + " where commune_id = " + commune);
        }
        statement.execute(
                "update account set balance_cents = 0 where commune_id = " + commune + " and balance_cents > 0");
        undo.add(
                "update account a set balance_cents = coalesce((select sum(case when t.credit_id = a.id then amount_cents"
                        + " else -amount_cents end) from transfer t where t.commune_id = " + commune
                        + " and a.id in (t.credit_id, t.debit_id)), 0) where commune_id = " + commune
                        + " and balance_cents is not null");
    }

    private void change(List<String> undo, String column, String to, String back, String where) throws SQLException {
        statement.execute("update transfer set " + column + " = " + to + where);
        undo.add("update transfer set " + column + " = " + back + where);
    }

    private List<UUID> transfers() throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select id from transfer where commune_id = " + commune + " order by xact, id")) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
