package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.demo.region.Shop;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nine weeks of purchases with this year's vouchers, paid back week by week; the last list waits for signatures. */
@Component
@Order(50)
class SpendsFill implements FillStep {

    private static final int VOUCHERS_MAX = 20_000;

    private final DemoCampaigns campaigns;
    private final Purchases purchases;
    private final Payments payments;
    private final InstallationClock clock;

    SpendsFill(DemoCampaigns campaigns, Purchases purchases, Payments payments, InstallationClock clock) {
        this.campaigns = campaigns;
        this.purchases = purchases;
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "spends";
    }

    @Override
    public boolean later() {
        return true;
    }

    @Override
    public void fill(Town town) {
        UUID campaign = campaigns.open().orElseThrow().id();
        LocalDate first = Brussels.today(clock).minusDays(CampaignFill.OPENED_AGO.toDays() - 3);
        List<Shop> shops = purchases.takingPart(town);
        History history = new History(town, shops, first, clock.instant());
        payments.writeAndPay(town, campaign, history.of(campaigns.vouchers(campaign, VOUCHERS_MAX)), clock.instant());
        payments.propose(town, campaign, clock.instant().minus(Duration.ofHours(3)));
    }
}
