package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.demo.region.Town;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Till;
import be.quartier.merchants.Tills;
import be.quartier.vouchers.Spend;
import be.quartier.vouchers.Spends;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.campaigns.Campaign;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Keeps the demonstration in motion: during opening hours somebody buys something every half minute or so. It never touches
 * vouchers that a visitor asked for.
 */
@Component
class Motion extends TownMotion {

    private static final int PAUSE_SECONDS_MIN = 12;
    private static final int PAUSE_SECONDS_MAX = 45;

    private final DemoCampaigns campaigns;
    private final Merchants merchants;
    private final Tills tills;
    private final Vouchers vouchers;
    private final Spends spends;
    private final Clock clock;
    private final RandomGenerator random;

    Motion(
            Towns towns,
            DemoCampaigns campaigns,
            Merchants merchants,
            Tills tills,
            Vouchers vouchers,
            Spends spends,
            Clock clock,
            RandomGenerator random) {
        super("demo-motion", towns, PAUSE_SECONDS_MIN, PAUSE_SECONDS_MAX);
        this.campaigns = campaigns;
        this.merchants = merchants;
        this.tills = tills;
        this.vouchers = vouchers;
        this.spends = spends;
        this.clock = clock;
        this.random = random;
    }

    @Override
    int somethingIn(Town town) {
        LocalDateTime now = clock.instant().atZone(Brussels.ZONE).toLocalDateTime();
        List<Merchant> open = merchants.accepted().stream()
                .filter(merchant -> merchant.openAt(now))
                .toList();
        Optional<UUID> campaign = campaigns.open().map(Campaign::id);
        if (open.isEmpty() || campaign.isEmpty()) {
            return 0;
        }
        int serial = random.nextInt(campaigns.children(town));
        List<Voucher> drawn = vouchers.ofCampaign(campaign.get(), serial, 1);
        Merchant shop = open.get(random.nextInt(open.size()));
        List<Till> counter = tills.of(shop.id()).stream().filter(Till::inUse).toList();
        boolean ofAChild = !drawn.isEmpty() && drawn.getFirst().child().isPresent();
        if (ofAChild && !counter.isEmpty()) {
            long cents = random.nextInt(30, 400) * 10L;
            String key = "motion-" + Long.toHexString(random.nextLong());
            spends.spend(new Spend(
                    vouchers.token(drawn.getFirst()),
                    cents,
                    shop.id(),
                    counter.getFirst().id(),
                    key));
            return 1;
        }
        return 0;
    }
}
