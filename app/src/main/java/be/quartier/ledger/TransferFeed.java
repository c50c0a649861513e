package be.quartier.ledger;

import be.quartier.commune.Tenancy;
import be.quartier.ledger.store.FeedRows;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The transfers of one book as they come in, for figures that follow them: nothing is written, nothing is missed and
 * nothing comes twice, however long a writing transaction stays open.
 */
@Component
public class TransferFeed {

    private final FeedRows rows;

    TransferFeed(JdbcClient jdbc) {
        this.rows = new FeedRows(jdbc);
    }

    /**
     * How far a reader is.
     *
     * @param from transactions below it were read completely
     * @param seen transfers of later transactions that were read already
     */
    public record Cursor(long from, Set<UUID> seen) {
        /** Nothing was read yet. */
        public static final Cursor START = new Cursor(0, Set.of());

        /** Keeps its own copy. */
        public Cursor {
            seen = Set.copyOf(seen);
        }
    }

    /**
     * Hands over every transfer of a book of the current commune that {@code cursor} has not seen, in no particular order.
     *
     * @return where to go on next time
     */
    @Transactional(readOnly = true)
    public Cursor read(UUID book, Cursor cursor, Consumer<Move> each) {
        // The horizon is taken first: what is below it is finished, so the statement after it reads all of that.
        long horizon = rows.horizon();
        var recent = new HashSet<UUID>();
        rows.since(Tenancy.required().value(), book, cursor.from(), move -> {
            if (move.xact() >= horizon) {
                recent.add(move.id());
            }
            if (!cursor.seen().contains(move.id())) {
                each.accept(move);
            }
        });
        return new Cursor(horizon, recent);
    }

    /**
     * The newest spends into and refunds out of shops' accounts of the current commune.
     *
     * @param from first instant
     * @param to instant after the last
     */
    @Transactional(readOnly = true)
    public List<Move> entries(Collection<UUID> accounts, Instant from, Instant to, int limit) {
        return rows.entries(Tenancy.required().value(), accounts, from, to, limit);
    }
}
