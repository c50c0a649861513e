package be.quartier.vouchers.letters.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.installation.Ids;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.letters.LetterBatch;
import be.quartier.vouchers.letters.LetterBatches;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The letters of a campaign: what waits, what was made, one household's letter again or come back. */
@Controller
@RequestMapping("/{commune}/vouchers/campaigns/{campaign}/letters")
class LetterPages {

    private static final int REASON_MAX = 200;

    private final Campaigns campaigns;
    private final LetterBatches batches;
    private final Ids ids;

    LetterPages(Campaigns campaigns, LetterBatches batches, Ids ids) {
        this.campaigns = campaigns;
        this.batches = batches;
        this.ids = ids;
    }

    @GetMapping
    @Allows({Role.ECONOMY, Role.FINANCE})
    View list(@PathVariable UUID campaign, Form form) {
        return View.of("vouchers/letters/list", model(campaign, form));
    }

    @PostMapping
    @Allows({Role.ECONOMY, Role.FINANCE})
    View begin(Commune commune, Visitor visitor, @PathVariable UUID campaign, Form form) {
        found(campaign);
        Optional<LetterBatch> batch = batches.begin(id(form), campaign, visitor.id());
        return View.redirect(
                path(commune, campaign),
                batch.isPresent() ? Flash.done("letters.begun") : Flash.warning("letters.none-waiting"));
    }

    @PostMapping("/{batch}/again")
    @Allows({Role.ECONOMY, Role.FINANCE})
    View again(Commune commune, @PathVariable UUID campaign, @PathVariable UUID batch) {
        batches.again(batch);
        return View.redirect(path(commune, campaign));
    }

    @GetMapping("/households/{household}")
    @Allows({Role.ECONOMY, Role.FINANCE})
    View household(@PathVariable UUID campaign, @PathVariable UUID household) {
        found(campaign);
        Form form = Form.empty().with("id", ids.uuid().toString()).with("why", "lost");
        return View.of(
                "vouchers/letters/household", Map.of("form", form, "campaign", campaign, "household", household));
    }

    @PostMapping("/households/{household}")
    @Allows({Role.ECONOMY, Role.FINANCE})
    View act(Commune commune, Visitor visitor, @PathVariable UUID campaign, @PathVariable UUID household, Form form) {
        found(campaign);
        String reason = form.text("reason");
        if (reason.isEmpty() || reason.length() > REASON_MAX) {
            form.refuse("reason", "letters.reason.needed", REASON_MAX);
        }
        String why = form.text("why");
        if (!why.equals("lost") && !why.equals("spoilt") && !why.equals("returned")) {
            form.refuse("why", "letters.why.needed");
        }
        if (form.refused()) {
            return View.refused(
                    "vouchers/letters/household", Map.of("form", form, "campaign", campaign, "household", household));
        }
        if (why.equals("returned")) {
            int blocked = batches.returned(campaign, household, reason, visitor.id());
            return View.redirect(
                    path(commune, campaign), Flash.done("letters.returned.done", Integer.toString(blocked)));
        }
        boolean made = batches.reprint(id(form), campaign, household, why.equals("lost"), reason, visitor.id())
                .isPresent();
        return View.redirect(
                path(commune, campaign),
                made ? Flash.done("letters.reprint.done") : Flash.warning("letters.reprint.none"));
    }

    private Map<String, Object> model(UUID campaign, Form form) {
        String words = form.text("q");
        return Map.of(
                "campaign", found(campaign),
                "batches", batches.of(campaign),
                "waiting", batches.waiting(campaign),
                "id", ids.uuid().toString(),
                "words", words,
                "found", batches.find(campaign, words));
    }

    private Campaign found(UUID campaign) {
        return campaigns.find(campaign).orElseThrow(() -> Problem.notFound().raised());
    }

    private UUID id(Form form) {
        try {
            return UUID.fromString(form.text("id"));
        } catch (IllegalArgumentException notAnId) {
            return ids.uuid();
        }
    }

    private static String path(Commune commune, UUID campaign) {
        return "/" + commune.slug() + "/vouchers/campaigns/" + campaign + "/letters";
    }
}
