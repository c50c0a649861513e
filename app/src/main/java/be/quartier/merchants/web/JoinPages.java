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
import be.quartier.pages.View;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Signing up as a shop: one thing per page, nothing kept before the last one. */
@Controller
@RequestMapping("/{commune}/shops/join")
class JoinPages {

    private final Merchants merchants;
    private final Trades trades;
    private final JoinReader reader;

    JoinPages(Merchants merchants, Trades trades, JoinReader reader) {
        this.merchants = merchants;
        this.trades = trades;
        this.reader = reader;
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
    View next(Form form, Visitor visitor, Commune commune, Language language) {
        JoinStep step = Arrays.stream(JoinStep.values())
                .filter(one -> one.code().equals(form.text("step")))
                .findFirst()
                .orElse(JoinStep.ENTERPRISE);
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
        return switch (merchants.apply(application.get(), visitor.person())) {
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

    private static JoinStep firstWrong(Form form) {
        String field = form.refusals().getFirst().field();
        return Arrays.stream(JoinStep.values())
                .filter(step -> step.fields().contains(field))
                .findFirst()
                .orElse(JoinStep.ENTERPRISE);
    }

    private View page(JoinStep step, Form form, Language language) {
        List<Choice> choices = trades.all().stream()
                .map(trade -> Choice.of(trade.code(), trade.name(language)))
                .toList();
        Map<String, ?> params = Map.of("step", step, "form", form, "trades", choices, "articles", Contract.ARTICLES);
        return form.refused() ? View.refused("merchants/join", params) : View.of("merchants/join", params);
    }
}
