package be.quartier.ledger;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Installation;
import be.quartier.installation.MasterKey;
import be.quartier.ledger.store.Cluster;
import be.quartier.ledger.store.LogRows;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appends committed transfers to the commune's Merkle log and signs a checkpoint.
 *
 * <p>Invariant: transfers are appended in the order (transaction, id), and only those whose transaction is older than every
 * transaction still running; so a transaction that commits late is never skipped. Any node may seal, one at a time.
 */
@Component
public class Sealer {

    private static final int LEAVES_AT_ONCE = 5_000;
    private static final int ROUNDS_MAX = 100;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final MasterKey masterKey;
    private final Cluster cluster;
    private final Witness witness;
    private final Clock clock;

    Sealer(JdbcClient jdbc, TransactionTemplate transactions, Installation installation, Cluster cluster, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.masterKey = installation.masterKey();
        this.cluster = cluster;
        this.witness = new Witness(installation.folder().folder("files"), clock);
        this.clock = clock;
    }

    /** Seals what is committed now in one commune, unless another node is at it. */
    void sealUnlessBusy(CommuneId commune) {
        seal(commune, false);
    }

    /** Seals what is committed now in one commune, and gives the size of its log. */
    public long seal(CommuneId commune) {
        return seal(commune, true);
    }

    private long seal(CommuneId commune, boolean wait) {
        for (int round = 0; round < ROUNDS_MAX; round++) {
            Round done = Tenancy.in(
                    commune, () -> Objects.requireNonNull(transactions.execute(_ -> sealSome(commune, wait))));
            done.note().ifPresent(note -> witness.keep(commune, note));
            if (!done.more()) {
                return done.size();
            }
        }
        return 0;
    }

    /** The key whose signature is on a commune's checkpoints. */
    public SignedNote.Verifier verifier(CommuneId commune) {
        return signer(commune).verifier();
    }

    /** The name of a commune's log, the first line of its checkpoints. */
    public static String origin(CommuneId commune) {
        return "quartier-ledger/" + commune.value();
    }

    /** The newest signed checkpoint of a commune's log. */
    public Optional<String> checkpoint(CommuneId commune) {
        return Tenancy.in(
                commune,
                () -> Objects.requireNonNull(transactions.execute(
                        _ -> new LogRows(jdbc, commune.value()).lastCheckpoint().map(LogRows.Note::text))));
    }

    Witness witness() {
        return witness;
    }

    private record Round(long size, boolean more, Optional<String> note) {}

    private Round sealSome(CommuneId commune, boolean wait) {
        LogRows rows = new LogRows(jdbc, commune.value());
        Optional<LogRows.Head> locked = rows.lockHead(cluster.number(), wait);
        if (locked.isEmpty()) {
            return new Round(0, false, Optional.empty());
        }
        LogRows.Head head = locked.get();
        boolean former = head.cluster() != cluster.number();
        List<LogRows.Sealable> next = former ? rows.left(head, LEAVES_AT_ONCE) : rows.next(head, LEAVES_AT_ONCE);
        if (next.isEmpty()) {
            if (former) {
                rows.moveHead(new LogRows.Head(head.size(), "0", new java.util.UUID(0, 0), cluster.number()));
            }
            return new Round(head.size(), former, Optional.empty());
        }
        MerkleLog merkle = new MerkleLog(rows, head.size());
        merkle.append(next.stream().map(one -> leaf(commune, one.transfer())).toList());
        merkle.keep(rows::keepTile);
        rows.keepOrder(
                head.size(), next.stream().map(one -> one.transfer().id()).toList());
        LogRows.Sealable last = next.getLast();
        rows.moveHead(new LogRows.Head(
                merkle.size(), last.watermark(), last.transfer().id(), head.cluster()));
        String note =
                Checkpoint.of(origin(commune), merkle.size(), merkle.root()).signed(signer(commune));
        rows.addCheckpoint(merkle.size(), note, clock.instant());
        return new Round(merkle.size(), former || next.size() == LEAVES_AT_ONCE, Optional.of(note));
    }

    static byte[] leaf(CommuneId commune, Transfer transfer) {
        return Merkle.leaf(transfer.entry(commune.value()).getBytes(StandardCharsets.UTF_8));
    }

    private SignedNote.Signer signer(CommuneId commune) {
        return new SignedNote.Signer(
                origin(commune), masterKey.derive("ledger-log", Integer.toString(commune.value())));
    }
}
