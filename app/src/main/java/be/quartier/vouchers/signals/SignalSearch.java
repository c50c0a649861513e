package be.quartier.vouchers.signals;

import be.quartier.commune.Brussels;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Reason;
import be.quartier.ledger.Transfer;
import be.quartier.ledger.Transfers;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Place;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.signals.store.SaleRows;
import be.quartier.vouchers.signals.store.SaleRows.Face;
import be.quartier.vouchers.signals.store.SaleRows.Shared;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks through the last thirty days of each shop that sold something since the last look, shop by shop, by the ledger's index on
 * account and instant. Each shop is a transaction of its own: a long one would hold up the sealer.
 */
@Component
public class SignalSearch {

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Duration CODES_WINDOW = Duration.ofMinutes(25);
    private static final Duration DEVICES_KEPT = Duration.ofDays(400);
    private static final int CODES_MIN = 5;
    private static final int CODES_SHOPS_MIN = 3;
    private static final int DEVICE_SCORE = 45;
    private static final int CODES_SCORE = 90;

    private final Campaigns campaigns;
    private final Merchants merchants;
    private final Transfers transfers;
    private final Signals signals;
    private final SaleRows rows;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Map<List<Object>, Instant> looked = new ConcurrentHashMap<>();

    SignalSearch(
            Campaigns campaigns,
            Merchants merchants,
            Transfers transfers,
            Signals signals,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.campaigns = campaigns;
        this.merchants = merchants;
        this.transfers = transfers;
        this.signals = signals;
        this.rows = new SaleRows(jdbc);
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One look through the commune of {@link Tenancy}. */
    public void round() {
        Instant now = clock.instant();
        for (Campaign campaign : campaigns.all()) {
            if (campaign.state() == CampaignState.OPEN) {
                List<UUID> shops = transactions.execute(_ -> rows.merchants(commune(), campaign.id()));
                for (UUID shop : shops == null ? List.<UUID>of() : shops) {
                    shop(campaign.id(), shop, now);
                }
            }
        }
        transactions.executeWithoutResult(_ -> {
            devices();
            codes(now);
            signals.forget();
            rows.forgetDevices(commune(), now.minus(DEVICES_KEPT));
        });
    }

    private void shop(UUID campaign, UUID merchant, Instant now) {
        List<Object> key = List.of(Tenancy.required(), campaign, merchant);
        Instant before = looked.getOrDefault(key, Instant.EPOCH);
        UUID payable = Accounts.id(campaign, AccountKind.MERCHANT_PAYABLE, merchant);
        transactions.executeWithoutResult(_ -> {
            if (!transfers.into(payable, before, 1).isEmpty()) {
                shop(campaign, merchant, transfers.into(payable, now.minus(WINDOW), Integer.MAX_VALUE));
            }
        });
        looked.put(key, now.minus(CODES_WINDOW));
    }

    private void shop(UUID campaign, UUID merchant, List<Transfer> bookings) {
        Optional<Merchant> known = merchants.find(merchant);
        if (known.isEmpty()) {
            return;
        }
        List<Transfer> spends =
                bookings.stream().filter(one -> one.reason() == Reason.SPEND).toList();
        Map<UUID, Face> faces = rows.faces(
                commune(), spends.stream().map(Transfer::debit).distinct().toList());
        List<Sale> sales = new ArrayList<>();
        for (Transfer spend : spends) {
            Face face = faces.get(spend.debit());
            if (face != null && spend.actor().id().isPresent()) {
                sales.add(new Sale(
                        spend.id(),
                        spend.at(),
                        spend.actor().id().get(),
                        face.serial(),
                        face.household(),
                        spend.amountCents(),
                        face.cents(),
                        spend.guardedAfterCents().orElse(0)));
            }
        }
        Patterns.Shop shop = new Patterns.Shop(merchant, hours(known.get()), homes(campaign, known.get()));
        Patterns.in(shop, sales).forEach(found -> signals.keep(Optional.of(campaign), found));
    }

    private static Optional<Predicate<Instant>> hours(Merchant merchant) {
        boolean known =
                merchant.establishments().stream().anyMatch(one -> one.hours().known());
        return known
                ? Optional.of(at -> merchant.openAt(at.atZone(Brussels.ZONE).toLocalDateTime()))
                : Optional.empty();
    }

    private Map<UUID, Long> homes(UUID campaign, Merchant merchant) {
        Map<UUID, Long> homes = new HashMap<>();
        merchant.establishments().forEach(one -> {
            Place place = one.place();
            homes.putAll(rows.homes(commune(), campaign, place.postcode(), place.street(), place.number()));
        });
        return homes;
    }

    private void devices() {
        rows.sharedDevices(commune())
                .forEach((merchant, shared) -> signals.keep(
                        Optional.empty(),
                        bare(
                                SignalKind.SHARED_DEVICE,
                                merchant,
                                Optional.of(shared),
                                DEVICE_SCORE,
                                List.of(shared.shops()),
                                shared.since())));
    }

    private void codes(Instant now) {
        Map<UUID, Long> wrong = rows.wrongCodes(commune(), now.minus(CODES_WINDOW));
        List<UUID> hit = wrong.entrySet().stream()
                .filter(shop -> shop.getValue() >= CODES_MIN)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (hit.size() >= CODES_SHOPS_MIN) {
            long codes = wrong.values().stream().mapToLong(Long::longValue).sum();
            signals.keep(
                    Optional.empty(),
                    bare(
                            SignalKind.CODE_GUESSING,
                            hit.getFirst(),
                            Optional.empty(),
                            CODES_SCORE,
                            List.of((long) hit.size(), codes),
                            now));
        }
    }

    private static Found bare(
            SignalKind kind, UUID merchant, Optional<Shared> shared, int score, List<Long> facts, Instant at) {
        return new Found(kind, merchant, shared.map(Shared::till), score, facts, List.of(), at, at);
    }

    private static int commune() {
        CommuneId commune = Tenancy.required();
        return commune.value();
    }
}
