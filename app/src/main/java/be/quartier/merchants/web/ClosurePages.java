package be.quartier.merchants.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.installation.Ids;
import be.quartier.merchants.Closure;
import be.quartier.merchants.Closures;
import be.quartier.merchants.Establishment;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Holidays and closures, announced by the merchant. */
@Controller
@RequestMapping("/{commune}/merchant/closures")
class ClosurePages {

    private final Merchants merchants;
    private final Closures closures;
    private final Ids ids;
    private final Clock clock;

    ClosurePages(Merchants merchants, Closures closures, Ids ids, Clock clock) {
        this.merchants = merchants;
        this.closures = closures;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping
    @Allows(Role.MERCHANT)
    View show(Visitor visitor) {
        return page(visitor, Form.empty().with("id", ids.uuid().toString()), 200);
    }

    @PostMapping
    @Allows(Role.MERCHANT)
    View add(Visitor visitor, Commune commune, Form form) {
        Merchant merchant = merchant(visitor);
        Optional<Closure> closure = read(form);
        if (closure.isEmpty()) {
            return page(visitor, form, 422);
        }
        List<UUID> places = merchant.establishments().stream()
                .map(Establishment::id)
                .filter(id -> !form.has("place") || id.toString().equals(form.text("place")))
                .toList();
        Closures.Outcome outcome = places.isEmpty()
                ? Closures.Outcome.GONE
                : closures.add(merchant.id(), places, closure.get(), by(visitor));
        return switch (outcome) {
            case DONE -> back(commune, Flash.done("merchants.closures.added"));
            case GONE -> back(commune, Flash.warning("merchants.too-late"));
            case TOO_MANY -> {
                form.refuse("", "merchants.closures.most", Closures.MOST);
                yield page(visitor, form, 422);
            }
        };
    }

    @PostMapping("/{place}/{closure}/removal")
    @Allows(Role.MERCHANT)
    View remove(@PathVariable UUID place, @PathVariable UUID closure, Visitor visitor, Commune commune) {
        boolean removed = closures.remove(merchant(visitor).id(), place, closure, by(visitor));
        return back(commune, removed ? Flash.done("merchants.closures.removed") : Flash.warning("merchants.too-late"));
    }

    private Optional<Closure> read(Form form) {
        Optional<LocalDate> from = form.date("from");
        Optional<LocalDate> until = form.has("until") ? form.date("until") : from;
        LocalDate today = Brussels.today(clock);
        if (from.isEmpty()) {
            form.refuse("from", "merchants.closures.from.wrong");
        }
        boolean ordered = from.isPresent()
                && until.filter(day -> !day.isBefore(from.get()) && !day.isBefore(today))
                        .filter(day -> !day.isAfter(from.get().plusDays(Closure.DAYS_MAX)))
                        .isPresent();
        if (from.isPresent() && !ordered) {
            form.refuse("until", "merchants.closures.until.wrong");
        }
        if (form.text("note").length() > Closure.NOTE_MAX) {
            form.refuse("note", "merchants.join.long", Closure.NOTE_MAX);
        }
        return form.refused()
                ? Optional.empty()
                : Optional.of(new Closure(
                        Forms.id(form).orElseGet(ids::uuid),
                        from.orElseThrow(),
                        until.orElseThrow(),
                        form.text("note")));
    }

    private View page(Visitor visitor, Form form, int status) {
        return View.of(
                "merchants/closures",
                Map.of("merchant", merchant(visitor), "form", form, "today", Brussels.today(clock)),
                status);
    }

    private Merchant merchant(Visitor visitor) {
        UUID id = visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
        return merchants.find(id).orElseThrow(() -> Problem.notFound().raised());
    }

    private static Actor by(Visitor visitor) {
        return new Actor.Person(visitor.id());
    }

    private static View back(Commune commune, Flash flash) {
        return View.redirect("/" + commune.slug() + "/merchant/closures", flash);
    }
}
