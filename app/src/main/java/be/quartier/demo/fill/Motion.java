package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.DemoMode;
import be.quartier.commune.Tenancy;
import be.quartier.demo.region.Town;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Till;
import be.quartier.merchants.Tills;
import be.quartier.operations.InstallationRound;
import be.quartier.vouchers.Spend;
import be.quartier.vouchers.Spends;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.campaigns.Campaign;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps the demonstration in motion: during opening hours somebody buys something every half minute or so. Switched off with
 * {@code quartier.demo.motion=false}; it never touches vouchers that a visitor asked for.
 */
@Component
class Motion extends InstallationRound {

    private static final int PAUSE_SECONDS_MIN = 12;
    private static final int PAUSE_SECONDS_MAX = 45;

    private final DemoMode mode;
    private final FillProgress progress;
    private final DemoWorld world;
    private final DemoCampaigns campaigns;
    private final Communes communes;
    private final Merchants merchants;
    private final Tills tills;
    private final Vouchers vouchers;
    private final Spends spends;
    private final Clock clock;
    private final RandomGenerator random;
    private final boolean wanted;

    Motion(
            DemoMode mode,
            FillProgress progress,
            DemoWorld world,
            DemoCampaigns campaigns,
            Communes communes,
            Merchants merchants,
            Tills tills,
            Vouchers vouchers,
            Spends spends,
            Clock clock,
            RandomGenerator random,
            @Value("${quartier.demo.motion:true}") boolean wanted) {
        super("demo-motion", Duration.ofSeconds(PAUSE_SECONDS_MAX));
        this.mode = mode;
        this.progress = progress;
        this.world = world;
        this.campaigns = campaigns;
        this.communes = communes;
        this.merchants = merchants;
        this.tills = tills;
        this.vouchers = vouchers;
        this.spends = spends;
        this.clock = clock;
        this.random = random;
        this.wanted = wanted;
    }

    @Override
    protected boolean turn() {
        if (wanted && mode.on()) {
            FillProgress.Seen seen = progress.seen();
            if (seen.expected() > 0 && seen.complete()) {
                somebodyBuys();
            }
        }
        return false;
    }

    @Override
    protected Duration pause() {
        return Duration.ofSeconds(random.nextInt(PAUSE_SECONDS_MIN, PAUSE_SECONDS_MAX));
    }

    private void somebodyBuys() {
        List<Town> towns = world.region().towns();
        Town town = towns.get(random.nextInt(towns.size()));
        communes.bySlug(town.slug()).map(Commune::id).ifPresent(commune -> Tenancy.run(commune, () -> buy(town)));
    }

    private void buy(Town town) {
        LocalDateTime now = clock.instant().atZone(Brussels.ZONE).toLocalDateTime();
        List<Merchant> open = merchants.accepted().stream()
                .filter(merchant -> merchant.openAt(now))
                .toList();
        Optional<UUID> campaign = campaigns.open().map(Campaign::id);
        if (open.isEmpty() || campaign.isEmpty()) {
            return;
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
        }
    }
}
