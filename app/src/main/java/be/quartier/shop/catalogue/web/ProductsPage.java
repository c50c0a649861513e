package be.quartier.shop.catalogue.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Choice;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Formats;
import be.quartier.pages.Texts;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.shop.catalogue.Catalogue;
import be.quartier.shop.catalogue.Outcome;
import be.quartier.shop.catalogue.Product;
import be.quartier.shop.catalogue.ProductState;
import be.quartier.shop.catalogue.Variant;
import be.quartier.shop.catalogue.Variants;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The merchant's products in a list: searched, by state, with prices, stock and state of many changed at once. */
@Controller
@RequestMapping("/{commune}/merchant/products")
class ProductsPage {

    private static final int PAGE = 24;

    private final Catalogue catalogue;
    private final Variants variants;
    private final Texts texts;

    ProductsPage(Catalogue catalogue, Variants variants, Texts texts) {
        this.catalogue = catalogue;
        this.variants = variants;
        this.texts = texts;
    }

    @GetMapping
    @Allows(Role.MERCHANT)
    View list(Visitor visitor, Commune commune, Language language, Form form) {
        List<Product> products = found(visitor, form);
        products.stream()
                .limit(PAGE)
                .flatMap(product -> product.variants().stream())
                .forEach(variant -> form.with(
                                "price-" + variant.id(),
                                Formats.of(language).typed(variant.facts().priceCents()))
                        .with("stock-" + variant.id(), StockText.of(variant)));
        return View.of("shop/catalogue/products", params(products, commune, language, form));
    }

    /** Prices and stock of every line that was changed, then the state of those ticked; nothing when a line cannot be read. */
    @PostMapping
    @Allows(Role.MERCHANT)
    View change(Visitor visitor, Commune commune, Language language, Form form) {
        List<Product> products = found(visitor, form);
        List<Line> lines = new ArrayList<>();
        for (Product product : products.subList(0, Math.min(PAGE, products.size()))) {
            for (Variant variant : product.variants()) {
                if (!form.all("price-" + variant.id()).isEmpty()) {
                    lines.add(read(product, variant, form));
                }
            }
        }
        if (form.refused()) {
            return View.refused("shop/catalogue/products", params(products, commune, language, form));
        }
        Actor by = Actor.of(visitor);
        int done = 0;
        Optional<Outcome> refused = Optional.empty();
        for (Line line : lines) {
            Outcome outcome = apply(visitor, line, by);
            done += outcome == Outcome.DONE && line.changed() ? 1 : 0;
            refused = outcome == Outcome.DONE ? refused : Optional.of(outcome);
        }
        for (String picked : form.all("pick")) {
            Optional<UUID> product = Merchant.id(picked);
            if (product.isPresent() && !form.text("act").equals("save")) {
                Outcome outcome = form.text("act").equals("publish")
                        ? catalogue.publish(Merchant.of(visitor), product.get(), by)
                        : catalogue.withdraw(Merchant.of(visitor), product.get(), by);
                done += outcome == Outcome.DONE ? 1 : 0;
                refused = outcome == Outcome.DONE ? refused : Optional.of(outcome);
            }
        }
        Flash flash = refused.map(outcome -> Flash.warning("catalogue.outcome." + outcome.code()))
                .orElse(Flash.done("catalogue.bulk.done", Integer.toString(done)));
        return View.redirect("/" + commune.slug() + "/merchant/products?" + query(form) + from(form), flash);
    }

    private record Line(Product product, Variant variant, long cents, OptionalLong seen, OptionalLong counted) {
        boolean changed() {
            return cents != variant.facts().priceCents() || !seen.equals(counted);
        }
    }

    private static Line read(Product product, Variant variant, Form form) {
        long cents = PriceField.read(form, "price-" + variant.id());
        OptionalLong counted =
                StockText.read(form, "stock-" + variant.id(), variant.facts().unit());
        OptionalLong seen = StockText.number(form.text("seen-" + variant.id()));
        return new Line(product, variant, cents, seen, counted);
    }

    private Outcome apply(Visitor visitor, Line line, Actor by) {
        UUID merchant = Merchant.of(visitor);
        UUID product = line.product().id();
        Outcome priced = variants.change(
                merchant, product, line.variant().id(), line.variant().facts().at(line.cents()), by);
        return priced == Outcome.DONE
                ? variants.count(merchant, product, line.variant().id(), line.seen(), line.counted(), by)
                : priced;
    }

    private List<Product> found(Visitor visitor, Form form) {
        Optional<ProductState> state = Arrays.stream(ProductState.values())
                .filter(one -> one.code().equals(form.text("state")))
                .findFirst();
        UUID before = Merchant.id(form.text("from")).orElse(Catalogue.NEWEST);
        return catalogue.of(Merchant.of(visitor), form.text("q"), state, before, PAGE + 1);
    }

    private Map<String, ?> params(List<Product> products, Commune commune, Language language, Form form) {
        List<Product> shown = products.subList(0, Math.min(PAGE, products.size()));
        List<Choice> states = new ArrayList<>();
        states.add(Choice.of("", texts.text(language, "catalogue.every-state")));
        for (ProductState state : ProductState.values()) {
            states.add(Choice.of(state.code(), texts.text(language, "catalogue.state." + state.code())));
        }
        String next = products.size() > PAGE
                ? "/" + commune.slug() + "/merchant/products?" + query(form) + "from="
                        + shown.getLast().id()
                : "";
        return Map.of("products", shown, "states", states, "form", form, "next", next);
    }

    private static String query(Form form) {
        var query = new StringBuilder();
        for (String name : List.of("q", "state")) {
            if (form.has(name)) {
                query.append(name)
                        .append('=')
                        .append(URLEncoder.encode(form.text(name), StandardCharsets.UTF_8))
                        .append('&');
            }
        }
        return query.toString();
    }

    private static String from(Form form) {
        return Merchant.id(form.text("from")).map(id -> "from=" + id).orElse("");
    }
}
