package be.quartier.shop.day;

import be.quartier.commune.Brussels;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.OrderLine;
import be.quartier.shop.orders.Unit;
import be.quartier.shop.slots.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a merchant gathers for the orders it accepted: for each delivery slot, and for each day of pick-up, first how much of each
 * article in all, then order by order.
 *
 * @param windows the earliest first
 */
public record PickList(List<Window> windows) {

    /** Copies. */
    public PickList {
        windows = List.copyOf(windows);
    }

    /**
     * What has to be ready for the same moment.
     *
     * @param slot when bikes come for it; empty when customers fetch it
     * @param at when the first of it is needed
     * @param day that day in Brussels
     * @param goods by name
     * @param parcels the one needed first in front
     */
    public record Window(
            Optional<Slot> slot, Instant at, LocalDate day, List<Goods> goods, List<MerchantOrder> parcels) {

        /** Copies. */
        public Window {
            goods = List.copyOf(goods);
            parcels = List.copyOf(parcels);
        }
    }

    /**
     * So much of one article.
     *
     * @param quantity pieces or grams
     * @param orders how many orders hold it
     */
    public record Goods(String name, Unit unit, long quantity, int orders) {

        Goods plus(long more) {
            return new Goods(name, unit, quantity + more, orders + 1);
        }
    }

    /** The list of these parts; lines that are left out are not gathered. */
    public static PickList of(Collection<MerchantOrder> parts, Map<UUID, Slot> slots) {
        Map<String, List<MerchantOrder>> together = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> part.lines().stream().anyMatch(OrderLine::live))
                .sorted(Comparator.comparing(MerchantOrder::readyAt).thenComparing(MerchantOrder::number))
                .forEach(part -> together.computeIfAbsent(key(part, slots), _ -> new ArrayList<>())
                        .add(part));
        return new PickList(together.values().stream()
                .map(some -> window(some, slots))
                .sorted(Comparator.comparing(Window::at))
                .toList());
    }

    private static String key(MerchantOrder part, Map<UUID, Slot> slots) {
        return part.slot()
                .filter(slots::containsKey)
                .map(UUID::toString)
                .orElseGet(() -> Brussels.dateOf(part.readyAt()).toString());
    }

    private static Window window(List<MerchantOrder> parcels, Map<UUID, Slot> slots) {
        Map<String, Goods> goods = new LinkedHashMap<>();
        parcels.stream()
                .flatMap(part -> part.lines().stream())
                .filter(OrderLine::live)
                .sorted(Comparator.comparing(OrderLine::name))
                .forEach(line -> goods.merge(
                        line.variant() + line.name(),
                        new Goods(line.name(), line.unit(), line.counted(), 1),
                        (one, other) -> one.plus(other.quantity())));
        MerchantOrder first = parcels.getFirst();
        Optional<Slot> slot = first.slot().flatMap(id -> Optional.ofNullable(slots.get(id)));
        Instant at = slot.map(Slot::from).orElse(first.readyAt());
        return new Window(slot, at, Brussels.dateOf(at), List.copyOf(goods.values()), parcels);
    }
}
