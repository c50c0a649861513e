package be.quartier.demo.fill;

import be.quartier.commune.Language;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationClock;
import be.quartier.installation.InstallationFacts;
import be.quartier.people.Actor;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.Contact;
import be.quartier.shop.orders.MerchantDesk;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.Offer;
import be.quartier.shop.orders.OrderLine;
import be.quartier.shop.orders.OrderWish;
import be.quartier.shop.orders.Orders;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import be.quartier.shop.orders.Substitutions;
import be.quartier.shop.orders.SwapOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * An order whose customer is asked two things: whether something heavier is taken, and whether another book may come in place of a
 * missing one. Nobody answers but a visitor; without an answer the book is left out after a day.
 */
@Component
public class Questions {

    private static final Actor SHOP = new Actor.Job("demo-fill");
    private static final String FACT = "demo-asked ";
    private static final Duration AGO = Duration.ofMinutes(50);
    private static final Duration AHEAD = Duration.ofHours(30);
    private static final int HEAVIER_PERCENT = 130;
    private static final int MARGIN_PERCENT = 15;

    private final Scenes scenes;
    private final Hamper hamper;
    private final Orders orders;
    private final MerchantDesk desk;
    private final Substitutions substitutions;
    private final InstallationFacts facts;
    private final InstallationClock clock;

    Questions(
            Scenes scenes,
            Hamper hamper,
            Orders orders,
            MerchantDesk desk,
            Substitutions substitutions,
            InstallationFacts facts,
            InstallationClock clock) {
        this.scenes = scenes;
        this.hamper = hamper;
        this.orders = orders;
        this.desk = desk;
        this.substitutions = substitutions;
        this.facts = facts;
        this.clock = clock;
    }

    /** Where the customer of a town is asked; empty until it is filled. */
    public Optional<String> page(Town town) {
        return facts.get(FACT + town.slug()).map(token -> "/" + town.slug() + "/orders/" + token);
    }

    void ask(Town town) {
        UUID grocer = scenes.shop(town, "grocery").orElseThrow().id();
        UUID bookshop = scenes.shop(town, "books").orElseThrow().id();
        List<Offer> books = hamper.alike(bookshop);
        Instant now = clock.instant();
        Placed placed = clock.at(now.minus(AGO), () -> place(town, grocer, bookshop, books.getFirst(), now));
        clock.at(now.minus(AGO.dividedBy(2)), () -> {
            for (MerchantOrder part : orders.find(placed.order()).orElseThrow().parts()) {
                Scenes.done("to be asked", desk.accept(part.merchant(), part.id(), Set.of(), SHOP));
                if (part.merchant().equals(grocer)) {
                    weigh(part);
                } else {
                    replace(part, books);
                }
            }
            return placed;
        });
        facts.put(FACT + town.slug(), placed.tracking());
    }

    private Placed place(Town town, UUID grocer, UUID bookshop, Offer book, Instant now) {
        List<OrderWish.Line> lines = new ArrayList<>(hamper.weighed(grocer));
        lines.add(new OrderWish.Line(book.variant(), 1));
        hamper.of(bookshop).stream()
                .filter(line -> !line.variant().equals(book.variant()))
                .limit(1)
                .forEach(lines::add);
        var wish = new OrderWish(
                "demo-" + town.slug() + "-asked",
                lines,
                Optional.of(hamper.slot(now.plus(AHEAD)).id()),
                // An address that the demonstration's motion leaves alone.
                new Contact("Odile Fontaine", "odile@maison.example", "", "Rue du Viaduc 3, " + town.postcode()),
                Map.of(grocer, Modality.TRANSFER, bookshop, Modality.TRANSFER),
                Optional.empty(),
                Language.FR,
                Optional.empty());
        if (orders.place(wish) instanceof Placed placed) {
            return placed;
        }
        throw new IllegalStateException("The demonstration's order to be asked about was refused");
    }

    private void weigh(MerchantOrder part) {
        OrderLine line = part.lines().getFirst();
        long grams = line.quantity() * HEAVIER_PERCENT / 100;
        Scenes.done("weighed", desk.weigh(part.merchant(), part.id(), line.id(), grams, MARGIN_PERCENT, SHOP));
    }

    private void replace(MerchantOrder part, List<Offer> books) {
        UUID missing = part.lines().stream()
                .filter(line -> line.variant().equals(books.getFirst().variant()))
                .map(OrderLine::id)
                .findFirst()
                .orElseThrow();
        SwapOutcome outcome = substitutions.propose(
                part.merchant(), part.id(), missing, books.getLast().variant(), 1, SHOP);
        if (outcome != SwapOutcome.ASKED) {
            throw new IllegalStateException("The demonstration's substitute was not asked about: " + outcome);
        }
    }
}
