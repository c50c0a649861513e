package be.quartier.merchants.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.commune.WorkingDays;
import be.quartier.merchants.Trades;
import be.quartier.merchants.callbacks.CallBack;
import be.quartier.merchants.callbacks.CallBackState;
import be.quartier.merchants.callbacks.CallBacks;
import be.quartier.merchants.callbacks.Called;
import be.quartier.merchants.callbacks.DeclineReason;
import be.quartier.merchants.callbacks.Preregistration;
import be.quartier.pages.Choice;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The officer's queue of shops to call: what is late, what to say, what came of it. */
@Controller
@RequestMapping("/{commune}/callbacks")
class CallBackPages {

    private static final int NOTES_MAX = 2000;
    private static final int ANSWERED_MAX = 30;

    private final CallBacks calls;
    private final CallMeReader reader;
    private final CallScript script;
    private final Trades trades;
    private final Clock clock;

    CallBackPages(CallBacks calls, CallMeReader reader, CallScript script, Trades trades, Clock clock) {
        this.calls = calls;
        this.reader = reader;
        this.script = script;
        this.trades = trades;
        this.clock = clock;
    }

    @GetMapping
    @Allows(Role.ECONOMY)
    View list() {
        LocalDate today = Brussels.today(clock);
        List<CallBack> waiting = calls.in(CallBackState.WAITING);
        return View.of(
                "merchants/callbacks/queue",
                Map.of(
                        "late",
                        waiting.stream().filter(one -> one.overdue(today)).toList(),
                        "today",
                        waiting.stream()
                                .filter(one -> one.dueOn().equals(today))
                                .toList(),
                        "later",
                        waiting.stream()
                                .filter(one -> one.dueOn().isAfter(today))
                                .toList(),
                        "confirmed",
                        calls.in(CallBackState.CONFIRMED).stream()
                                .limit(ANSWERED_MAX)
                                .toList(),
                        "declined",
                        calls.in(CallBackState.DECLINED).stream()
                                .limit(ANSWERED_MAX)
                                .toList()));
    }

    @GetMapping("/{id}")
    @Allows(Role.ECONOMY)
    View show(@PathVariable UUID id, Commune commune, Visitor visitor, Language language) {
        CallBack about = found(id);
        Form form = about.asked().map(CallMeReader::of).orElseGet(Form::empty);
        form.with("version", Integer.toString(about.version()))
                .with("next", WorkingDays.after(Brussels.today(clock)).toString());
        return page(about, form, commune, visitor, language, 200);
    }

    @PostMapping("/{id}/hold")
    @Allows(Role.ECONOMY)
    View hold(@PathVariable UUID id, Commune commune, Visitor visitor) {
        boolean mine = calls.hold(id, visitor.id());
        return back(commune, id, mine ? Flash.done("callback.held") : Flash.warning("callback.held.other"));
    }

    /** The corrected answers, as read again on the phone. */
    @PostMapping("/{id}/answers")
    @Allows(Role.ECONOMY)
    View correct(@PathVariable UUID id, Commune commune, Visitor visitor, Language language, Form form) {
        CallBack about = found(id);
        Language theirs = about.asked().map(Preregistration::language).orElse(language);
        Optional<Preregistration> asked = reader.read(form, theirs);
        asked.flatMap(one -> calls.waiting(one.bce()))
                .filter(other -> !other.id().equals(id))
                .ifPresent(other -> form.refuse("bce", "callback.known.due", other.dueOn()));
        if (asked.isEmpty() || form.refused()) {
            return page(about, form, commune, visitor, language, 422);
        }
        return after(
                calls.correct(id, version(form), asked.get(), visitor.id()), about, form, commune, visitor, language);
    }

