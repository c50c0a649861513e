package be.quartier.demo.fill;

import be.quartier.shop.orders.Offer;
import be.quartier.shop.orders.Offers;
import be.quartier.shop.orders.OrderWish;
import be.quartier.shop.orders.SellingTerms;
import be.quartier.shop.orders.Unit;
import be.quartier.shop.slots.Slot;
import be.quartier.shop.slots.Slots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Puts together what one shop would not refuse: things it has plenty of, for as much as it asks at least. */
@Component
class Hamper {

    private static final int GOODS_MAX = 400;
    private static final int LINES = 2;
    private static final int LEFT_PIECES = 3;
    private static final int PORTION_GRAMS = 1_500;

    private final Offers offers;
    private final Slots slots;

    Hamper(Offers offers, Slots slots) {
        this.offers = offers;
        this.slots = slots;
    }

    /** What a shop has on its shelf, the most of it first. */
    List<Offer> shelf(UUID shop, Unit unit) {
        return offers.goods(Optional.empty(), GOODS_MAX).stream()
                .filter(goods -> goods.merchant().equals(shop))
                .flatMap(goods -> goods.variants().stream())
                .filter(offer -> offer.unit() == unit && offer.available().orElse(0) > LEFT_PIECES)
                .sorted(Comparator.comparingLong(
                                (Offer offer) -> offer.available().orElse(0))
                        .reversed()
                        .thenComparing(Offer::variant))
                .toList();
    }

    /** Two things of a shop by the piece, in such number that its minimum is reached. */
    List<OrderWish.Line> of(UUID shop) {
        List<Offer> some = shelf(shop, Unit.PIECE).stream().limit(LINES).toList();
        long wanted = minimum(shop) / LINES;
        return some.stream()
                .map(offer ->
                        new OrderWish.Line(offer.variant(), Math.min(1 + wanted / offer.priceCents(), most(offer))))
                .toList();
    }

    /** Two things of a shop, as near in price as there are; the cheaper one first. */
    List<Offer> alike(UUID shop) {
        List<Offer> byPrice = shelf(shop, Unit.PIECE).stream()
                .sorted(Comparator.comparingLong(Offer::priceCents))
                .toList();
        return IntStream.range(1, byPrice.size())
                .mapToObj(at -> byPrice.subList(at - 1, at + 1))
                .filter(two -> apart(two) > 0)
                .min(Comparator.comparingLong(Hamper::apart))
                .orElseThrow();
    }

    private static long apart(List<Offer> two) {
        return two.getLast().priceCents() - two.getFirst().priceCents();
    }

    /** Something that is weighed, and two things by the piece. */
    List<OrderWish.Line> weighed(UUID shop) {
        List<OrderWish.Line> lines = new ArrayList<>();
        shelf(shop, Unit.KILOGRAM).stream()
                .limit(1)
                .forEach(offer -> lines.add(new OrderWish.Line(offer.variant(), PORTION_GRAMS)));
        lines.addAll(of(shop));
        return lines;
    }

    /** The first window that is not over at a moment, of those that can be ordered for now. */
    Slot slot(Instant moment) {
        return slots.offered().stream()
                .filter(slot -> slot.to().isAfter(moment) && slot.available() > 0)
                .findFirst()
                .orElseThrow();
    }

    private static long most(Offer offer) {
        return Math.max(1, offer.available().orElse(0) - LEFT_PIECES);
    }

    private long minimum(UUID shop) {
        SellingTerms terms = offers.terms(List.of(shop)).get(shop);
        return terms == null ? 0 : terms.minimumCents();
    }
}
