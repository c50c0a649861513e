package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.demo.region.Town;
import be.quartier.people.Actor;
import be.quartier.shop.Modality;
import be.quartier.shop.catalogue.Variants;
import be.quartier.shop.orders.Contact;
import be.quartier.shop.orders.Offer;
import be.quartier.shop.orders.Offers;
import be.quartier.shop.orders.Order;
import be.quartier.shop.orders.OrderWish;
import be.quartier.shop.orders.Orders;
import be.quartier.shop.orders.PlaceOutcome;
import be.quartier.shop.orders.SellingTerms;
import be.quartier.shop.orders.Unit;
import be.quartier.shop.slots.Slot;
import be.quartier.shop.slots.Slots;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.VoucherCode;
import be.quartier.vouchers.Vouchers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Invented people who order from the shops of a town, the slots in which it is brought, and shelves that are filled again. */
@Component
class Customers {

    /** Where the invented customers' mail goes; tells their orders from those of visitors. */
    static final String MAIL = "@example.org";

    private static final Actor FILLING = new Actor.Job("demo-fill");
    private static final int GOODS_MAX = 400;
    private static final int PLACES = 12;
    private static final int VOUCHERS_TRIED = 3;
    private static final int BASKETS_TRIED = 4;
    private static final int SHORT_PIECES = 5;
    private static final int SHORT_GRAMS = 3_000;
    private static final int FULL_PIECES = 14;
    private static final int FULL_GRAMS = 12_000;
    private static final List<LocalTime> WINDOWS =
            List.of(LocalTime.of(10, 0), LocalTime.of(17, 0), LocalTime.of(19, 0));
    private static final List<String> NAMES = List.of(
            "Camille Lambert",
            "Jef Wouters",
            "Amina El Idrissi",
            "Lien De Backer",
            "Thomas Gilson",
            "Greet Vermeulen",
            "Samir Haddad",
            "Odile Fontaine",
            "Klaus Niessen");
    private static final List<String> STREETS =
            List.of("Rue de la Gare 18", "Rue du Viaduc 3", "Rue des Brasseurs 41", "Place Communale 9");

    private final Slots slots;
    private final Offers offers;
    private final Orders orders;
    private final Variants variants;
    private final Vouchers vouchers;
    private final DemoCampaigns campaigns;

    Customers(
            Slots slots, Offers offers, Orders orders, Variants variants, Vouchers vouchers, DemoCampaigns campaigns) {
        this.slots = slots;
        this.offers = offers;
        this.orders = orders;
        this.variants = variants;
        this.vouchers = vouchers;
        this.campaigns = campaigns;
    }

