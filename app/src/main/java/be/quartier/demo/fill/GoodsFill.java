package be.quartier.demo.fill;

import be.quartier.commune.Language;
import be.quartier.demo.region.Shop;
import be.quartier.demo.region.Town;
import be.quartier.demo.region.Ware;
import be.quartier.installation.Ids;
import be.quartier.installation.InstallationClock;
import be.quartier.people.Actor;
import be.quartier.shop.catalogue.Allergen;
import be.quartier.shop.catalogue.Catalogue;
import be.quartier.shop.catalogue.ProductFacts;
import be.quartier.shop.catalogue.Season;
import be.quartier.shop.catalogue.Storage;
import be.quartier.shop.catalogue.Unit;
import be.quartier.shop.catalogue.VariantFacts;
import java.time.Duration;
import java.time.MonthDay;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The goods of the shops, entered over the last weeks, with pictures drawn by the program itself. */
@Component
@Order(46)
class GoodsFill implements FillStep {

    private static final Actor FILLING = new Actor.Job("demo-fill");
    private static final Duration ENTERED_AGO = Duration.ofDays(40);
    private static final Duration BETWEEN = Duration.ofMinutes(187);

    private final Participants participants;
    private final Catalogue catalogue;
    private final Prints prints;
    private final InstallationClock clock;
    private final Ids ids;

    GoodsFill(Participants participants, Catalogue catalogue, Prints prints, InstallationClock clock, Ids ids) {
        this.participants = participants;
        this.catalogue = catalogue;
        this.prints = prints;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "shop-goods";
    }

    @Override
    public boolean later() {
        return false;
    }

    @Override
    public void fill(Town town) {
        Map<Shop, Iterator<Ware>> shelves = town.shops().stream()
                .collect(Collectors.toMap(
                        shop -> shop, shop -> Ware.of(shop.trade()).iterator()));
        var first = clock.instant().minus(ENTERED_AGO);
        int entered = 0;
        boolean more = true;
        // Everybody enters one after the other, so that what is new in the shop is of many trades.
        while (more) {
            more = false;
            for (Shop shop : town.shops()) {
                Iterator<Ware> shelf =
                        shelves.getOrDefault(shop, List.<Ware>of().iterator());
                if (shelf.hasNext()) {
                    Ware ware = shelf.next();
                    more = true;
                    var at = first.plus(BETWEEN.multipliedBy(entered++));
                    participants.of(shop).ifPresent(merchant -> clock.at(at, () -> enter(merchant.id(), shop, ware)));
                }
            }
        }
    }

    private boolean enter(UUID merchant, Shop shop, Ware ware) {
        UUID id = ids.uuid();
        Language language = ware.names().containsKey(shop.language()) ? shop.language() : Language.FR;
        var facts = new ProductFacts(
                ware.names().getOrDefault(language, ""),
                ware.texts().getOrDefault(language, ""),
                language,
                ware.vatPermille(),
                ware.allergens().stream()
                        .map(code -> Allergen.of(code).orElseThrow())
                        .collect(Collectors.toSet()),
                ware.rule("age").map(Integer::valueOf),
                Storage.valueOf(ware.storage().toUpperCase(Locale.ROOT)),
                ware.rule("season").map(GoodsFill::season),
                "",
                Optional.empty());
        var variant = new VariantFacts(
                "",
                "",
                ware.weighed() ? Unit.KILOGRAM : Unit.PIECE,
                ware.cents(),
                ware.weighed() ? VariantFacts.STEP_USUAL : 0,
                ware.rule("deposit").map(Long::valueOf).orElse(0L),
                0,
                ware.stock().isEmpty() ? 1 : 0);
        catalogue.enter(merchant, id, facts, variant, ware.stock(), FILLING);
        catalogue.picture(merchant, id, prints.of(ware), FILLING);
        catalogue.publish(merchant, id, FILLING);
        return true;
    }

    private static Season season(String days) {
        int dash = days.indexOf('-');
        return new Season(day(days.substring(0, dash)), day(days.substring(dash + 1)));
    }

    private static MonthDay day(String number) {
        int day = Integer.parseInt(number);
        return MonthDay.of(day / 100, day % 100);
    }
}
