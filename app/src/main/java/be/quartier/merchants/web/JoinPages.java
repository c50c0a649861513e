package be.quartier.merchants.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Visitor;
import be.quartier.merchants.Application;
import be.quartier.merchants.Applied;
import be.quartier.merchants.Contract;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Trades;
import be.quartier.pages.Choice;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.RateLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Signing up as a shop: one thing per page, nothing kept before the last one. */
@Controller
@RequestMapping("/{commune}/shops/join")
class JoinPages {

    /** Room for an evening at the town hall where twenty shops sign up over one network. */
    private static final int APPLICATIONS = 20;

    private static final Duration APPLICATIONS_PER = Duration.ofHours(1);
    private static final int SENDINGS = 200;
    private static final Duration SENDINGS_PER = Duration.ofMinutes(10);
    private static final int ADDRESSES_MAX = 10_000;

    private final Merchants merchants;
    private final Trades trades;
    private final JoinReader reader;
    private final RateLimit applications;
    private final RateLimit sendings;

    JoinPages(Merchants merchants, Trades trades, JoinReader reader, InstantSource clock) {
        this.merchants = merchants;
        this.trades = trades;
        this.reader = reader;
        this.applications = new RateLimit(APPLICATIONS, APPLICATIONS_PER, ADDRESSES_MAX, clock);
        this.sendings = new RateLimit(SENDINGS, SENDINGS_PER, ADDRESSES_MAX, clock);
    }

    @GetMapping
    @Allows(everyone = true)
    View start(Language language) {
        return page(JoinStep.ENTERPRISE, Form.empty().with("version", Contract.VERSION), language);
    }

    @GetMapping("/done")
    @Allows(everyone = true)
    View done() {
        return View.of("merchants/joined");
    }

    @PostMapping
    @Allows(everyone = true)
    View next(
            Form form,
            Visitor visitor,
            Commune commune,
            Language language,
            HttpServletRequest request,
            HttpServletResponse response) {
        JoinStep step = Arrays.stream(JoinStep.values())
                .filter(one -> one.code().equals(form.text("step")))
                .findFirst()
                .orElse(JoinStep.ENTERPRISE);
        String from = commune.slug() + " " + request.getRemoteAddr();
        OptionalLong wait = sendings.take(from);
        if (wait.isPresent()) {
            return later(step, form, language, wait.getAsLong(), response);
        }
        if (form.has("back")) {
            return page(step.before(), form, language);
        }
        reader.check(step, form);
        if (form.refused()) {
            return page(step, form, language);
        }
        if (step != JoinStep.CONTRACT) {
            return page(step.after(), form, language);
        }
        Optional<Application> application = reader.read(form, language);
        if (application.isEmpty()) {
            return page(firstWrong(form), form, language);
        }
        OptionalLong full = applications.take(from);
        return full.isPresent()
                ? later(step, form, language, full.getAsLong(), response)
                : send(application.get(), form, visitor, commune, language);
    }

    private View send(Application application, Form form, Visitor visitor, Commune commune, Language language) {
        return switch (merchants.apply(application, visitor.person())) {
            case Applied.Waiting _ -> View.redirect("/" + commune.slug() + "/shops/join/done");
            case Applied.AlreadyKnown _ ->
                page(JoinStep.ENTERPRISE, form.refuse("bce", "merchants.join.known"), language);
            case Applied.UnknownTrade _ ->
                page(JoinStep.SHOP, form.refuse("trade", "merchants.join.trade.missing"), language);
            case Applied.ContractChanged(String version) ->
                page(
                        JoinStep.CONTRACT,
                        form.with("version", version).refuse("agree", "merchants.join.contract.changed"),
                        language);
        };
    }

    /** The same page with everything typed, to be sent again later. */
    private View later(JoinStep step, Form form, Language language, long seconds, HttpServletResponse response) {
        response.setHeader("Retry-After", Long.toString(seconds));
        form.refuse("", "pages.error.429.wait", Problem.minutes(seconds));
        return View.of("merchants/join", params(step, form, language), 429);
    }

    private static JoinStep firstWrong(Form form) {
        String field = form.refusals().getFirst().field();
        return Arrays.stream(JoinStep.values())
                .filter(step -> step.fields().contains(field))
                .findFirst()
                .orElse(JoinStep.ENTERPRISE);
    }

    private View page(JoinStep step, Form form, Language language) {
        Map<String, ?> params = params(step, form, language);
        return form.refused() ? View.refused("merchants/join", params) : View.of("merchants/join", params);
    }

    private Map<String, ?> params(JoinStep step, Form form, Language language) {
        List<Choice> choices = trades.all().stream()
                .map(trade -> Choice.of(trade.code(), trade.name(language)))
                .toList();
        return Map.of("step", step, "form", form, "trades", choices, "articles", Contract.ARTICLES);
    }
}
