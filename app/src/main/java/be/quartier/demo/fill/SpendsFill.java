package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.demo.region.Shop;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationClock;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.signals.SignalSearch;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final SignalSearch signals;
    private final InstallationClock clock;

    SpendsFill(
            DemoCampaigns campaigns,
            Purchases purchases,
            Payments payments,
            SignalSearch signals,
            InstallationClock clock) {
        this.campaigns = campaigns;
        this.purchases = purchases;
        this.payments = payments;
        this.signals = signals;
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
        List<Voucher> vouchers = campaigns.vouchers(campaign, VOUCHERS_MAX);
        int usual = vouchers.size() - OddPurchases.VOUCHERS;
        List<History.Purchase> all = new ArrayList<>(history.of(vouchers.subList(0, usual)));
        all.addAll(OddPurchases.of(vouchers.subList(usual, vouchers.size()), shops, clock.instant()));
        all.sort(Comparator.comparing(History.Purchase::at));
        payments.writeAndPay(town, campaign, all, clock.instant());
        payments.propose(town, campaign, clock.instant().minus(Duration.ofHours(3)));
        signals.round();
    }
}
