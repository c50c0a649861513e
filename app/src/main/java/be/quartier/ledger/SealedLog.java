package be.quartier.ledger;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.store.Cluster;
import be.quartier.ledger.store.LogRows;
import be.quartier.ledger.store.TransferRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sealed log of the commune of {@link Tenancy}, for those who check it from outside: what is served is enough to recompute
 * every root ever signed, and any entry changed since gives another one.
 */
@Component
@Transactional(readOnly = true)
public class SealedLog {

    /** Most entries one question is answered with. */
    public static final int ENTRIES_MAX = 1_000;

    private final JdbcClient jdbc;
    private final TransferRows transfers;

    SealedLog(JdbcClient jdbc, Cluster cluster) {
        this.jdbc = jdbc;
        this.transfers = new TransferRows(jdbc, cluster);
    }

    /**
     * A state of the log.
     *
     * @param size leaves then
     * @param root base64 of the root hash
     * @param note the signed checkpoint
     */
    public record State(long size, String root, String note, Instant at) {}

    /**
     * A leaf: the hash of 0x00 and these characters in UTF-8.
     *
     * @param index place in the log, from 0
     * @param text the entry as it reads now; empty when the transfer is gone
     */
    public record Entry(long index, Optional<String> text) {}

    /** The newest state; empty before the first transfer. */
    public Optional<State> newest() {
        return rows().newestSealed().map(SealedLog::state);
    }

    /** The states with more leaves than this, the shortest first. */
    public List<State> states(long above, int limit) {
        return rows().sealed(above, limit).stream().map(SealedLog::state).toList();
    }

    /** The entries from a place on, at most {@link #ENTRIES_MAX}; rebuilt from the transfers as they are now. */
    public List<Entry> entries(long from) {
        int commune = commune();
        List<UUID> ids = new ArrayList<>();
        long tile = from / TilePath.WIDTH;
        int skip = (int) (from % TilePath.WIDTH);
        for (List<UUID> next = rows().order(tile); !next.isEmpty(); next = rows().order(++tile)) {
            ids.addAll(next.subList(Math.min(skip, next.size()), next.size()));
            skip = 0;
            if (next.size() < TilePath.WIDTH || ids.size() >= ENTRIES_MAX) {
                break;
            }
        }
        List<UUID> wanted = ids.subList(0, Math.min(ids.size(), ENTRIES_MAX));
        Map<UUID, Transfer> known = transfers.byIds(commune, wanted);
        List<Entry> entries = new ArrayList<>();
        for (UUID id : wanted) {
            entries.add(new Entry(
                    from + entries.size(),
                    Optional.ofNullable(known.get(id)).map(transfer -> transfer.entry(commune))));
        }
        return entries;
    }

    /** The hashes of a tile; empty when there is none. */
    public List<byte[]> tile(int level, long index) {
        return MerkleLog.hashes(rows().read(level, index));
    }

    /** The audit path of a leaf in the log of a size. @throws IllegalArgumentException when there is no such leaf */
    public List<byte[]> inclusion(long index, long size) {
        return new TileProofs(rows()).inclusion(index, size);
    }

    /** Proof that a log is a beginning of a later one. @throws IllegalArgumentException when it is longer, or empty */
    public List<byte[]> consistency(long older, long newer) {
        return new TileProofs(rows()).consistency(older, newer);
    }

    /** Whether the first leaves of the log still have this root (base64). */
    public boolean beginsWith(long size, String root) {
        boolean longEnough = newest().filter(state -> state.size() >= size).isPresent();
        return longEnough
                && Arrays.equals(
                        new TileProofs(rows()).root(size),
                        java.util.Base64.getDecoder().decode(root));
    }

    private LogRows rows() {
        return new LogRows(jdbc, commune());
    }

    private static State state(LogRows.Sealed sealed) {
        String root = sealed.note().lines().skip(2).findFirst().orElseThrow();
        return new State(sealed.size(), root, sealed.note(), sealed.at());
    }

    private static int commune() {
        CommuneId commune = Tenancy.required();
        return commune.value();
    }
}
