package be.quartier.people.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Choice;
import be.quartier.pages.Form;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.people.AuditLine;
import be.quartier.people.AuditQuery;
import be.quartier.people.AuditTrail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The audit trail, for auditors to read and filter; nobody can change it. */
@Controller
class AuditPages {

    private final AuditTrail audit;
    private final AuditWords words;

    AuditPages(AuditTrail audit, AuditWords words) {
        this.audit = audit;
        this.words = words;
    }

    /** Newest first. */
    @Allows({Role.AUDITOR, Role.ADMIN})
    @GetMapping("/{commune}/audit-trail")
    View read(Commune commune, Form form, Visitor visitor, Language language) {
        Optional<Instant> from = day(form, "from").map(Brussels::startOf);
        Optional<Instant> to = day(form, "until").map(day -> Brussels.startOf(day.plusDays(1)));
        List<AuditLine> lines = form.refused()
                ? List.of()
                : audit.read(new AuditQuery(
                        from,
                        to,
                        form.text("action"),
                        Optional.of(form.text("actor")).filter(actor -> !actor.isEmpty()),
                        form.text("subject"),
                        Optional.of(form.text("before"))
                                .filter(before -> !before.isEmpty())
                                .map(AccountPages::id)));
        String subject = form.text("subject");
        return View.of(
                "people/audit-trail",
                Map.of(
                        "form", form,
                        "rows", words.rows(lines, commune, visitor, language),
                        "actions", words.actions(language),
                        "actors", actors(language),
                        "about",
                                subject.isEmpty()
                                        ? ""
                                        : words.thing(subject, visitor, language)
                                                .name(),
                        "here", here(commune, form, List.of("from", "until", "action", "actor"), ""),
                        "next", lines.size() < AuditTrail.PAGE ? "" : next(commune, form, lines.getLast())));
    }

    /** Those who ever did something here, by name. */
    private List<Choice> actors(Language language) {
        List<Choice> known = new ArrayList<>();
        for (Actor actor : audit.actors()) {
            known.add(Choice.of(actor.which(), words.name(actor, language)));
        }
        known.sort((one, other) -> one.label().compareToIgnoreCase(other.label()));
        return known;
    }

    private static Optional<LocalDate> day(Form form, String field) {
        Optional<LocalDate> day = form.date(field);
        if (form.has(field) && day.isEmpty()) {
            form.refuse(field, "audit.day.wrong");
        }
        return day;
    }

    private static String next(Commune commune, Form form, AuditLine last) {
        return here(commune, form, List.of("from", "until", "action", "actor", "subject"), "before=" + last.id());
    }

    /** This page with some of its filters. */
    private static String here(Commune commune, Form form, List<String> fields, String first) {
        var query = new ArrayList<String>();
        if (!first.isEmpty()) {
            query.add(first);
        }
        fields.stream()
                .filter(form::has)
                .map(field -> field + "=" + URLEncoder.encode(form.text(field), StandardCharsets.UTF_8))
                .forEach(query::add);
        return "/" + commune.slug() + "/audit-trail" + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }
}
