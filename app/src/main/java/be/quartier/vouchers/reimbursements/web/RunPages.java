package be.quartier.vouchers.reimbursements.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.reimbursements.Act;
import be.quartier.vouchers.reimbursements.Claims;
import be.quartier.vouchers.reimbursements.Proposed;
import be.quartier.vouchers.reimbursements.Reimbursements;
import be.quartier.vouchers.reimbursements.Releases;
import be.quartier.vouchers.reimbursements.Run;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is owed, the runs, and every act on a run. */
@Controller
@RequestMapping("/{commune}/vouchers/reimbursements")
class RunPages {

    private final Reimbursements reimbursements;
    private final Releases releases;
    private final Claims claims;
    private final Campaigns campaigns;
    private final Merchants merchants;
    private final Clock clock;

    RunPages(
            Reimbursements reimbursements,
            Releases releases,
            Claims claims,
            Campaigns campaigns,
            Merchants merchants,
            Clock clock) {
        this.reimbursements = reimbursements;
        this.releases = releases;
        this.claims = claims;
        this.campaigns = campaigns;
        this.merchants = merchants;
        this.clock = clock;
    }

    @GetMapping
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    View list() {
        List<Overview> overviews = campaigns.all().stream()
                .map(campaign -> new Overview(campaign, open(campaign.id()), reimbursements.of(campaign.id())))
                .filter(overview ->
                        !overview.open().isEmpty() || !overview.runs().isEmpty())
                .toList();
        return View.of("vouchers/reimbursements/list", Map.of("overviews", overviews));
    }

    @PostMapping("/campaigns/{campaign}/proposals")
    @Allows({Role.ECONOMY, Role.FINANCE})
    View propose(@PathVariable UUID campaign, Commune commune, Visitor visitor) {
        return switch (reimbursements.propose(campaign, visitor.id(), visitor.name())) {
            case Proposed.Waiting(Run run, List<Proposed.LeftOut> left) ->
                View.redirect(
                        path(commune, run),
                        left.isEmpty()
                                ? Flash.done("reimbursements.proposed")
                                : Flash.warning("reimbursements.proposed.left", Integer.toString(left.size())));
            case Proposed.AnotherWaits(Run run) ->
                View.redirect(path(commune, run), Flash.warning("reimbursements.another-waits"));
            case Proposed.NothingDue _ -> View.redirect(path(commune), Flash.warning("reimbursements.nothing-due"));
        };
    }

    @GetMapping("/runs/{id}")
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    View show(@PathVariable UUID id, Visitor visitor) {
        return page(id, visitor, Form.empty());
    }

    @PostMapping("/runs/{id}/signatures")
    @Allows(Role.APPROVER)
    View sign(@PathVariable UUID id, Commune commune, Visitor visitor) {
        return act(
                id, commune, "reimbursements.signed", () -> reimbursements.approve(id, visitor.id(), visitor.name()));
    }

    @PostMapping("/runs/{id}/cancellation")
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER})
    View cancel(@PathVariable UUID id, Commune commune, Visitor visitor, Form form) {
        if (reason(form, "reason").isEmpty()) {
            form.refuse("reason", "reimbursements.reason.missing");
            return refused(id, visitor, form);
        }
        return act(
                id,
                commune,
                "reimbursements.cancelled",
                () -> reimbursements.cancel(id, visitor.id(), reason(form, "reason")));
    }

    @PostMapping("/runs/{id}/release")
    @Allows({Role.FINANCE, Role.APPROVER})
    View release(@PathVariable UUID id, Commune commune, Visitor visitor) {
        return act(id, commune, "reimbursements.released", () -> releases.release(id, visitor.id()));
    }

    @PostMapping("/runs/{id}/execution")
    @Allows(Role.FINANCE)
    View execute(@PathVariable UUID id, Commune commune, Visitor visitor, Form form) {
        var day = form.date("day");
        if (day.isEmpty()) {
            form.refuse("day", "reimbursements.day.missing");
            return refused(id, visitor, form);
        }
        return act(id, commune, "reimbursements.executed", () -> releases.execute(id, day.get(), visitor.id()));
    }

    @PostMapping("/runs/{id}/returns")
    @Allows(Role.FINANCE)
    View returned(@PathVariable UUID id, Commune commune, Visitor visitor, Form form) {
        if (reason(form, "why").isEmpty()) {
            form.refuse("why", "reimbursements.reason.missing");
            return refused(id, visitor, form);
        }
        UUID line = reimbursements.lines(id).stream()
                .filter(one -> one.id().toString().equals(form.text("line")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().raised())
                .id();
        return act(
                id, commune, "reimbursements.returned", () -> releases.reject(line, reason(form, "why"), visitor.id()));
    }

    private View act(UUID id, Commune commune, String done, Supplier<Act> act) {
        String back = path(commune) + "/runs/" + id;
        return switch (act.get()) {
            case Act.Done _ -> View.redirect(back, Flash.done(done));
            case Act.Refused(Act.Why why) -> {
                if (why == Act.Why.UNKNOWN) {
                    throw Problem.notFound().raised();
                }
                yield View.redirect(back, Flash.warning("reimbursements.refused." + why.code()));
            }
        };
    }

    private View refused(UUID id, Visitor visitor, Form form) {
        View.Shown shown = page(id, visitor, form);
        return View.refused(shown.template(), shown.params());
    }

    private View.Shown page(UUID id, Visitor visitor, Form form) {
        Run run = reimbursements.find(id).orElseThrow(() -> Problem.notFound().raised());
        Campaign campaign = campaigns.find(run.campaign()).orElseThrow();
        LocalDate today = Brussels.today(clock);
        Map<String, Object> params = Map.of(
                "run",
                run,
                "campaign",
                campaign,
                "lines",
                reimbursements.lines(id),
                "mine",
                run.handledBy(visitor.id()),
                "form",
                form.has("day") ? form : form.with("day", today.toString()));
        return new View.Shown("vouchers/reimbursements/run", params, 200);
    }

    private List<Countdown> open(UUID campaign) {
        LocalDate today = Brussels.today(clock);
        return claims.of(campaign).stream()
                .filter(claim -> claim.oldest().isPresent())
                .map(claim -> Countdown.of(
                        merchants.find(claim.merchant()).map(Merchant::name).orElse("?"),
                        claim,
                        claim.oldest().orElseThrow(),
                        today))
                .sorted(Comparator.comparingLong(Countdown::left).thenComparing(Countdown::name))
                .toList();
    }

    private static String reason(Form form, String field) {
        String text = form.text(field);
        return text.substring(0, Math.min(200, text.length()));
    }

    private static String path(Commune commune) {
        return "/" + commune.slug() + "/vouchers/reimbursements";
    }

    private static String path(Commune commune, Run run) {
        return path(commune) + "/runs/" + run.id();
    }
}
