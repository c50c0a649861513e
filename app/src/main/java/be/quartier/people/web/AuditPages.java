package be.quartier.people.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.pages.Form;
import be.quartier.pages.View;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.AuditLine;
import be.quartier.people.AuditQuery;
import be.quartier.people.AuditTrail;
import be.quartier.people.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The audit trail, for auditors to read and filter; nobody can change it. */
@Controller
class AuditPages {

    private final AuditTrail audit;
    private final Accounts accounts;

    AuditPages(AuditTrail audit, Accounts accounts) {
        this.audit = audit;
        this.accounts = accounts;
    }

    /** Newest first. */
    @Allows({Role.AUDITOR, Role.ADMIN})
    @GetMapping("/{commune}/audit-trail")
    View read(Commune commune, Form form) {
        Optional<Instant> from = day(form, "from").map(AuditPages::start);
        Optional<Instant> to = day(form, "until").map(day -> start(day.plusDays(1)));
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
        String next = lines.size() < AuditTrail.PAGE ? "" : next(commune, form, lines.getLast());
        return View.of("people/audit-trail", Map.of("form", form, "lines", lines, "names", names(lines), "next", next));
    }

    private Map<String, String> names(List<AuditLine> lines) {
        Map<String, String> names = new HashMap<>();
        for (AuditLine line : lines) {
            if (line.actor() instanceof Actor.Person(UUID id) && !names.containsKey(id.toString())) {
                accounts.find(id).map(Person::name).ifPresent(name -> names.put(id.toString(), name));
            }
        }
        return names;
    }

    private static Optional<LocalDate> day(Form form, String field) {
        Optional<LocalDate> day = form.date(field);
        if (form.has(field) && day.isEmpty()) {
            form.refuse(field, "people.audit.day.wrong");
        }
        return day;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Brussels.ZONE).toInstant();
    }

    private static String next(Commune commune, Form form, AuditLine last) {
        var path = new StringBuilder("/" + commune.slug() + "/audit-trail?before=" + last.id());
        for (String field : List.of("from", "until", "action", "actor", "subject")) {
            if (form.has(field)) {
                path.append('&').append(field).append('=');
                path.append(URLEncoder.encode(form.text(field), StandardCharsets.UTF_8));
            }
        }
        return path.toString();
    }
}
