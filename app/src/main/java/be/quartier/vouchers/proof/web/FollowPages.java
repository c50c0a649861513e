package be.quartier.vouchers.proof.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.EmailAddress;
import be.quartier.people.RateLimit;
import be.quartier.people.SessionCookie;
import be.quartier.people.Vault;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.proof.Acted;
import be.quartier.vouchers.proof.ProofApplication;
import be.quartier.vouchers.proof.ProofDesk;
import be.quartier.vouchers.proof.ProofTerms;
import be.quartier.vouchers.proof.Sent;
import be.quartier.vouchers.web.SealedCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The applicant's own page, opened by the secret link of a mail: where it stands, an answer, an appeal. */
@Controller
@RequestMapping("/{commune}/vouchers/proof")
class FollowPages {

    static final int WORDS_MAX = 1500;

    private static final Duration OPEN_FOR = Duration.ofMinutes(60);
    private static final int LINKS = 10;
    private static final Duration LINKS_PER = Duration.ofHours(1);
    private static final int ADDRESSES_MAX = 10_000;

    private final ProofDesk desk;
    private final Campaigns campaigns;
    private final SentDocuments documents;
    private final SealedCookie cookie;
    private final RateLimit links;
    private final Clock clock;

    FollowPages(
            ProofDesk desk,
            Campaigns campaigns,
            SentDocuments documents,
            SessionCookie cookies,
            Vault vault,
            Clock clock) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.documents = documents;
        this.cookie = new SealedCookie("proof-page", "proof", OPEN_FOR, cookies, vault, clock);
        this.links = new RateLimit(LINKS, LINKS_PER, ADDRESSES_MAX, clock);
        this.clock = clock;
    }

    /** What the mail's link opens: puts the secret out of the address at once, and changes nothing. */
    @GetMapping("/open/{token}")
    @Allows(everyone = true)
    View open(Commune commune, @PathVariable String token, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        cookie.set(commune, token, response);
        return View.redirect(here(commune));
    }

    @GetMapping("/follow")
    @Allows(everyone = true)
    View show(Commune commune, HttpServletRequest request, HttpServletResponse response) {
        return opened(commune, request, response)
                .map(about -> page(about, Form.empty(), 200))
                .orElseGet(() -> closed(Form.empty(), 410));
    }

    @PostMapping("/follow/confirm")
    @Allows(everyone = true)
    View confirm(Commune commune, HttpServletRequest request, HttpServletResponse response) {
        Optional<ProofApplication> about = opened(commune, request, response);
        about.ifPresent(one -> desk.confirm(one.id()));
        return about.isPresent()
                ? View.redirect(here(commune), Flash.done("proof.confirmed"))
                : closed(Form.empty(), 410);
    }

    @PostMapping("/follow/answer")
    @Allows(everyone = true)
    View answer(Commune commune, HttpServletRequest request, HttpServletResponse response) {
        Optional<ProofApplication> about = opened(commune, request, response);
        if (about.isEmpty()) {
            return closed(Form.empty(), 410);
        }
        Form form = Form.of(request.getParameterMap());
        List<Sent> sent = documents.read(request, form, false);
        if (form.text("words").length() > WORDS_MAX) {
            form.refuse("words", "proof.form.long", WORDS_MAX);
        } else if (!form.refused() && !form.has("words") && sent.isEmpty()) {
            form.refuse("words", "proof.answer.empty");
        }
        return form.refused()
                ? page(about.get(), form, 422)
                : after(
                        desk.answer(about.get().id(), form.text("words"), sent),
                        commune,
                        about.get(),
                        "proof.answered");
    }

    @PostMapping("/follow/appeal")
    @Allows(everyone = true)
    View appeal(Commune commune, HttpServletRequest request, HttpServletResponse response) {
        Optional<ProofApplication> about = opened(commune, request, response);
        if (about.isEmpty()) {
            return closed(Form.empty(), 410);
        }
        Form form = Form.of(request.getParameterMap());
        List<Sent> sent = documents.read(request, form, false);
        if (!form.has("words") || form.text("words").length() > WORDS_MAX) {
            form.refuse("words", "proof.appeal.words", WORDS_MAX);
        }
        return form.refused()
                ? page(about.get(), form, 422)
                : after(
                        desk.appeal(about.get().id(), form.text("words"), sent),
                        commune,
                        about.get(),
                        "proof.appealed");
    }

    @GetMapping("/link")
    @Allows(everyone = true)
    View askLink() {
        return closed(Form.empty(), 200);
    }

    /** Mails a fresh link; the answer is the same whether the address is known or not. */
    @PostMapping("/link")
    @Allows(everyone = true)
    View sendLink(Commune commune, Form form, HttpServletRequest request) {
        Optional<EmailAddress> address = EmailAddress.of(form.text("mail"));
        if (address.isEmpty()) {
            return closed(form.refuse("mail", "proof.form.mail"), 422);
        }
        OptionalLong wait = links.take(commune.slug() + " " + request.getRemoteAddr());
        if (wait.isPresent()) {
            throw Problem.tooMany(wait.getAsLong()).raised();
        }
        desk.sendLinks(address.get());
        return View.redirect("/" + commune.slug() + "/vouchers/proof/link", Flash.done("proof.link.sent"));
    }

    private Optional<ProofApplication> opened(
            Commune commune, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return cookie.read(commune, request).flatMap(desk::open);
    }

    private View after(Acted acted, Commune commune, ProofApplication about, String done) {
        return switch (acted) {
            case Acted.Done _ -> View.redirect(here(commune), Flash.done(done));
            case Acted.Refused(Acted.Why why)
            when why == Acted.Why.TOO_MANY_FILES ->
                page(about, Form.empty().refuse("files", "proof.files.all", Sent.ALL_MAX), 422);
            case Acted.Refused _ -> View.redirect(here(commune), Flash.warning("proof.refused.too-late"));
        };
    }

    private View page(ProofApplication about, Form form, int status) {
        return View.of(
                "vouchers/proof/follow",
                Map.of(
                        "about", about,
                        "campaign", campaigns.find(about.campaign()).orElseThrow(),
                        "timeline", desk.timeline(about.id()),
                        "documents", desk.files(about.id()).size(),
                        "appealable", about.appealable(Brussels.today(clock)),
                        "kept", ProofTerms.FILES_KEPT_DAYS,
                        "form", form),
                status);
    }

    private static View closed(Form form, int status) {
        return View.of("vouchers/proof/link", Map.of("form", form, "gone", status == 410), status);
    }

    private static String here(Commune commune) {
        return "/" + commune.slug() + "/vouchers/proof/follow";
    }
}
