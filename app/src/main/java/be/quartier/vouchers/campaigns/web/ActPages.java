package be.quartier.vouchers.campaigns.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.vouchers.campaigns.ActDecision;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignAct;
import be.quartier.vouchers.campaigns.CampaignProgress;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.campaigns.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page before each act on a campaign (what will happen, what must be given) and the act itself. */
@Controller
@RequestMapping("/{commune}/vouchers/campaigns/{id}/acts/{act}")
class ActPages {

    private final Campaigns campaigns;
    private final Clock clock;

    ActPages(Campaigns campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @GetMapping
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER})
    View ask(@PathVariable UUID id, @PathVariable String act) {
        var campaign = found(id);
        var today = Brussels.today(clock);
        var form = Form.empty()
                .with("day", today.toString())
                .with("year", Integer.toString(campaign.terms().money().budgetYear()));
        return page(campaign, act(act), form, 200);
    }

    @PostMapping
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER})
    View act(
            Commune commune,
            Visitor visitor,
            Language language,
            Form form,
            @PathVariable UUID id,
            @PathVariable("act") String code) {
        var offered = act(code);
        var campaign = found(id);
        var act = read(offered, form);
        if (act.isEmpty()) {
            return page(campaign, offered, form, 422);
        }
        var here = CampaignPages.path(commune, id);
        return switch (campaigns.act(id, act.get(), OfferedAct.actor(visitor))) {
            case ActDecision.Moved moved ->
                View.redirect(here, Flash.done("campaigns.act." + offered.code() + ".done", campaign.title(language)));
            case ActDecision.Refused refused
            when done(refused, offered, campaign.progress(), visitor) ->
                View.redirect(here, Flash.done("campaigns.act." + offered.code() + ".done", campaign.title(language)));
            case ActDecision.Refused(Refusal refusal, List<String> details) -> {
                form.refuse("", refusal.key());
                yield page(campaign, offered, form, refusal == Refusal.NOT_ALLOWED ? 403 : 409);
            }
        };
    }

    /** Whether this is the same request once more: the same person did the same act before. */
    private static boolean done(
            ActDecision.Refused refused, OfferedAct act, CampaignProgress progress, Visitor visitor) {
        if (refused.refusal() != Refusal.WRONG_STATE) {
            return false;
        }
        return switch (act) {
            case OPEN ->
                progress.state() == CampaignState.OPEN && progress.openedBy().equals(visitor.person());
            case SUBMIT ->
                progress.state() == CampaignState.SUBMITTED
                        && progress.submittedBy().equals(visitor.person());
            case VOTE, TAKE_BACK, SEND_BACK, EXTEND, CLOSE, SETTLE, CANCEL -> false;
        };
    }

    private View page(Campaign campaign, OfferedAct act, Form form, int status) {
        return View.of("vouchers/campaigns/act", Map.of("campaign", campaign, "act", act.code(), "form", form), status);
    }

    private static Optional<CampaignAct> read(OfferedAct act, Form form) {
        Optional<CampaignAct> asked = switch (act) {
            case VOTE -> {
                var reference = required(form, "reference");
                var day = form.date("day");
                if (day.isEmpty()) {
                    form.refuse("day", "campaigns.form.day");
                }
                yield day.map(on -> new CampaignAct.Vote(reference, on));
            }
            case TAKE_BACK -> Optional.of(new CampaignAct.TakeBack());
            case SUBMIT -> Optional.of(new CampaignAct.Submit(List.of()));
            case OPEN -> Optional.of(new CampaignAct.Open());
            case SEND_BACK -> Optional.of(new CampaignAct.SendBack(required(form, "reason")));
            case EXTEND -> extension(form);
            case CLOSE -> Optional.of(new CampaignAct.Close());
            case SETTLE -> Optional.of(new CampaignAct.Settle(0));
            case CANCEL -> Optional.of(new CampaignAct.Cancel(required(form, "reason")));
        };
        return form.refused() ? Optional.empty() : asked;
    }

    private static Optional<CampaignAct> extension(Form form) {
        var decision = required(form, "reference");
        var until = form.date("until");
        var year = form.integer("year");
        if (until.isEmpty()) {
            form.refuse("until", "campaigns.form.day");
        }
        if (year.isEmpty() || year.getAsInt() < 2000 || year.getAsInt() > 2200) {
            form.refuse("year", "campaigns.form.number", "2000", "2200");
        }
        return until.isPresent() && year.isPresent()
                ? Optional.of(new CampaignAct.Extend(until.get(), decision, year.getAsInt()))
                : Optional.empty();
    }

    private static String required(Form form, String field) {
        var text = form.text(field);
        if (text.isEmpty()) {
            form.refuse(field, "campaigns.form.required." + field);
        } else if (text.length() > 500) {
            form.refuse(field, "campaigns.form.long", 500);
        }
        return text;
    }

    private static OfferedAct act(String code) {
        return OfferedAct.of(code).orElseThrow(() -> Problem.notFound().raised());
    }

    private Campaign found(UUID id) {
        return campaigns.find(id).orElseThrow(() -> Problem.notFound().raised());
    }
}
