package be.quartier.ledger;

import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.ledger.store.Cluster;
import be.quartier.ledger.store.LogRows;
import be.quartier.ledger.store.TransferRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The log: every sealed transfer is there, unchanged and in its place, every checkpoint is signed and true, none that a
 * witness kept is missing, and no transfer stands beside the log. In depth every leaf is computed again; as routine only
 * the newest tile.
 */
@Component
class LogCheck implements AuditCheck {

    private static final int FAULTS_MAX = 20;

    private final JdbcClient jdbc;
    private final Cluster cluster;
    private final Sealer sealer;

    LogCheck(JdbcClient jdbc, Cluster cluster, Sealer sealer) {
        this.jdbc = jdbc;
        this.cluster = cluster;
        this.sealer = sealer;
    }

    @Override
    public String name() {
        return "log-is-whole-and-unchanged";
    }

    @Override
    public List<String> faults(Commune commune, Depth depth) {
        LogRows rows = new LogRows(jdbc, commune.id().value());
        Optional<LogRows.Head> head = rows.head();
        List<String> faults = new ArrayList<>();
        Map<Long, Checkpoint> promised = promised(commune.id(), rows, depth, faults);
        if (head.isEmpty()) {
            promised.keySet()
                    .forEach(size -> faults.add("the log is gone, a checkpoint of " + size + " leaves is kept"));
            return faults;
        }
        long size = head.get().size();
        promised.keySet().stream()
                .filter(promise -> promise > size)
                .forEach(promise ->
                        faults.add("the log was cut: " + promise + " leaves were signed, " + size + " are left"));
        if (size > 0 && !promised.containsKey(size)) {
            faults.add("no signed checkpoint of the " + size + " leaves there are");
        }
        long behind = rows.behind(head.get());
        if (behind != size) {
            faults.add(behind + " transfers stand where " + size + " were sealed");
        }
        leaves(commune.id(), rows, size, depth, promised, faults);
        return faults.size() > FAULTS_MAX ? faults.subList(0, FAULTS_MAX) : faults;
    }

    /** Every checkpoint of the database and of the witness that this commune's key signed, by size. */
    private Map<Long, Checkpoint> promised(CommuneId commune, LogRows rows, Depth depth, List<String> faults) {
        SignedNote.Verifier verifier = sealer.verifier(commune);
        List<String> notes = new ArrayList<>();
        if (depth == Depth.FULL) {
            rows.checkpoints(0, Long.MAX_VALUE).forEach(note -> notes.add(note.text()));
            notes.addAll(sealer.witness().notes(commune));
        } else {
            rows.lastCheckpoint().ifPresent(note -> notes.add(note.text()));
        }
        Map<Long, Checkpoint> promised = new TreeMap<>();
        for (String note : notes) {
            Optional<Checkpoint> checkpoint = Checkpoint.open(note, verifier)
                    .filter(opened -> opened.origin().equals(Sealer.origin(commune)));
            if (checkpoint.isEmpty()) {
                faults.add("a checkpoint is not signed by this commune's key");
                continue;
            }
            Checkpoint before = promised.putIfAbsent(checkpoint.get().size(), checkpoint.get());
            if (before != null && !before.equals(checkpoint.get())) {
                faults.add("two roots were signed for " + before.size() + " leaves");
            }
        }
        return promised;
    }

    private void leaves(
            CommuneId commune,
            LogRows rows,
            long size,
            Depth depth,
            Map<Long, Checkpoint> promised,
            List<String> faults) {
        boolean whole = depth == Depth.FULL;
        CompactTree tree = new CompactTree();
        long tiles = (size + TilePath.WIDTH - 1) / TilePath.WIDTH;
        for (long index = whole ? 0 : Math.max(0, tiles - 1); index < tiles && faults.size() < FAULTS_MAX; index++) {
            int width = (int) Math.min(TilePath.WIDTH, size - index * TilePath.WIDTH);
            byte[] tile = rows.read(0, index);
            List<UUID> ids = rows.order(index);
            if (ids.size() != width || tile.length != width * Merkle.HASH_BYTES) {
                faults.add("tile " + index + " holds " + tile.length / Merkle.HASH_BYTES + " hashes of " + ids.size()
                        + " transfers instead of " + width);
                return;
            }
            Map<UUID, Transfer> transfers = new TransferRows(jdbc, cluster).byIds(commune.value(), ids);
            for (int at = 0; at < width; at++) {
                long leaf = index * TilePath.WIDTH + at;
                byte[] kept = Arrays.copyOfRange(tile, at * Merkle.HASH_BYTES, (at + 1) * Merkle.HASH_BYTES);
                Transfer transfer = transfers.get(ids.get(at));
                if (transfer == null) {
                    faults.add("transfer " + ids.get(at) + ", sealed as leaf " + leaf + ", is gone");
                } else if (!Arrays.equals(Sealer.leaf(commune, transfer), kept)) {
                    faults.add("transfer " + transfer.id() + ", sealed as leaf " + leaf + ", was changed or moved");
                }
                if (whole) {
                    tree.add(kept);
                    compare(tree, promised.get(leaf + 1), faults);
                }
            }
        }
        if (!whole && size > 0) {
            Checkpoint last = promised.get(size);
            byte[] root = new MerkleLog(rows, size).root();
            if (last != null
                    && !last.root()
                            .equals(Checkpoint.of(last.origin(), size, root).root())) {
                faults.add("the tiles do not make the root that was signed for " + size + " leaves");
            }
        } else if (whole && size > 0 && !Arrays.equals(tree.root(), new MerkleLog(rows, size).root())) {
            faults.add("the upper tiles do not make the root of the leaves");
        }
    }

    private static void compare(
            CompactTree tree, @org.jspecify.annotations.Nullable Checkpoint promise, List<String> faults) {
        if (promise != null && !promise.equals(Checkpoint.of(promise.origin(), promise.size(), tree.root()))) {
            faults.add("the first " + promise.size() + " leaves do not make the root that was signed for them");
        }
    }
}
