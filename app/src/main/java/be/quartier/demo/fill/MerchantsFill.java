package be.quartier.demo.fill;

import be.quartier.demo.region.District;
import be.quartier.demo.region.Dwelling;
import be.quartier.demo.region.Shop;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationClock;
import be.quartier.merchants.Application;
import be.quartier.merchants.Applied;
import be.quartier.merchants.Contract;
import be.quartier.merchants.MerchantShops;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Place;
import be.quartier.merchants.Position;
import be.quartier.merchants.ShopDetails;
import be.quartier.merchants.Tills;
import be.quartier.money.Bce;
import be.quartier.money.Iban;
import be.quartier.money.Parsed;
import be.quartier.people.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The shops: they applied more than a year ago and were accepted within days; the last one of each commune still waits. */
@Component
@Order(20)
class MerchantsFill implements FillStep {

    private static final Actor FILLING = new Actor.Job("demo-fill");
    private static final Duration AGO = Duration.ofDays(450);
    private static final Duration UNTIL_DECIDED = Duration.ofHours(50);

    private final Merchants merchants;
    private final MerchantShops shops;
    private final Tills tills;
    private final InstallationClock clock;

    MerchantsFill(Merchants merchants, MerchantShops shops, Tills tills, InstallationClock clock) {
        this.merchants = merchants;
        this.shops = shops;
        this.tills = tills;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "merchants";
    }

    @Override
    public boolean later() {
        return false;
    }

    @Override
    public void fill(Town town) {
        List<Shop> shops = town.shops();
        for (int i = 0; i < shops.size(); i++) {
            Shop shop = shops.get(i);
            boolean waits = i == shops.size() - 1;
            Instant applied = waits
                    ? clock.instant().minus(Duration.ofHours(20))
                    : clock.instant().minus(AGO).plus(Duration.ofHours(7L * i));
            UUID merchant = clock.at(applied, () -> apply(town, shop));
            if (!waits) {
                clock.at(applied.plus(UNTIL_DECIDED), () -> {
                    merchants.accept(merchant, Optional.empty());
                    describe(merchant, shop);
                    return tills.enrol(merchant, counter(shop), Optional.empty());
                });
            }
        }
    }

    /** What the shop itself would call its only till. */
    private static String counter(Shop shop) {
        return switch (shop.language()) {
            case FR -> "Caisse du comptoir";
            case NL -> "Kassa aan de toonbank";
            case DE -> "Kasse an der Theke";
            case EN -> "Counter till";
        };
    }

    /** What the shop says of itself, in its own language. */
    private void describe(UUID merchant, Shop shop) {
        String text = shop.texts().getOrDefault(shop.language(), "");
        merchants.find(merchant).stream()
                .flatMap(known -> known.establishments().stream())
                .forEach(place -> shops.change(
                        merchant, place.id(), new ShopDetails(place.place(), place.hours(), text), FILLING));
    }

    /** The name of the commune in its middle, of the district elsewhere, as in communes that were several once. */
    private static String locality(Town town, Shop shop) {
        District district = shop.dwelling().street().district();
        return district.equals(town.districts().getFirst())
                ? town.name(shop.language())
                : district.names().getOrDefault(shop.language(), town.name(shop.language()));
    }

    private UUID apply(Town town, Shop shop) {
        Dwelling door = shop.dwelling();
        Place place = new Place(
                shop.name(),
                door.street().name(shop.language()),
                Integer.toString(door.number()),
                door.box(),
                town.postcode(),
                locality(town, shop),
                Optional.empty(),
                Optional.of(new Position(door.point().lat(), door.point().lon())));
        Applied applied = merchants.apply(
                new Application(
                        shop.name(),
                        valid(Bce.parse(shop.enterprise())),
                        shop.trade(),
                        valid(Iban.parse(shop.iban())),
                        shop.contact(),
                        place,
                        HoursText.read(shop.hours()),
                        shop.contact(),
                        shop.email(),
                        shop.language(),
                        Contract.VERSION),
                Optional.empty());
        return switch (applied) {
            case Applied.Waiting(UUID merchant) -> merchant;
            case Applied.AlreadyKnown(UUID merchant, var state) -> merchant;
            case Applied.UnknownTrade(String trade) -> throw new IllegalStateException("No trade " + trade);
            case Applied.ContractChanged(String version) -> throw new IllegalStateException("Contract " + version);
        };
    }

    private static <T> T valid(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T>(T value) -> value;
            case Parsed.Invalid<T>(var flaw) -> throw new IllegalStateException("The shops' file is wrong: " + flaw);
        };
    }
}
