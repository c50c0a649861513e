package be.quartier.vouchers.signals.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.ledger.Transfer;
import be.quartier.ledger.Transfers;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Till;
import be.quartier.merchants.Tills;
import be.quartier.pages.Door;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Icon;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.vouchers.campaigns.web.PeopleNames;
import be.quartier.vouchers.signals.Signal;
import be.quartier.vouchers.signals.Signal.Decision;
import be.quartier.vouchers.signals.Signals;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The queue: what deserves a look first, why, and what was decided. */
@Controller
@RequestMapping("/{commune}/vouchers/signals")
class SignalPages {

    private final Signals signals;
    private final Merchants merchants;
    private final Tills tills;
    private final Transfers transfers;
    private final PeopleNames people;

    SignalPages(Signals signals, Merchants merchants, Tills tills, Transfers transfers, PeopleNames people) {
        this.signals = signals;
        this.merchants = merchants;
        this.tills = tills;
        this.transfers = transfers;
        this.people = people;
    }

    /** The way in. */
    @Configuration(proxyBeanMethods = false)
    static class Doors {

        @Bean
        Door signalsDoor() {
            return Door.forRoles("signals.door", "/vouchers/signals", Icon.WARNING, 64, Role.FINANCE, Role.AUDITOR);
        }
    }

    @GetMapping
    @Allows({Role.FINANCE, Role.AUDITOR})
    View list() {
        List<NamedSignal> waiting = signals.waiting().stream().map(this::named).toList();
        return View.of("vouchers/signals/list", Map.of("signals", waiting));
    }

    @GetMapping("/{id}")
    @Allows({Role.FINANCE, Role.AUDITOR})
    View show(@PathVariable UUID id) {
        View.Shown page = page(id, Form.empty());
        return View.of(page.template(), page.params());
    }

    @PostMapping("/{id}/looks")
    @Allows(Role.FINANCE)
    View decide(@PathVariable UUID id, Commune commune, Visitor visitor, Form form) {
        Optional<Decision> decision = Arrays.stream(Decision.values())
                .filter(one -> one.code().equals(form.text("decision")))
                .findFirst();
        int length = form.text("note").length();
        if (decision.isEmpty()) {
            form.refuse("decision", "signals.decision.missing");
        }
        if (length < Signals.NOTE_MIN || length > Signals.NOTE_MAX) {
            form.refuse("note", "signals.note.wrong", Signals.NOTE_MIN, Signals.NOTE_MAX);
        }
        if (form.refused()) {
            View.Shown page = page(id, form);
            return View.refused(page.template(), page.params());
        }
        boolean done = signals.decide(id, decision.orElseThrow(), form.text("note"), visitor.id());
        return View.redirect(
                "/" + commune.slug() + "/vouchers/signals",
                done
                        ? Flash.done("signals.decided." + decision.orElseThrow().code())
                        : Flash.warning("signals.decided.before"));
    }

    private View.Shown page(UUID id, Form form) {
        Signal signal = signals.find(id).orElseThrow(() -> Problem.notFound().raised());
        List<Transfer> entries = transfers.find(signal.entries()).values().stream()
                .sorted(Comparator.comparing(Transfer::at))
                .toList();
        boolean blockable = signal.till()
                .flatMap(till -> tills.of(signal.merchant()).stream()
                        .filter(one -> one.id().equals(till))
                        .findFirst())
                .filter(Till::inUse)
                .isPresent();
        return new View.Shown(
                "vouchers/signals/show",
                Map.of(
                        "named", named(signal),
                        "entries", entries,
                        "blockable", blockable,
                        "looks", signals.looks(id),
                        "people", people,
                        "form", form),
                200);
    }

    private NamedSignal named(Signal signal) {
        String merchant = merchants.find(signal.merchant()).map(Merchant::name).orElse("?");
        String till = signal.till()
                .flatMap(id -> tills.of(signal.merchant()).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst())
                .map(Till::name)
                .orElse("");
        return new NamedSignal(signal, merchant, till);
    }
}
