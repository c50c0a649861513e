package be.quartier.vouchers.campaigns.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.installation.Ids;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.campaigns.Step;
import be.quartier.vouchers.proof.ProofReview;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The list of campaigns, a new one, and the page of each with what can be done next. */
@Controller
@RequestMapping("/{commune}/vouchers/campaigns")
class CampaignPages {

    private static final int NAME_MAX = 120;

    private final Campaigns campaigns;
    private final ProofReview proofs;
    private final PeopleNames names;
    private final Ids ids;
    private final Clock clock;

    CampaignPages(Campaigns campaigns, ProofReview proofs, PeopleNames names, Ids ids, Clock clock) {
        this.campaigns = campaigns;
        this.proofs = proofs;
        this.names = names;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    View list() {
        return View.of("vouchers/campaigns/list", Map.of("campaigns", campaigns.all()));
    }

    @GetMapping("/new")
    @Allows({Role.ECONOMY, Role.FINANCE})
    View ask() {
        return View.of(
                "vouchers/campaigns/new",
                Map.of("form", Form.empty().with("id", ids.uuid().toString())));
    }

    @PostMapping("/new")
    @Allows({Role.ECONOMY, Role.FINANCE})
    View create(Commune commune, Visitor visitor, Form form) {
        if (!form.has("name") || form.text("name").length() > NAME_MAX) {
            form.refuse("name", form.has("name") ? "campaigns.form.long" : "campaigns.form.required.name", NAME_MAX);
            return View.refused("vouchers/campaigns/new", Map.of("form", form));
        }
        var campaign = campaigns.create(id(form.text("id")), form.text("name"), visitor.id());
        return View.redirect(path(commune, campaign.id()) + "/steps/" + Step.TITLE.code());
    }

    @GetMapping("/{id}")
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    View show(@PathVariable UUID id, Visitor visitor) {
        return page(found(id), visitor);
    }

    private View page(Campaign campaign, Visitor visitor) {
        var today = Brussels.today(clock);
        return View.of(
                "vouchers/campaigns/show",
                Map.of(
                        "campaign", campaign,
                        "acts", OfferedAct.of(campaign, visitor, today),
                        "proofs", proofs.countOpen(campaign.id()),
                        "history", campaigns.history(campaign.id()),
                        "names", names,
                        "regulation", campaigns.regulation(campaign.id()).map(file -> file.fileName()),
                        "steps", List.of(Step.values())));
    }

    private Campaign found(UUID id) {
        return campaigns.find(id).orElseThrow(() -> Problem.notFound().raised());
    }

    /** The page of a campaign. */
    static String path(Commune commune, UUID campaign) {
        return "/" + commune.slug() + "/vouchers/campaigns/" + campaign;
    }

    private UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException notAnId) {
            return ids.uuid();
        }
    }
}
