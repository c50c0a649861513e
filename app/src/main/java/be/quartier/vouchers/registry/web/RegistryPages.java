package be.quartier.vouchers.registry.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.vouchers.registry.FileRefusal;
import be.quartier.vouchers.registry.ImportTerms;
import be.quartier.vouchers.registry.RegistryColumns;
import be.quartier.vouchers.registry.RegistryDesk;
import be.quartier.vouchers.registry.RegistryImport;
import be.quartier.vouchers.registry.RegistryImport.Scope;
import be.quartier.vouchers.registry.RegistryImports;
import be.quartier.vouchers.registry.RegistryUpload;
import be.quartier.vouchers.registry.UploadOutcome;
import be.quartier.vouchers.web.SentForm;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Sending an extract, and the history of imports of a campaign. */
@Controller
@RequestMapping("/{commune}/vouchers/campaigns/{id}/registry")
class RegistryPages {

    /** What is read of a refused file so that the browser hears the answer. */
    private static final long DRAINED_BYTES_MAX = RegistryUpload.BYTES_MAX + (64L << 20);

    private final RegistryUpload upload;
    private final RegistryImports imports;
    private final RegistryDesk desk;
    private final AuditTrail audit;

    RegistryPages(RegistryUpload upload, RegistryImports imports, RegistryDesk desk, AuditTrail audit) {
        this.upload = upload;
        this.imports = imports;
        this.desk = desk;
        this.audit = audit;
    }

    /** Where the pages of a campaign's registry begin. */
    static String path(Commune commune, UUID campaign) {
        return "/" + commune.slug() + "/vouchers/campaigns/" + campaign + "/registry";
    }

    @GetMapping
    @Allows({Role.ECONOMY, Role.ADMIN})
    View index(@PathVariable UUID id) {
        return page(id, Form.empty().with("scope", Scope.FULL.code()), 200);
    }

    private View page(UUID id, Form form, int status) {
        ImportTerms terms =
                imports.terms(id).orElseThrow(() -> Problem.notFound().raised());
        return View.of(
                "vouchers/registry/index",
                Map.of(
                        "terms", terms,
                        "form", form,
                        "columns", RegistryColumns.header(),
                        "history", imports.history(id),
                        "flagged", desk.countFlagged(id)),
                status);
    }

    @PostMapping
    @Allows({Role.ECONOMY, Role.ADMIN})
    View send(Commune commune, Visitor visitor, HttpServletRequest request, @PathVariable UUID id) throws IOException {
        SentForm sent = SentForm.of(request).orElse(null);
        Form form = Form.of(request.getParameterMap());
        Optional<Scope> scope = List.of(Scope.values()).stream()
                .filter(known -> known.code().equals(form.text("scope")))
                .findFirst();
        if (sent == null || sent.fileName().isEmpty()) {
            return page(id, form.refuse("file", "registry.refusal.empty"), 422);
        }
        try (InputStream file = sent.file()) {
            if (scope.isEmpty()) {
                SentForm.drain(file, DRAINED_BYTES_MAX);
                return page(id, form.refuse("scope", "registry.form.scope"), 422);
            }
            UploadOutcome outcome = upload.upload(commune, id, sent.fileName().get(), scope.get(), file, visitor.id())
                    .orElseThrow(() -> Problem.notFound().raised());
            return switch (outcome) {
                case UploadOutcome.Staged(RegistryImport made) -> {
                    audit.record(
                            Actor.of(visitor),
                            "vouchers.registry-sent",
                            "registry-import:" + made.id(),
                            Map.of("rows", Integer.toString(made.rows()), "sha256", made.sha256()));
                    yield View.redirect(path(commune, id) + "/imports/" + made.id());
                }
                case UploadOutcome.Refused(FileRefusal refusal) -> {
                    SentForm.drain(file, DRAINED_BYTES_MAX);
                    String columns = refusal.columns().stream()
                            .map(column -> column.names().getFirst())
                            .collect(Collectors.joining(", "));
                    form.refuse("file", "registry.refusal." + refusal.kind().code(), columns);
                    yield page(id, form, 422);
                }
            };
        }
    }
}
