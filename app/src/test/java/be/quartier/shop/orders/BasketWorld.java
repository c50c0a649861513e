package be.quartier.shop.orders;

import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The street in which one basket after the other is lived. Every such street is alike, whatever the seeds: what is sold, at which
 * prices, and on which terms.
 *
 * @param slotUnit what the slot's places are counted in
 */
record BasketWorld(Street street, UUID campaign, UUID slot, UUID slotUnit, List<Item> items) {

    /**
     * Something that is sold.
     *
     * @param seller the number of its merchant
     * @param scarce whether there is so little of it that it runs out
     */
    record Item(int seller, UUID merchant, Ware ware, boolean byWeight, boolean scarce) {

        /** The least that one can have of it. */
        long step() {
            return byWeight ? 50 : 1;
        }

        UUID unit() {
            return Objects.requireNonNull(ware.unit());
        }
    }

    /** Everything that can be sold out. */
    List<UUID> units() {
        return Stream.concat(items.stream().map(Item::unit), Stream.of(slotUnit))
                .toList();
    }

    Item item(UUID variant) {
        return items.stream()
                .filter(item -> item.ware().variant().equals(variant))
                .findFirst()
                .orElseThrow();
    }

    List<Item> of(UUID merchant) {
        return items.stream().filter(item -> item.merchant().equals(merchant)).toList();
    }

    /** The parts of an order by the number of their merchant: their ids are chance. */
    List<MerchantOrder> parts(Order order) {
        return order.parts().stream()
                .sorted(Comparator.comparingInt(
                        part -> of(part.merchant()).getFirst().seller()))
                .toList();
    }
}