    /** Opens the slots of these days. */
    void openSlots(LocalDate first, LocalDate last) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (LocalTime window : WINDOWS) {
                Instant from = day.atTime(window).atZone(Brussels.ZONE).toInstant();
                slots.open(from, from.plus(Duration.ofHours(2)), from.minus(Duration.ofHours(3)), PLACES);
            }
        }
    }

    /** Fills the shelves of what is nearly sold out; gives how many there were. */
    int fillShelves() {
        int filled = 0;
        for (Offer offer : goods()) {
            boolean pieces = offer.unit() == Unit.PIECE;
            if (offer.available().isPresent()
                    && offer.available().getAsLong() < (pieces ? SHORT_PIECES : SHORT_GRAMS)) {
                OptionalLong full = OptionalLong.of(pieces ? FULL_PIECES : FULL_GRAMS);
                variants.count(offer.merchant(), offer.product(), offer.variant(), offer.available(), full, FILLING);
                filled++;
            }
        }
        return filled;
    }

    /** Somebody orders now, first of one shop if one is given; empty when nothing they put together can be ordered. */
    Optional<Order> order(Town town, String key, Optional<UUID> shop, RandomGenerator random) {
        List<Offer> sold = goods().stream().filter(Customers::plenty).toList();
        Map<UUID, SellingTerms> terms =
                offers.terms(sold.stream().map(Offer::merchant).distinct().toList());
        for (int basket = 0; basket < BASKETS_TRIED; basket++) {
            boolean brought = random.nextInt(3) == 0;
            List<Offer> reached = sold.stream()
                    .filter(offer -> Optional.ofNullable(terms.get(offer.merchant()))
                            .filter(one -> brought ? one.delivery() : one.pickup())
                            .isPresent())
                    .toList();
            Optional<Slot> slot = brought ? slot(random) : Optional.empty();
            if (reached.isEmpty() || slot.isPresent() != brought) {
                continue;
            }
            Optional<Order> placed = order(town, key, choose(reached, shop, random), slot, random);
            if (placed.isPresent()) {
                return placed;
            }
        }
        return Optional.empty();
    }

    private Optional<Order> order(
            Town town, String key, List<Offer> chosen, Optional<Slot> slot, RandomGenerator random) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        String mail = name.toLowerCase(Locale.ROOT).replace(' ', '.') + MAIL;
        Map<UUID, SellingTerms> terms =
                offers.terms(chosen.stream().map(Offer::merchant).distinct().toList());
        List<OrderWish.Line> lines =
                chosen.stream().map(offer -> line(offer, random)).toList();
        String street = slot.isPresent() ? STREETS.get(random.nextInt(STREETS.size())) + ", " + town.postcode() : "";
        Language language = random.nextInt(3) == 0 ? Language.NL : Language.FR;
        boolean withVoucher = random.nextInt(2) == 0;
        // What is left on the first voucher drawn may be too little; who has none pays otherwise.
        for (int attempt = 0; attempt <= VOUCHERS_TRIED; attempt++) {
            Optional<VoucherCode> voucher =
                    withVoucher && attempt < VOUCHERS_TRIED ? voucher(town, random) : Optional.empty();
            Map<UUID, Modality> ways = ways(terms.values(), slot.isPresent(), voucher.isPresent(), random);
            var wish = new OrderWish(
                    key,
                    lines,
                    slot.map(Slot::id),
                    new Contact(name, mail, "", street),
                    ways,
                    ways.containsValue(Modality.VOUCHER) ? voucher : Optional.empty(),
                    language,
                    Optional.empty());
            switch (orders.place(wish)) {
                case PlaceOutcome.Placed(UUID id, String _, String _) -> {
                    return orders.find(id);
                }
                case PlaceOutcome.Refused _ -> {
                    return Optional.empty();
                }
                case PlaceOutcome.VoucherRefused _ -> {}
            }
        }
        return Optional.empty();
    }

    private List<Offer> goods() {
        return offers.goods(Optional.empty(), GOODS_MAX).stream()
                .flatMap(goods -> goods.variants().stream())
                .toList();
    }

    /** Enough that a visitor still finds some. */
    private static boolean plenty(Offer offer) {
        return offer.available().orElse(Long.MAX_VALUE) >= (offer.unit() == Unit.PIECE ? SHORT_PIECES : SHORT_GRAMS);
    }

    /** A few things of one shop, and often of a second one. */
    private static List<Offer> choose(List<Offer> sold, Optional<UUID> shop, RandomGenerator random) {
        List<Offer> chosen = new ArrayList<>();
        List<Offer> wanted = sold.stream()
                .filter(offer -> shop.filter(offer.merchant()::equals).isPresent())
                .toList();
        for (int shops = random.nextInt(1, 4); shops > 0; shops--) {
            List<Offer> from = chosen.isEmpty() && !wanted.isEmpty() ? wanted : sold;
            Offer first = from.get(random.nextInt(from.size()));
            List<Offer> beside = sold.stream()
                    .filter(offer -> offer.merchant().equals(first.merchant()))
                    .toList();
            chosen.add(first);
            IntStream.range(0, random.nextInt(1, 3))
                    .mapToObj(_ -> beside.get(random.nextInt(beside.size())))
                    .forEach(chosen::add);
        }
        return chosen.stream().distinct().toList();
    }

    private Optional<Slot> slot(RandomGenerator random) {
        List<Slot> open =
                slots.offered().stream().filter(one -> one.available() > 2).toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(Math.min(6, open.size()))));
    }

    /** A child's voucher; never one that a visitor asked for. */
    private Optional<VoucherCode> voucher(Town town, RandomGenerator random) {
        return campaigns
                .open()
                .flatMap(campaign ->
                        vouchers.ofCampaign(campaign.id(), random.nextInt(campaigns.children(town)), 1).stream()
                                .filter(one -> one.child().isPresent())
                                .findFirst())
                .map((Voucher one) -> vouchers.token(one));
    }

    /** How each shop is paid: one of them with the voucher, when there is one and it takes it. */
    private static Map<UUID, Modality> ways(
            Collection<SellingTerms> shops, boolean brought, boolean voucher, RandomGenerator random) {
        Map<UUID, Modality> ways = new HashMap<>();
        for (SellingTerms shop : shops) {
            List<Modality> offered = shop.ways(brought).stream()
                    .map(SellingTerms.Way::modality)
                    .filter(way -> way != Modality.ONLINE)
                    .toList();
            List<Modality> others =
                    offered.stream().filter(way -> way != Modality.VOUCHER).toList();
            if (voucher && offered.contains(Modality.VOUCHER) && !ways.containsValue(Modality.VOUCHER)) {
                ways.put(shop.merchant(), Modality.VOUCHER);
            } else if (!others.isEmpty()) {
                ways.put(shop.merchant(), others.get(random.nextInt(others.size())));
            }
        }
        return ways;
    }

    private static OrderWish.Line line(Offer offer, RandomGenerator random) {
        int step = offer.stepGrams().orElse(1);
        return new OrderWish.Line(
                offer.variant(),
                offer.unit() == Unit.PIECE
                        ? random.nextInt(1, 4)
                        : (long) step * Math.max(1, random.nextInt(300, 1_200) / step));
    }
}
