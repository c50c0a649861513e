package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.commune.Role;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationClock;
import be.quartier.ledger.Actor;
import be.quartier.vouchers.IssueOutcome;
import be.quartier.vouchers.VoucherDesk;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.campaigns.CampaignAct;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Last year's campaign: smaller, over since eight months, what was left on its vouchers back with the commune. */
@Component
@Order(60)
class LastYearFill implements FillStep {

    private static final int VOUCHERS = 300;
    private static final long BUDGET_CENTS = 3_500_000;

    private final CampaignMaker maker;
    private final Purchases purchases;
    private final Payments payments;
    private final Vouchers vouchers;
    private final VoucherDesk desk;
    private final Cast cast;
    private final InstallationClock clock;

    LastYearFill(
            CampaignMaker maker,
            Purchases purchases,
            Payments payments,
            Vouchers vouchers,
            VoucherDesk desk,
            Cast cast,
            InstallationClock clock) {
        this.maker = maker;
        this.purchases = purchases;
        this.payments = payments;
        this.vouchers = vouchers;
        this.desk = desk;
        this.cast = cast;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "last-year";
    }

    @Override
    public boolean later() {
        return true;
    }

    @Override
    public void fill(Town town) {
        LocalDate opened = Brussels.today(clock).minusDays(420);
        LocalDate lastDay = opened.plusDays(150);
        Instant morning = Brussels.startOf(opened).plus(Duration.ofHours(9));
        UUID campaign = maker.open(
                town,
                new CampaignMaker.Wanted(
                        "last", "CC " + opened.getYear() + "/82", morning, opened, lastDay, BUDGET_CENTS));
        UUID economy = cast.person(town, Role.ECONOMY);
        IssueOutcome issued =
                clock.at(morning, () -> vouchers.issueToBearer(campaign, VOUCHERS, Actor.person(economy)));
        if (!(issued instanceof IssueOutcome.Issued(var made))) {
            throw new IllegalStateException("Last year's vouchers were refused: " + issued);
        }
        History history = new History(town, purchases.takingPart(town), opened.plusDays(3), Brussels.startOf(lastDay));
        payments.writeAndPay(town, campaign, history.of(made), Brussels.startOf(lastDay.plusDays(18)));
        clock.at(Brussels.startOf(lastDay.plusDays(2)), () -> {
            int ended = desk.expire(campaign, Actor.SYSTEM);
            while (ended > 0) {
                ended = desk.expire(campaign, Actor.SYSTEM);
            }
            return maker.act(
                    campaign, new CampaignAct.Close(), new be.quartier.vouchers.campaigns.Actor(economy, true, false));
        });
    }
}
