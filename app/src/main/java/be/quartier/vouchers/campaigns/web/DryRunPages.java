package be.quartier.vouchers.campaigns.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Role;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.vouchers.campaigns.AgePyramid;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.campaigns.DryRun;
import be.quartier.vouchers.campaigns.EligibilityRule;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a campaign would cost, before anybody votes it. */
@Controller
@RequestMapping("/{commune}/vouchers/campaigns/{id}/dry-run")
class DryRunPages {

    private static final int CHILDREN_MAX = 100_000;
    private static final int OLDEST_ASKED = 25;

    private final Campaigns campaigns;

    DryRunPages(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @GetMapping
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    View show(@PathVariable UUID id) {
        var campaign = found(id);
        var pyramid = campaigns.pyramid(id);
        var form = Form.empty();
        pyramid.ifPresent(known -> IntStream.rangeClosed(0, OLDEST_ASKED)
                .forEach(age -> form.with(
                        "age-" + age, Integer.toString(known.children().get(age)))));
        return page(campaign, pyramid, form, 200);
    }

    @PostMapping
    @Allows({Role.ECONOMY, Role.FINANCE})
    View enter(Form form, @PathVariable UUID id) {
        var campaign = found(id);
        var counts = new ArrayList<Integer>();
        for (int age = 0; age <= OLDEST_ASKED; age++) {
            var field = "age-" + age;
            var number = form.integer(field);
            if (form.has(field) && (number.isEmpty() || number.getAsInt() < 0 || number.getAsInt() > CHILDREN_MAX)) {
                form.refuse(field, "campaigns.form.number", "0", Integer.toString(CHILDREN_MAX));
            }
            counts.add(Math.clamp(number.orElse(0), 0, CHILDREN_MAX));
        }
        if (form.refused()) {
            return page(campaign, Optional.empty(), form, 422);
        }
        var pyramid = new AgePyramid(counts);
        campaigns.keepPyramid(id, pyramid);
        return page(campaign, Optional.of(pyramid), form, 200);
    }

    private View page(Campaign campaign, Optional<AgePyramid> pyramid, Form form, int status) {
        var money = campaign.terms().money();
        var eligibility = campaign.terms().eligibility();
        var assumptions = new DryRun.Assumptions(money.amountCents(), money.budgetCents(), money.proofShare());
        // Real rows beat typed counts: the extract that waits for confirmation, when there is one.
        var rows = campaigns.previewed(campaign.id());
        var read = rows.isEmpty()
                ? Optional.<DryRun>empty()
                : eligibility.map(rules -> DryRun.over(rows, rules, assumptions));
        var run = read.or(() -> pyramid.filter(known -> known.between(0, EligibilityRule.AGE_MAX) > 0)
                .flatMap(known -> eligibility.map(rules -> DryRun.over(known, rules, assumptions))));
        return View.of(
                "vouchers/campaigns/dry-run",
                Map.of("campaign", campaign, "form", form, "run", run, "rows", rows.size(), "oldest", OLDEST_ASKED),
                status);
    }

    private Campaign found(UUID id) {
        return campaigns.find(id).orElseThrow(() -> Problem.notFound().raised());
    }
}
