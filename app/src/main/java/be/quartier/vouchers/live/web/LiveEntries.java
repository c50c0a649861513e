package be.quartier.vouchers.live.web;

import be.quartier.commune.Tenancy;
import be.quartier.ledger.Move;
import be.quartier.ledger.TransferFeed;
import be.quartier.vouchers.live.store.PlaceRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The purchases behind a figure, without anything about who made them. */
@Component
class LiveEntries {

    private final TransferFeed feed;
    private final PlaceRows places;

    LiveEntries(TransferFeed feed, JdbcClient jdbc) {
        this.feed = feed;
        this.places = new PlaceRows(jdbc);
    }

    /** The newest purchases of a campaign in a time. */
    @Transactional(readOnly = true)
    public List<Move> all(UUID campaign, Instant from, Instant to, int limit) {
        return feed.entries(payables(campaign).keySet(), from, to, limit);
    }

    /** The newest purchases in a shop. */
    @Transactional(readOnly = true)
    public List<Move> ofShop(UUID campaign, String shop, Instant to, int limit) {
        var accounts = payables(campaign).entrySet().stream()
                .filter(account -> account.getValue().toString().equals(shop))
                .map(Map.Entry::getKey)
                .toList();
        return feed.entries(accounts, Instant.EPOCH, to, limit);
    }

    private Map<UUID, UUID> payables(UUID campaign) {
        return places.merchantsByPayable(Tenancy.required().value(), campaign);
    }
}