    /** What came of a call. */
    @PostMapping("/{id}/outcome")
    @Allows(Role.ECONOMY)
    View outcome(@PathVariable UUID id, Commune commune, Visitor visitor, Language language, Form form) {
        CallBack about = found(id);
        String outcome = form.text("outcome");
        Optional<LocalDate> next = form.date("next").filter(calls::promisable);
        Optional<DeclineReason> reason = DeclineReason.of(form.text("reason"));
        if (!List.of("reached", "again", "confirmed", "declined").contains(outcome)) {
            form.refuse("outcome", "callback.outcome.missing");
        } else if ((outcome.equals("reached") || outcome.equals("again")) && next.isEmpty()) {
            form.refuse("next", "callback.next.wrong", CallBacks.AGAIN_DAYS_MAX);
        } else if (outcome.equals("declined") && reason.isEmpty()) {
            form.refuse("reason", "callback.reason.missing");
        }
        if (form.text("notes").length() > NOTES_MAX) {
            form.refuse("notes", "merchants.join.long", NOTES_MAX);
        }
        if (form.refused()) {
            return page(about, form, commune, visitor, language, 422);
        }
        int version = version(form);
        String notes = form.text("notes");
        Called called = switch (outcome) {
            case "confirmed" -> calls.confirm(id, version, notes, visitor.id());
            case "declined" -> calls.decline(id, version, reason.orElseThrow(), notes, visitor.id());
            case String kind ->
                calls.again(id, version, kind.equals("reached"), next.orElseThrow(), notes, visitor.id());
        };
        return after(called, about, form, commune, visitor, language);
    }

    private View after(Called called, CallBack about, Form form, Commune commune, Visitor visitor, Language language) {
        return switch (called) {
            case Called.Done _ -> back(commune, about.id(), Flash.done("callback.noted"));
            case Called.TakesPart _ -> back(commune, about.id(), Flash.done("callback.confirmed"));
            case Called.Changed _ -> {
                // What was typed stays, beside what the other wrote; sending it again counts.
                CallBack now = found(about.id());
                form.with("version", Integer.toString(now.version())).refuse("", "callback.changed");
                yield page(now, form, commune, visitor, language, 409);
            }
            case Called.Barred barred ->
                View.redirect(
                        "/" + commune.slug() + "/merchants/" + barred.merchant(), Flash.warning("callback.barred"));
        };
    }

    private View page(CallBack about, Form form, Commune commune, Visitor visitor, Language language, int status) {
        if (!form.has("bce")) {
            about.asked().ifPresent(asked -> fillAnswers(form, CallMeReader.of(asked)));
        }
        Map<String, Object> params = new HashMap<>();
        params.put("about", about);
        params.put("history", calls.history(about.id()));
        params.put("form", form);
        params.put("names", script.names(calls.history(about.id())));
        params.put(
                "holder",
                about.heldByAnother(visitor.id(), clock.instant())
                        .map(script::name)
                        .orElse(""));
        params.put(
                "mine",
                about.heldBy().filter(visitor.id()::equals).isPresent()
                        && about.heldByAnother(new UUID(0, 0), clock.instant()).isPresent());
        params.put(
                "script",
                about.asked().map(asked -> script.of(asked, commune, visitor)).orElse(List.of()));
        params.put("today", Brussels.today(clock));
        params.put(
                "trades",
                trades.all().stream()
                        .map(trade -> Choice.of(trade.code(), trade.name(language)))
                        .toList());
        return View.of("merchants/callbacks/show", params, status);
    }

    /** The form of the outcome does not carry the answers; the page shows both. */
    private static void fillAnswers(Form form, Form answers) {
        for (CallMeStep step : CallMeStep.values()) {
            step.fields().stream()
                    .filter(answers::has)
                    .filter(field -> !form.has(field))
                    .forEach(field -> form.with(field, answers.text(field)));
        }
    }

    private CallBack found(UUID id) {
        return calls.find(id).orElseThrow(() -> Problem.notFound().raised());
    }

    private static int version(Form form) {
        return form.integer("version").orElse(0);
    }

    private static View back(Commune commune, UUID id, Flash flash) {
        return View.redirect("/" + commune.slug() + "/callbacks/" + id, flash);
    }
}
