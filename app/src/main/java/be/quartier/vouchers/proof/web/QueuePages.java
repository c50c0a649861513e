package be.quartier.vouchers.proof.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.campaigns.web.PeopleNames;
import be.quartier.vouchers.proof.Acted;
import be.quartier.vouchers.proof.ProofApplication;
import be.quartier.vouchers.proof.ProofDesk;
import be.quartier.vouchers.proof.ProofFile;
import be.quartier.vouchers.proof.ProofRefusal;
import be.quartier.vouchers.proof.ProofReview;
import be.quartier.vouchers.proof.ProofState;
import be.quartier.vouchers.proof.ProofTerms;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The town hall's queue of applications with a proof, and the decision on each. Who signs decides on appeals. */
@Controller
@RequestMapping("/{commune}/vouchers/proofs")
class QueuePages {

    private static final int OPEN_MAX = 500;
    private static final int DECIDED_MAX = 50;
    private static final int WORDS_MAX = 1000;

    private final ProofReview review;
    private final ProofDesk desk;
    private final Campaigns campaigns;
    private final PeopleNames names;
    private final AuditTrail audit;
    private final Clock clock;

    QueuePages(
            ProofReview review, ProofDesk desk, Campaigns campaigns, PeopleNames names, AuditTrail audit, Clock clock) {
        this.review = review;
        this.desk = desk;
        this.campaigns = campaigns;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    @Allows({Role.ECONOMY, Role.ADMIN, Role.APPROVER})
    View list() {
        return View.of(
                "vouchers/proof/queue",
                Map.of(
                        "received", review.in(List.of(ProofState.RECEIVED), OPEN_MAX),
                        "appealed", review.in(List.of(ProofState.APPEALED), OPEN_MAX),
                        "asked", review.in(List.of(ProofState.ASKED), OPEN_MAX),
                        "decided",
                                review.in(
                                        List.of(ProofState.REFUSED, ProofState.ACCEPTED, ProofState.UPHELD),
                                        DECIDED_MAX),
                        "today", Brussels.today(clock)));
    }

    @GetMapping("/{id}")
    @Allows({Role.ECONOMY, Role.ADMIN, Role.APPROVER})
    View show(@PathVariable UUID id, Visitor visitor) {
        return page(found(id), visitor, Form.empty(), 200);
    }

    @GetMapping("/{id}/files/{file}")
    @Allows({Role.ECONOMY, Role.ADMIN, Role.APPROVER})
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file, Visitor visitor) {
        ProofApplication about = found(id);
        ProofFile known = desk.files(about.id()).stream()
                .filter(one -> one.id().equals(file))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().raised());
        byte[] content =
                desk.content(id, file).orElseThrow(() -> Problem.notFound().raised());
        audit.record(Actor.of(visitor), "vouchers.proof-file-read", "proof:" + id);
        String name = "document-" + known.place() + "." + known.type().ending();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(known.type().media()))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(content);
    }

    @PostMapping("/{id}/question")
    @Allows({Role.ECONOMY, Role.ADMIN})
    View ask(@PathVariable UUID id, Commune commune, Visitor visitor, Form form) {
        ProofApplication about = found(id);
        if (!words(form, "question")) {
            return page(about, visitor, form, 422);
        }
        return after(review.ask(id, form.text("question"), visitor.id()), commune, visitor, about);
    }

    @PostMapping("/{id}/refusal")
    @Allows({Role.ECONOMY, Role.ADMIN, Role.APPROVER})
    View refuse(@PathVariable UUID id, Commune commune, Visitor visitor, Form form) {
        ProofApplication about = decidable(id, visitor);
        Optional<ProofRefusal> why = ProofRefusal.of(form.text("why"));
        if (why.isEmpty()) {
            form.refuse("why", "proof.form.why");
        }
        if (!words(form, "words") || why.isEmpty()) {
            return page(about, visitor, form, 422);
        }
        return after(review.refuse(id, why.get(), form.text("words"), visitor.id()), commune, visitor, about);
    }

    @PostMapping("/{id}/acceptance")
    @Allows({Role.ECONOMY, Role.ADMIN, Role.APPROVER})
    View accept(@PathVariable UUID id, Commune commune, Visitor visitor, Form form) {
        ProofApplication about = decidable(id, visitor);
        return after(review.accept(id, child(form), visitor.id()), commune, visitor, about);
    }

    private static Optional<UUID> child(Form form) {
        try {
            return Optional.of(form.text("child"))
                    .filter(typed -> !typed.isEmpty() && !typed.equals("none"))
                    .map(UUID::fromString);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound().raised();
        }
    }

    /** The first decision is the reviewers', the one on an appeal is made by those who sign. */
    private ProofApplication decidable(UUID id, Visitor visitor) {
        ProofApplication about = found(id);
        boolean mine =
                about.state() == ProofState.APPEALED ? visitor.is(Role.APPROVER) : visitor.is(Role.ECONOMY, Role.ADMIN);
        if (!mine) {
            throw Problem.forbidden().raised();
        }
        return about;
    }

    private static boolean words(Form form, String field) {
        boolean good = form.has(field) && form.text(field).length() <= WORDS_MAX;
        if (!good) {
            form.refuse(field, "proof.form.words", WORDS_MAX);
        }
        return good;
    }

    private View after(Acted acted, Commune commune, Visitor visitor, ProofApplication about) {
        return switch (acted) {
            case Acted.Done(ProofApplication now) ->
                View.redirect(
                        here(commune, now.id()),
                        Flash.done("proof.done." + now.state().code()));
            case Acted.Refused(Acted.Why why)
            when why == Acted.Why.TOO_LATE ->
                View.redirect(here(commune, about.id()), Flash.warning("proof.refused.too-late"));
            case Acted.Refused(Acted.Why why) ->
                page(
                        about,
                        visitor,
                        Form.empty().refuse("", "proof.refused." + why.code()),
                        why == Acted.Why.OWN || why == Acted.Why.SAME_PERSON ? 403 : 409);
        };
    }

    private View page(ProofApplication about, Visitor visitor, Form form, int status) {
        boolean whole = about.emptied().isEmpty();
        boolean appeal = about.state() == ProofState.APPEALED;
        boolean mine = appeal ? visitor.is(Role.APPROVER) : visitor.is(Role.ECONOMY, Role.ADMIN);
        boolean sameAgain =
                appeal && about.decidedBy().filter(visitor.id()::equals).isPresent();
        boolean own = whole && review.own(about, visitor.id());
        Map<String, Object> model = new HashMap<>();
        model.put("about", about);
        model.put("campaign", campaigns.find(about.campaign()).orElseThrow());
        model.put("address", review.address(about.id()).map(one -> one.value()).orElse(""));
        model.put("known", whole ? review.like(about) : List.of());
        model.put("atHome", whole ? review.atHome(about) : 0);
        model.put("others", whole ? review.others(about) : List.of());
        model.put("files", desk.files(about.id()));
        model.put("timeline", desk.timeline(about.id()));
        model.put("names", names);
        model.put("own", own);
        model.put("sameAgain", sameAgain);
        model.put("decides", whole && about.state().open() && mine && !own && !sameAgain);
        model.put("kept", ProofTerms.FILES_KEPT_DAYS);
        model.put("today", Brussels.today(clock));
        model.put("form", form);
        return View.of("vouchers/proof/show", model, status);
    }

    private ProofApplication found(UUID id) {
        return review.find(id).orElseThrow(() -> Problem.notFound().raised());
    }

    private static String here(Commune commune, UUID id) {
        return "/" + commune.slug() + "/vouchers/proofs/" + id;
    }
}
