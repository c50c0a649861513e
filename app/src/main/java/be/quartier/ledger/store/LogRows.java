package be.quartier.ledger.store;

import be.quartier.ledger.MerkleLog;
import be.quartier.ledger.TilePath;
import be.quartier.ledger.Transfer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The tables of the log: head, tiles, order and checkpoints. */
public final class LogRows implements MerkleLog.Tiles {

    private final JdbcClient jdbc;
    private final int commune;

    /** @param jdbc inside the transaction of this commune */
    public LogRows(JdbcClient jdbc, int commune) {
        this.jdbc = jdbc;
        this.commune = commune;
    }

    /**
     * Where the sealer stands.
     *
     * @param size leaves in the log
     * @param watermark number of the transaction that wrote the last leaf
     * @param after id of the last leaf
     * @param cluster database cluster in which the watermark counts
     */
    public record Head(long size, String watermark, UUID after, int cluster) {}

    /** A signed checkpoint. */
    public record Note(long size, String text) {}

    /** Locks the head, waiting for another node that is sealing now, or empty then. The first call makes it. */
    public Optional<Head> lockHead(int cluster, boolean wait) {
        jdbc.sql("""
                        insert into log_head (commune_id, size, watermark, cluster)
                        values (?, 0, '0', ?)
                        on conflict (commune_id) do nothing
                        """).params(commune, cluster).update();
        return head(wait ? "for update" : "for update skip locked");
    }

    /** The head as it is. */
    public Optional<Head> head() {
        return head("");
    }

    private Optional<Head> head(String lock) {
        return jdbc.sql("select size, watermark::text, after_id, cluster from log_head where commune_id = ? " + lock)
                .param(commune)
                .query((row, number) ->
                        new Head(row.getLong(1), row.getString(2), row.getObject(3, UUID.class), row.getInt(4)))
                .optional();
    }

    /**
     * The next transfers to seal, in the order of their transactions. Only what was written below the oldest transaction
     * still running is read: whatever may yet appear comes later in this order. Served by {@code transfer_xact}.
     */
    public List<Sealable> next(Head head, int limit) {
        return jdbc.sql("select " + TransferRows.COLUMNS + """
                        , xact::text as watermark
                        from transfer
                        where commune_id = ?
                          and (xact, id) > (?::xid8, ?)
                          and xact < pg_snapshot_xmin(pg_current_snapshot())
                          and cluster = ?
                        order by xact, id
                        limit ?
                        """)
                .params(commune, head.watermark(), head.after(), head.cluster(), limit)
                .query((row, number) -> new Sealable(TransferRows.read(row, number), row.getString("watermark")))
                .list();
    }

    /** What a former cluster left unsealed: all of it is committed. */
    public List<Sealable> left(Head head, int limit) {
        return jdbc.sql("select " + TransferRows.COLUMNS + """
                        , xact::text as watermark
                        from transfer
                        where commune_id = ?
                          and (xact, id) > (?::xid8, ?)
                          and cluster = ?
                        order by xact, id
                        limit ?
                        """)
                .params(commune, head.watermark(), head.after(), head.cluster(), limit)
                .query((row, number) -> new Sealable(TransferRows.read(row, number), row.getString("watermark")))
                .list();
    }

    /** A transfer and the number of the transaction that wrote it. */
    public record Sealable(Transfer transfer, String watermark) {}

    @Override
    public byte[] read(int level, long index) {
        return jdbc.sql("select hashes from log_tile where commune_id = ? and level = ? and index = ?")
                .params(commune, level, index)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElse(new byte[0]);
    }

    /** Keeps a tile, replacing its partial form. */
    public void keepTile(int level, long index, byte[] hashes) {
        jdbc.sql("""
                        insert into log_tile (commune_id, level, index, hashes) values (?, ?, ?, ?)
                        on conflict (commune_id, level, index) do update set hashes = excluded.hashes
                        """).params(commune, level, index, hashes).update();
    }

    /** Keeps which transfers the leaves from {@code size} on are. */
    public void keepOrder(long size, List<UUID> ids) {
        int from = 0;
        for (long at = size; from < ids.size(); ) {
            int width = (int) Math.min(ids.size() - from, TilePath.WIDTH - at % TilePath.WIDTH);
            jdbc.sql("""
                            insert into log_order (commune_id, index, transfers) values (?, ?, ?)
                            on conflict (commune_id, index)
                            do update set transfers = log_order.transfers || excluded.transfers
                            """)
                    .param(commune)
                    .param(at / TilePath.WIDTH)
                    .param(new SqlArrayValue(
                            "uuid", ids.subList(from, from + width).toArray()))
                    .update();
            from += width;
            at += width;
        }
    }

    /** Moves the head. */
    public void moveHead(Head head) {
        jdbc.sql("""
                        update log_head set size = ?, watermark = ?::xid8, after_id = ?, cluster = ?
                        where commune_id = ?
                        """)
                .params(head.size(), head.watermark(), head.after(), head.cluster(), commune)
                .update();
    }

    /** Keeps a signed checkpoint. */
    public void addCheckpoint(long size, String note, Instant at) {
        jdbc.sql("insert into log_checkpoint (commune_id, size, note, at) values (?, ?, ?, ?)")
                .params(commune, size, note, TransferRows.utc(at))
                .update();
    }

    /** The checkpoints with sizes above one and up to another, smallest first. */
    public List<Note> checkpoints(long above, long upTo) {
        return jdbc.sql("""
                        select size, note from log_checkpoint
                        where commune_id = ? and size > ? and size <= ?
                        order by size
                        """)
                .params(commune, above, upTo)
                .query((row, number) -> new Note(row.getLong(1), row.getString(2)))
                .list();
    }

    /** The newest checkpoint. */
    public Optional<Note> lastCheckpoint() {
        return jdbc.sql("select size, note from log_checkpoint where commune_id = ? order by size desc limit 1")
                .param(commune)
                .query((row, number) -> new Note(row.getLong(1), row.getString(2)))
                .optional();
    }

    /** A signed checkpoint and when it was made. */
    public record Sealed(long size, String note, Instant at) {}

    /** The newest checkpoint, with its time. */
    public Optional<Sealed> newestSealed() {
        return jdbc.sql("select size, note, at from log_checkpoint where commune_id = ? order by size desc limit 1")
                .param(commune)
                .query(LogRows::sealed)
                .optional();
    }

    /** The checkpoints with sizes above one, smallest first. */
    public List<Sealed> sealed(long above, int limit) {
        return jdbc.sql("""
                        select size, note, at from log_checkpoint
                        where commune_id = ? and size > ?
                        order by size
                        limit ?
                        """)
                .params(commune, above, limit)
                .query(LogRows::sealed)
                .list();
    }

    private static Sealed sealed(java.sql.ResultSet row, int number) throws SQLException {
        return new Sealed(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, java.time.OffsetDateTime.class).toInstant());
    }

    /** The transfers of the leaves of one tile, in order. */
    public List<UUID> order(long index) {
        return jdbc.sql("select transfers from log_order where commune_id = ? and index = ?")
                .params(commune, index)
                .query((row, number) -> uuids(row.getArray(1)))
                .optional()
                .orElse(List.of());
    }

    /** How many transfers stand before the sealer's place, where all are in the log. */
    public long behind(Head head) {
        return jdbc.sql("""
                        select count(*) from transfer
                        where commune_id = ? and (cluster <> ? or (xact, id) <= (?::xid8, ?))
                        """)
                .params(commune, head.cluster(), head.watermark(), head.after())
                .query(Long.class)
                .single();
    }

    private static List<UUID> uuids(java.sql.Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
