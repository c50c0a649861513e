package be.quartier.merchants.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.WorkingDays;
import be.quartier.installation.Ids;
import be.quartier.merchants.Trades;
import be.quartier.merchants.callbacks.Asked;
import be.quartier.merchants.callbacks.CallBackDrafts;
import be.quartier.merchants.callbacks.CallBacks;
import be.quartier.merchants.callbacks.Preregistration;
import be.quartier.messaging.Recipient;
import be.quartier.pages.Choice;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.RateLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The short way in for a shop: seven questions, one per page, and the town hall calls. It can be left and found again. */
@Controller
@RequestMapping("/{commune}/shops/call-me")
class CallMePages {

    /** Room for an evening at the town hall where shops sign up over one network. */
    private static final int SENT = 20;

    private static final int KEPT = 10;
    private static final Duration PER = Duration.ofHours(1);
    private static final int PAGES = 200;
    private static final Duration PAGES_PER = Duration.ofMinutes(10);
    private static final int ADDRESSES_MAX = 10_000;
    private static final int ANSWER_MAX = 1200;

    private final CallBacks calls;
    private final CallBackDrafts drafts;
    private final CallMeReader reader;
    private final Trades trades;
    private final Ids ids;
    private final Clock clock;
    private final RateLimit sent;
    private final RateLimit kept;
    private final RateLimit pages;

    CallMePages(CallBacks calls, CallBackDrafts drafts, CallMeReader reader, Trades trades, Ids ids, Clock clock) {
        this.calls = calls;
        this.drafts = drafts;
        this.reader = reader;
        this.trades = trades;
        this.ids = ids;
        this.clock = clock;
        this.sent = new RateLimit(SENT, PER, ADDRESSES_MAX, clock);
        this.kept = new RateLimit(KEPT, PER, ADDRESSES_MAX, clock);
        this.pages = new RateLimit(PAGES, PAGES_PER, ADDRESSES_MAX, clock);
    }

    @GetMapping
    @Allows(everyone = true)
    View start(Commune commune, Language language) {
        Form form = Form.empty().with("id", ids.uuid().toString()).with("town", commune.name(language));
        if (commune.postcodes().size() == 1) {
            form.with("postcode", commune.postcodes().getFirst());
        }
        return page(CallMeStep.ENTERPRISE, form, language, 200);
    }

    @GetMapping("/done")
    @Allows(everyone = true)
    View done() {
        return View.of("merchants/callbacks/done", Map.of("due", WorkingDays.after(Brussels.today(clock))));
    }

    @GetMapping("/kept")
    @Allows(everyone = true)
    View kept() {
        return View.of("merchants/callbacks/kept", Map.of("days", CallBackDrafts.LIFE.toDays()));
    }

    /** What the mailed link opens: the page that was left, with all that was typed. */
    @GetMapping("/resume/{token}")
    @Allows(everyone = true)
    View resume(@PathVariable String token, Language language, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        Optional<Map<String, String>> answers = drafts.open(token);
        if (answers.isEmpty()) {
            return View.of("merchants/callbacks/gone", Map.of(), 410);
        }
        Form form = Form.empty().with("draft", token);
        answers.get().forEach(form::with);
        return page(CallMeStep.of(form.text("step")), form, language, 200);
    }

    @PostMapping
    @Allows(everyone = true)
    View next(Form form, Commune commune, Language language, HttpServletRequest request, HttpServletResponse response) {
        CallMeStep step = CallMeStep.of(form.text("step"));
        String from = commune.slug() + " " + request.getRemoteAddr();
        OptionalLong wait = pages.take(from);
        if (wait.isPresent()) {
            return later(step, form, language, wait.getAsLong(), response);
        }
        if (form.has("keep")) {
            return keep(step, form, commune, language, from, response);
        }
        if (form.has("back")) {
            return page(step.before(), form, language, 200);
        }
        reader.check(step, form);
        if (step == CallMeStep.ENTERPRISE && !form.refused()) {
            reader.checkKnown(form);
        }
        if (form.refused()) {
            return page(step, form, language, 422);
        }
        if (step != CallMeStep.WISH) {
            return page(step.after(), form, language, 200);
        }
        Optional<Preregistration> asked = reader.read(form, language);
        if (asked.isEmpty()) {
            return page(firstWrong(form), form, language, 422);
        }
        OptionalLong full = sent.take(from);
        return full.isPresent()
                ? later(step, form, language, full.getAsLong(), response)
                : send(asked.get(), form, commune, language);
    }

    private View send(Preregistration asked, Form form, Commune commune, Language language) {
        return switch (calls.ask(Forms.id(form).orElseGet(ids::uuid), asked)) {
            case Asked.Kept _ -> {
                if (form.has("draft")) {
                    drafts.forget(form.text("draft"));
                }
                yield View.redirect("/" + commune.slug() + "/shops/call-me/done");
            }
            case Asked.AlreadyWaiting(var due) -> {
                form.refuse("bce", "callback.known.due", due);
                yield page(CallMeStep.ENTERPRISE, form, language, 422);
            }
            case Asked.AlreadyKnown(var state) -> {
                CallMeReader.refuseKnown(form, state);
                yield page(CallMeStep.ENTERPRISE, form, language, 422);
            }
        };
    }

    private View keep(
            CallMeStep step, Form form, Commune commune, Language language, String from, HttpServletResponse response) {
        String mail = form.text("keep-mail");
        if (!Recipient.Mail.valid(mail)) {
            form.refuse("keep-mail", "merchants.join.mail.wrong");
            return page(step, form, language, 422);
        }
        OptionalLong wait = kept.take(from);
        if (wait.isPresent()) {
            return later(step, form, language, wait.getAsLong(), response);
        }
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("step", step.code());
        answers.put("id", form.text("id"));
        for (CallMeStep one : CallMeStep.values()) {
            one.fields().stream().filter(form::has).forEach(field -> answers.put(field, cut(form.text(field))));
        }
        drafts.keep(answers, mail, language);
        return View.redirect("/" + commune.slug() + "/shops/call-me/kept");
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(ANSWER_MAX, text.length()));
    }

    /** The same page with everything typed, to be sent again later. */
    private View later(CallMeStep step, Form form, Language language, long seconds, HttpServletResponse response) {
        response.setHeader("Retry-After", Long.toString(seconds));
        form.refuse("", "pages.error.429.wait", Problem.minutes(seconds));
        return page(step, form, language, 429);
    }

    private static CallMeStep firstWrong(Form form) {
        String field = form.refusals().getFirst().field();
        return List.of(CallMeStep.values()).stream()
                .filter(step -> step.fields().contains(field))
                .findFirst()
                .orElse(CallMeStep.ENTERPRISE);
    }

    private View page(CallMeStep step, Form form, Language language, int status) {
        List<Choice> choices = trades.all().stream()
                .map(trade -> Choice.of(trade.code(), trade.name(language)))
                .toList();
        boolean known = form.refusal("bce")
                .filter(refusal -> refusal.key().startsWith("callback.known."))
                .isPresent();
        return View.of(
                "merchants/callbacks/ask",
                Map.of("step", step, "form", form, "trades", choices, "known", known),
                status);
    }
}
