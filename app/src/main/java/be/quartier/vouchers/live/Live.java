package be.quartier.vouchers.live;

import be.quartier.commune.Brussels;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.Move;
import be.quartier.ledger.Reason;
import be.quartier.ledger.TransferFeed;
import be.quartier.ledger.TransferFeed.Cursor;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.live.store.PlaceRows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The live figures of a campaign: each look first takes in what the ledger got since the last one, so that a purchase is
 * seen at once; nobody looking costs nothing, and nothing is written.
 */
@Component
public class Live {

    /** Campaigns whose sums stay in memory; the one looked at longest ago is dropped and read again when needed. */
    static final int BOOKS_MAX = 24;

    private final TransferFeed feed;
    private final PlaceRows places;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    Live(TransferFeed feed, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.feed = feed;
        this.places = new PlaceRows(jdbc);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    private record Key(CommuneId commune, UUID campaign) {}

    private static final class Entry {
        private final ReentrantLock lock = new ReentrantLock();
        private final LiveBook book = new LiveBook();
        private Cursor cursor = Cursor.START;
        private @Nullable LiveView view;
    }

    /** The figures of a campaign of the current commune as they are now. */
    public LiveView look(Campaign campaign) {
        var entry = entry(new Key(Tenancy.required(), campaign.id()));
        entry.lock.lock();
        try {
            boolean moved = Boolean.TRUE.equals(reading.execute(status -> catchUp(entry, campaign)));
            var known = entry.view;
            if (known == null || moved || stale(known, campaign)) {
                known = view(entry.book, campaign);
                entry.view = known;
            }
            return known;
        } finally {
            entry.lock.unlock();
        }
    }

    private boolean stale(LiveView view, Campaign campaign) {
        var today = Brussels.today(clock);
        return !Brussels.dateOf(view.at()).equals(today)
                || view.totals().budgetCents() != campaign.terms().money().budgetCents()
                || view.forecast().daysLeft()
                        != Math.max(0, campaign.progress().lastDay().toEpochDay() - today.toEpochDay());
    }

    private LiveView view(LiveBook book, Campaign campaign) {
        var totals = book.totals(campaign.terms().money().budgetCents());
        var cells = book.cells();
        var byDay = book.byDay();
        var forecast =
                Forecast.on(Brussels.today(clock), byDay, campaign.progress().lastDay(), totals.issuedCents());
        return new LiveView(
                clock.instant(),
                book.lastAt(),
                totals,
                Map.copyOf(cells),
                LiveBook.hidden(cells),
                LiveBook.hiddenIssued(cells),
                byDay,
                forecast);
    }

    /** Takes in what is new; whether anything was. */
    private boolean catchUp(Entry entry, Campaign campaign) {
        int commune = Tenancy.required().value();
        var reference = campaign.terms().reference();
        var book = entry.book;
        if (entry.cursor.equals(Cursor.START)) {
            places.ofCampaign(commune, campaign.id(), reference, book::add);
        }
        var moves = new Waiting(book);
        entry.cursor = feed.read(campaign.id(), entry.cursor, moves::take);
        if (moves.strangers.isEmpty() && moves.held.isEmpty()) {
            return moves.taken > 0;
        }
        places.of(commune, moves.strangers, reference).forEach(book::add);
        places.merchantsByPayable(commune, campaign.id()).forEach(book::name);
        moves.held.forEach(book::take);
        return true;
    }

    private Entry entry(Key key) {
        synchronized (entries) {
            var entry = entries.computeIfAbsent(key, any -> new Entry());
            if (entries.size() > BOOKS_MAX) {
                entries.remove(
                        Objects.requireNonNull(entries.keySet().iterator().next()));
            }
            return entry;
        }
    }

    /** Takes moves of what the book knows at once and holds the others back until it does. */
    private static final class Waiting {
        private final LiveBook book;
        private final List<UUID> strangers = new ArrayList<>();
        private final List<Move> held = new ArrayList<>();
        private int taken;

        Waiting(LiveBook book) {
            this.book = book;
        }

        void take(Move move) {
            if (move.reason() == Reason.ISSUE && !book.knows(move.credit())) {
                strangers.add(move.credit());
            }
            boolean spends = move.reason() == Reason.SPEND;
            if (spends && !(book.knows(move.debit()) && book.knowsShop(move.credit()))) {
                held.add(move);
            } else if (move.reason() == Reason.REFUND || move.reason() == Reason.UNDO) {
                // After the purchases they give back, which may be held.
                held.add(move);
            } else {
                book.take(move);
                taken++;
            }
        }
    }
}
