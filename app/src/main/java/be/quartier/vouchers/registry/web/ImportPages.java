package be.quartier.vouchers.registry.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.vouchers.registry.ConfirmOutcome;
import be.quartier.vouchers.registry.ImportTerms;
import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.registry.RegistryDesk;
import be.quartier.vouchers.registry.RegistryImport;
import be.quartier.vouchers.registry.RegistryImports;
import be.quartier.vouchers.registry.RegistryRuns;
import be.quartier.vouchers.registry.RowVerdict;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One import: its preview, its progress, its result, and what the clerk decides on it. */
@Controller
@RequestMapping("/{commune}/vouchers/campaigns/{id}/registry/imports/{made}")
class ImportPages {

    private static final int REASON_CHARS_MAX = 200;

    private final RegistryImports imports;
    private final RegistryDesk desk;
    private final RegistryRuns runs;
    private final AuditTrail audit;

    ImportPages(RegistryImports imports, RegistryDesk desk, RegistryRuns runs, AuditTrail audit) {
        this.imports = imports;
        this.desk = desk;
        this.runs = runs;
        this.audit = audit;
    }

    @GetMapping
    @Allows({Role.ECONOMY, Role.ADMIN})
    View show(@PathVariable UUID id, @PathVariable UUID made) {
        return page(id, made, Form.empty(), 200);
    }

    private View page(UUID id, UUID made, Form form, int status) {
        RegistryImport known = found(id, made);
        ImportTerms terms = imports.terms(id).orElseThrow();
        RegistryImport.Counts counts = imports.counts(made);
        return View.of(
                "vouchers/registry/import",
                Map.of(
                        "terms", terms,
                        "made", known,
                        "counts", counts,
                        "costCents", Math.multiplyExact(terms.amountCents(), counts.of(RowVerdict.NEW)),
                        "availableCents", imports.availableCents(id),
                        "undoable", desk.undoable(known),
                        "flagged", desk.countFlagged(id),
                        "verdicts", List.of(RowVerdict.values()),
                        "notes", List.of(Note.values()),
                        "form", form),
                status);
    }

    @PostMapping("/confirm")
    @Allows({Role.ECONOMY, Role.ADMIN})
    View confirm(Commune commune, Visitor visitor, @PathVariable UUID id, @PathVariable UUID made) {
        found(id, made);
        return switch (imports.confirm(made, visitor.id())) {
            case ConfirmOutcome.Started(RegistryImport running) -> {
                audit.record(
                        Actor.of(visitor),
                        "vouchers.registry-confirmed",
                        "registry-import:" + made,
                        Map.of("changes", Integer.toString(running.work())));
                runs.wake();
                yield View.redirect(here(commune, id, made));
            }
            // The same request once more finds what the first one started.
            case ConfirmOutcome.Refused refused
            when refused.why() == ConfirmOutcome.Why.NOT_WAITING -> View.redirect(here(commune, id, made));
            case ConfirmOutcome.Refused refused ->
                page(
                        id,
                        made,
                        Form.empty()
                                .refuse(
                                        "",
                                        "registry.confirm.refused."
                                                + refused.why().code()),
                        409);
        };
    }

    @PostMapping("/cancel")
    @Allows({Role.ECONOMY, Role.ADMIN})
    View cancel(Commune commune, Visitor visitor, @PathVariable UUID id, @PathVariable UUID made) {
        found(id, made);
        if (imports.cancel(made, visitor.id())) {
            audit.record(Actor.of(visitor), "vouchers.registry-cancelled", "registry-import:" + made);
        }
        return View.redirect(RegistryPages.path(commune, id), Flash.done("registry.cancel.done"));
    }

    @PostMapping("/resume")
    @Allows({Role.ECONOMY, Role.ADMIN})
    View resume(Commune commune, Visitor visitor, @PathVariable UUID id, @PathVariable UUID made) {
        found(id, made);
        if (imports.resume(made)) {
            audit.record(Actor.of(visitor), "vouchers.registry-resumed", "registry-import:" + made);
            runs.wake();
        }
        return View.redirect(here(commune, id, made));
    }

    @GetMapping("/undo")
    @Allows({Role.ECONOMY, Role.ADMIN})
    View askUndo(@PathVariable UUID id, @PathVariable UUID made) {
        return undoPage(id, made, Form.empty(), 200);
    }

    @PostMapping("/undo")
    @Allows({Role.ECONOMY, Role.ADMIN})
    View undo(Commune commune, Visitor visitor, Form form, @PathVariable UUID id, @PathVariable UUID made) {
        found(id, made);
        if (!form.has("reason") || form.text("reason").length() > REASON_CHARS_MAX) {
            return undoPage(id, made, form.refuse("reason", "registry.form.reason", REASON_CHARS_MAX), 422);
        }
        return switch (desk.undo(made, form.text("reason"), visitor.id())) {
            case UNDONE -> {
                audit.record(Actor.of(visitor), "vouchers.registry-undone", "registry-import:" + made);
                yield View.redirect(RegistryPages.path(commune, id), Flash.done("registry.undo.done"));
            }
            case SPENT -> undoPage(id, made, form.refuse("", "registry.undo.spent"), 409);
            case NOT_POSSIBLE -> undoPage(id, made, form.refuse("", "registry.undo.impossible"), 409);
        };
    }

    private View undoPage(UUID id, UUID made, Form form, int status) {
        return View.of(
                "vouchers/registry/undo",
                Map.of(
                        "made", found(id, made),
                        "children", imports.counts(made).of(RowVerdict.NEW),
                        "form", form),
                status);
    }

    private RegistryImport found(UUID campaign, UUID made) {
        return imports.find(made)
                .filter(known -> known.campaign().equals(campaign))
                .orElseThrow(() -> Problem.notFound().raised());
    }

    private static String here(Commune commune, UUID campaign, UUID made) {
        return RegistryPages.path(commune, campaign) + "/imports/" + made;
    }
}
