package be.quartier.vouchers.proof.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Visitor;
import be.quartier.installation.Ids;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Accounts;
import be.quartier.people.EmailAddress;
import be.quartier.people.RateLimit;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeOnProof;
import be.quartier.vouchers.proof.ProofApplication;
import be.quartier.vouchers.proof.ProofDesk;
import be.quartier.vouchers.proof.ProofState;
import be.quartier.vouchers.proof.ProofTerms;
import be.quartier.vouchers.proof.Sent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Applying with a proof: three pages, nothing kept before the last; no account, but an address that answers. */
@Controller
@RequestMapping("/{commune}/vouchers/proof")
class ApplyPages {

    /** Room for a school's computer room in one hour. */
    private static final int APPLICATIONS = 40;

    private static final Duration APPLICATIONS_PER = Duration.ofHours(1);
    private static final int ADDRESSES_MAX = 10_000;

    private final Campaigns campaigns;
    private final ProofDesk desk;
    private final SentDocuments documents;
    private final Accounts accounts;
    private final RateLimit applications;
    private final Ids ids;
    private final Clock clock;

    ApplyPages(Campaigns campaigns, ProofDesk desk, SentDocuments documents, Accounts accounts, Ids ids, Clock clock) {
        this.campaigns = campaigns;
        this.desk = desk;
        this.documents = documents;
        this.accounts = accounts;
        this.applications = new RateLimit(APPLICATIONS, APPLICATIONS_PER, ADDRESSES_MAX, clock);
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping("/{campaign}")
    @Allows(everyone = true)
    View start(Commune commune, Visitor visitor, Language language, @PathVariable UUID campaign) {
        Form form = Form.empty()
                .with("id", ids.uuid().toString())
                .with("language", language.code())
                .with("town", commune.name(language));
        if (commune.postcodes().size() == 1) {
            form.with("postcode", commune.postcodes().getFirst());
        }
        visitor.person()
                .flatMap(accounts::address)
                .map(EmailAddress::value)
                .ifPresent(address -> form.with("mail", address));
        return page(found(campaign), ApplyStep.WHO, form, 200);
    }

    @GetMapping("/sent")
    @Allows(everyone = true)
    View sent() {
        return View.of("vouchers/proof/sent", Map.of("days", ProofTerms.CONFIRM_WITHIN.toDays()));
    }

    @PostMapping("/{campaign}")
    @Allows(everyone = true)
    View next(
            Commune commune,
            Visitor visitor,
            @PathVariable UUID campaign,
            HttpServletRequest request,
            HttpServletResponse response) {
        Form form = Form.of(request.getParameterMap());
        Campaign about = found(campaign);
        Optional<AgeOnProof> rule = ProofTerms.open(about, Brussels.today(clock));
        if (rule.isEmpty()) {
            return page(about, ApplyStep.WHO, form, 409);
        }
        ApplyStep step = ApplyStep.of(form.text("step"));
        if (form.has("back")) {
            return page(about, step.before(), form, 200);
        }
        var reader = new ApplyReader(form, about, rule.get(), commune, Brussels.today(clock));
        for (ApplyStep asked : ApplyStep.values()) {
            // What was answered before is checked again: it came back through the browser.
            if (asked.number() <= step.number()) {
                reader.check(asked);
            }
            if (form.refused() && asked != ApplyStep.PROOF) {
                return page(about, asked, form, 422);
            }
        }
        if (step != ApplyStep.PROOF) {
            return page(about, step.after(), form, 200);
        }
        List<Sent> sent = documents.read(request, form, true);
        if (form.refused()) {
            return page(about, step, form, 422);
        }
        OptionalLong wait = applications.take(commune.slug() + " " + request.getRemoteAddr());
        if (wait.isPresent()) {
            response.setHeader("Retry-After", Long.toString(wait.getAsLong()));
            form.refuse("", "pages.error.429.wait", Problem.minutes(wait.getAsLong()));
            return page(about, step, form, 429);
        }
        ProofApplication made = desk.apply(reader.order(id(form), visitor.person(), sent));
        return View.redirect("/" + commune.slug() + "/vouchers/proof/"
                + (made.state() == ProofState.UNCONFIRMED ? "sent" : "received"));
    }

    @GetMapping("/received")
    @Allows(everyone = true)
    View received() {
        return View.of("vouchers/proof/received", Map.of("days", ProofTerms.REVIEW_DAYS));
    }

    private View page(Campaign campaign, ApplyStep step, Form form, int status) {
        Optional<AgeOnProof> rule = ProofTerms.rule(campaign);
        boolean open = ProofTerms.open(campaign, Brussels.today(clock)).isPresent();
        return View.of(
                "vouchers/proof/apply",
                Map.of(
                        "campaign", campaign,
                        "rule", rule.orElseThrow(() -> Problem.notFound().raised()),
                        "open", open,
                        "step", step,
                        "form", form),
                status);
    }

    private Campaign found(UUID campaign) {
        return campaigns
                .find(campaign)
                .filter(known -> known.state() == CampaignState.OPEN || known.state() == CampaignState.CLOSED)
                .filter(known -> ProofTerms.rule(known).isPresent())
                .orElseThrow(() -> Problem.notFound().raised());
    }

    private UUID id(Form form) {
        try {
            return UUID.fromString(form.text("id"));
        } catch (IllegalArgumentException notAnId) {
            return ids.uuid();
        }
    }
}
