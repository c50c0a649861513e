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
import be.quartier.vouchers.registry.RegistryDesk;
import be.quartier.vouchers.registry.RegistryImports;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Children of whom a later extract says something: keep the voucher, or withdraw it with a reason. */
@Controller
@RequestMapping("/{commune}/vouchers/campaigns/{id}/registry/flagged")
class FlaggedPages {

    private static final int REASON_CHARS_MAX = 200;

    private final RegistryDesk desk;
    private final RegistryImports imports;
    private final AuditTrail audit;

    FlaggedPages(RegistryDesk desk, RegistryImports imports, AuditTrail audit) {
        this.desk = desk;
        this.imports = imports;
        this.audit = audit;
    }

    @GetMapping
    @Allows({Role.ECONOMY, Role.ADMIN})
    View list(@PathVariable UUID id) {
        return page(id, Form.empty(), 200);
    }

    private View page(UUID id, Form form, int status) {
        return View.of(
                "vouchers/registry/flagged",
                Map.of(
                        "terms",
                                imports.terms(id)
                                        .orElseThrow(() -> Problem.notFound().raised()),
                        "children", desk.flagged(id),
                        "total", desk.countFlagged(id),
                        "form", form),
                status);
    }

    @PostMapping("/{child}")
    @Allows({Role.ECONOMY, Role.ADMIN})
    View decide(Commune commune, Visitor visitor, Form form, @PathVariable UUID id, @PathVariable UUID child) {
        String here = RegistryPages.path(commune, id) + "/flagged";
        if (form.text("decision").equals("keep")) {
            if (desk.keep(id, child)) {
                audit.record(Actor.of(visitor), "vouchers.registry-child-kept", "registry-child:" + child);
            }
            return View.redirect(here, Flash.done("registry.flagged.kept"));
        }
        String reason = form.text("reason");
        if (reason.isEmpty() || reason.length() > REASON_CHARS_MAX) {
            return page(id, form.refuse("reason-" + child, "registry.form.reason", REASON_CHARS_MAX), 422);
        }
        if (desk.withdraw(id, child, reason, visitor.id())) {
            audit.record(Actor.of(visitor), "vouchers.registry-child-withdrawn", "registry-child:" + child);
        }
        return View.redirect(here, Flash.done("registry.flagged.withdrawn"));
    }
}
