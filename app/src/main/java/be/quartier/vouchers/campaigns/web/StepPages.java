package be.quartier.vouchers.campaigns.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.merchants.Trade;
import be.quartier.merchants.Trades;
import be.quartier.pages.Choice;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Formats;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.campaigns.EditOutcome;
import be.quartier.vouchers.campaigns.Regulation;
import be.quartier.vouchers.campaigns.Step;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The pages on which a draft is written, one thing each. */
@Controller
@RequestMapping("/{commune}/vouchers/campaigns/{id}/steps/{step}")
class StepPages {

    private final Campaigns campaigns;
    private final Trades trades;

    StepPages(Campaigns campaigns, Trades trades) {
        this.campaigns = campaigns;
        this.trades = trades;
    }

    @GetMapping
    @Allows({Role.ECONOMY, Role.FINANCE})
    View ask(Commune commune, Language language, @PathVariable UUID id, @PathVariable String step) {
        var campaign = found(id);
        if (!campaign.state().editable()) {
            return View.redirect(CampaignPages.path(commune, id), Flash.warning("campaigns.edit.not-draft"));
        }
        var at = step(step);
        var form = new StepForms(Formats.of(language)).filled(at, campaign);
        return page(campaign, at, form.with("version-seen", Integer.toString(campaign.version())), language, 200);
    }

    @PostMapping
    @Allows({Role.ECONOMY, Role.FINANCE})
    View answer(
            Commune commune,
            Visitor visitor,
            Language language,
            Form form,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var campaign = found(id);
        var at = step(step);
        var change = new StepReader(form).read(at, codes());
        var regulation = at == Step.REGULATION ? regulation(form, id, file) : Optional.<Regulation>empty();
        if (form.refused()) {
            return page(campaign, at, form, language, 422);
        }
        int version = form.integer("version-seen").orElse(-1);
        return switch (campaigns.edit(id, version, at, change, visitor.id())) {
            case EditOutcome.Edited edited -> {
                regulation.ifPresent(pdf -> campaigns.attach(id, pdf, visitor.id()));
                yield View.redirect(next(commune, form, id, at));
            }
            case EditOutcome.Stale stale -> {
                form.refuse("", "campaigns.edit.stale");
                form.with("version-seen", Integer.toString(stale.campaign().version()));
                yield page(stale.campaign(), at, form, language, 409);
            }
            case EditOutcome.NotADraft other ->
                View.redirect(CampaignPages.path(commune, id), Flash.warning("campaigns.edit.not-draft"));
            case EditOutcome.Unknown unknown -> throw Problem.notFound().raised();
        };
    }

    private static String next(Commune commune, Form form, UUID id, Step at) {
        var overview = CampaignPages.path(commune, id);
        if (form.chosen("then", "overview")) {
            return overview;
        }
        return at.next().map(step -> overview + "/steps/" + step.code()).orElse(overview);
    }

    private View page(Campaign campaign, Step step, Form form, Language language, int status) {
        var kinds = trades.all().stream()
                .map(trade -> Choice.of(trade.code(), trade.name(language)))
                .toList();
        return View.of(
                "vouchers/campaigns/step",
                Map.of(
                        "campaign", campaign,
                        "step", step,
                        "form", form,
                        "trades", kinds,
                        "regulation", campaigns.regulation(campaign.id()).map(Regulation::fileName)),
                status);
    }

    private Optional<Regulation> regulation(Form form, UUID id, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            if (campaigns.regulation(id).isEmpty()) {
                form.refuse("file", "campaigns.form.file-missing");
            }
            return Optional.empty();
        }
        try {
            var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            var regulation = file.getSize() > Regulation.BYTES_MAX
                    ? Optional.<Regulation>empty()
                    : Regulation.of(name, file.getBytes());
            if (regulation.isEmpty()) {
                form.refuse("file", "campaigns.form.file-wrong");
            }
            return regulation;
        } catch (IOException broken) {
            form.refuse("file", "campaigns.form.file-wrong");
            return Optional.empty();
        }
    }

    private Set<String> codes() {
        List<Trade> all = trades.all();
        return all.stream().map(Trade::code).collect(Collectors.toSet());
    }

    private static Step step(String code) {
        return Step.of(code).orElseThrow(() -> Problem.notFound().raised());
    }

    private Campaign found(UUID id) {
        return campaigns.find(id).orElseThrow(() -> Problem.notFound().raised());
    }
}
