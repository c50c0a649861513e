package be.quartier.vouchers.registry.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.registry.RegistryImport;
import be.quartier.vouchers.registry.RegistryImports;
import be.quartier.vouchers.registry.RowVerdict;
import be.quartier.vouchers.registry.StagedRow;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
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

/** The rows of an import, by verdict or by note, each with its reason; as a page and as CSV. */
@Controller
@RequestMapping("/{commune}/vouchers/campaigns/{id}/registry/imports/{made}/rows")
class RowPages {

    private final RegistryImports imports;
    private final Texts texts;
    private final AuditTrail audit;

    RowPages(RegistryImports imports, Texts texts, AuditTrail audit) {
        this.imports = imports;
        this.texts = texts;
        this.audit = audit;
    }

    @GetMapping("/{which}")
    @Allows({Role.ECONOMY, Role.ADMIN})
    View rows(@PathVariable UUID id, @PathVariable UUID made, @PathVariable String which, Form query) {
        RegistryImport known = found(id, made);
        Optional<RowVerdict> verdict = verdict(which);
        Optional<Note> note = note(which);
        if (verdict.isEmpty() && note.isEmpty()) {
            throw Problem.notFound().raised();
        }
        int after = Math.max(0, query.integer("after").orElse(0));
        List<StagedRow> rows = imports.rows(made, verdict, note, after);
        RegistryImport.Counts counts = imports.counts(made);
        return View.of(
                "vouchers/registry/rows",
                Map.of(
                        "made",
                        known,
                        "which",
                        which,
                        "title",
                        (verdict.isPresent() ? "registry.verdict." : "registry.note.") + which,
                        "total",
                        verdict.map(counts::of).orElseGet(() -> counts.of(note.orElseThrow())),
                        "rows",
                        rows,
                        "more",
                        rows.size() == RegistryImports.PAGE));
    }

    @GetMapping("/{which}/csv")
    @Allows({Role.ECONOMY, Role.ADMIN})
    void csv(
            @PathVariable UUID id,
            @PathVariable UUID made,
            @PathVariable String which,
            Language language,
            HttpServletResponse response)
            throws IOException {
        found(id, made);
        Optional<RowVerdict> verdict = verdict(which);
        Optional<Note> note = note(which);
        if (verdict.isEmpty() && note.isEmpty()) {
            throw Problem.notFound().raised();
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"registre-" + which + ".csv\"");
        response.setHeader("Cache-Control", "no-store");
        PrintWriter out = response.getWriter();
        out.print("\uFEFF"
                + String.join(
                        ";",
                        texts.text(language, "registry.row.line"),
                        texts.text(language, "registry.row.name"),
                        texts.text(language, "registry.row.birth"),
                        texts.text(language, "registry.row.address"),
                        "code",
                        texts.text(language, "registry.row.reason"),
                        texts.text(language, "registry.row.notes"))
                + "\r\n");
        List<StagedRow> rows = imports.rows(made, verdict, note, 0);
        while (!rows.isEmpty()) {
            rows.forEach(row -> out.print(line(row, language)));
            rows = imports.rows(made, verdict, note, rows.getLast().place());
        }
        out.flush();
    }

    private String line(StagedRow row, Language language) {
        return String.join(
                        ";",
                        row.line().isPresent() ? Integer.toString(row.line().getAsInt()) : "",
                        quoted(row.who()
                                .map(who -> who.lastName() + " " + who.firstName())
                                .orElse("")),
                        row.who().map(who -> RowView.birth(who.birth())).orElse(""),
                        quoted(row.address()),
                        row.reason().code(),
                        quoted(texts.text(
                                language, "registry.reason." + row.reason().code())),
                        quoted(row.notes().stream()
                                .map(note -> texts.text(language, "registry.note." + note.code()))
                                .collect(Collectors.joining(", "))))
                + "\r\n";
    }

    /** A cell that a spreadsheet takes for text, whatever it begins with. */
    private static String quoted(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    @PostMapping("/{place}/accept")
    @Allows({Role.ECONOMY, Role.ADMIN})
    View accept(
            Commune commune, Visitor visitor, @PathVariable UUID id, @PathVariable UUID made, @PathVariable int place) {
        found(id, made);
        if (imports.accept(made, place)) {
            audit.record(
                    Actor.of(visitor),
                    "vouchers.registry-row-accepted",
                    "registry-import:" + made,
                    Map.of("place", Integer.toString(place)));
        }
        String here = RegistryPages.path(commune, id) + "/imports/" + made + "/rows/duplicate";
        return View.redirect(here, Flash.done("registry.row.accepted"));
    }

    private RegistryImport found(UUID campaign, UUID made) {
        return imports.find(made)
                .filter(known -> known.campaign().equals(campaign))
                .orElseThrow(() -> Problem.notFound().raised());
    }

    private static Optional<RowVerdict> verdict(String code) {
        return Arrays.stream(RowVerdict.values())
                .filter(verdict -> verdict.code().equals(code))
                .findFirst();
    }

    private static Optional<Note> note(String code) {
        return Arrays.stream(Note.values())
                .filter(note -> note.code().equals(code))
                .findFirst();
    }
}
