package be.quartier.demo.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Tenancy;
import be.quartier.demo.fill.DemoCampaigns;
import be.quartier.installation.Ids;
import be.quartier.ledger.Actor;
import be.quartier.pages.Problem;
import be.quartier.vouchers.CampaignBook;
import be.quartier.vouchers.IssueOutcome;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.campaigns.Campaign;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Vouchers for whoever wants to try a till: 100 euro each, to bearer, in the campaign that is open. */
@Controller
class DemoVouchers {

    private static final int COUNT_MAX = 20_000;

    private final Communes communes;
    private final DemoCampaigns campaigns;
    private final Vouchers vouchers;
    private final CampaignBook book;
    private final Ids ids;
    private final TransactionTemplate transactions;

    DemoVouchers(
            Communes communes,
            DemoCampaigns campaigns,
            Vouchers vouchers,
            CampaignBook book,
            Ids ids,
            PlatformTransactionManager transactions) {
        this.communes = communes;
        this.campaigns = campaigns;
        this.vouchers = vouchers;
        this.book = book;
        this.ids = ids;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Answers their tokens. The council's budget grows by as much, in one step with the issue. */
    @Allows(everyone = true)
    @PostMapping("/demo/vouchers")
    Object vouchers(@RequestParam("commune") String slug, @RequestParam(name = "count", defaultValue = "1") int count) {
        Commune commune = communes.bySlug(slug)
                .orElseThrow(() -> Problem.of(404, "unknown-commune", "demo.problem.commune", slug)
                        .raised());
        if (count < 1 || count > COUNT_MAX) {
            throw Problem.of(422, "count-out-of-range", "demo.problem.count", COUNT_MAX)
                    .raised();
        }
        List<String> tokens = Tenancy.in(commune.id(), () -> transactions.execute(status -> issue(commune, count)));
        return Json.of(Map.of("vouchers", tokens == null ? List.of() : tokens));
    }

    private List<String> issue(Commune commune, int count) {
        Campaign campaign = campaigns
                .open()
                .orElseThrow(() -> Problem.of(409, "no-open-campaign", "demo.problem.no-campaign", commune.slug())
                        .raised());
        long cents = Math.multiplyExact(campaign.terms().money().amountCents(), count);
        book.raise(campaign.id(), cents, "demo " + ids.uuid(), Actor.SYSTEM);
        return switch (vouchers.issueToBearer(campaign.id(), count, Actor.SYSTEM)) {
            case IssueOutcome.Issued(List<Voucher> issued) ->
                issued.stream().map(voucher -> vouchers.token(voucher).text()).toList();
            case IssueOutcome.BudgetTooSmall small -> throw new IllegalStateException("the budget was just raised");
            case IssueOutcome.CampaignNotOpen closed ->
                throw Problem.of(409, "no-open-campaign", "demo.problem.no-campaign", commune.slug())
                        .raised();
        };
    }
}
