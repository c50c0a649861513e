package be.quartier.shop.orders;

import be.quartier.commune.Language;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.BasketWorld.Item;
import be.quartier.vouchers.VoucherCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** What a seed's customer wants: one to twelve lines of one to eight merchants, each paid in one of all ways, brought or fetched. */
final class BasketWishes {

    private static final List<Modality> FETCHED =
            List.of(Modality.TRANSFER, Modality.ONLINE, Modality.AT_PICKUP, Modality.LINK);
    private static final List<Modality> BROUGHT =
            List.of(Modality.TRANSFER, Modality.ONLINE, Modality.AT_DOOR, Modality.LINK);

    private BasketWishes() {}

    static OrderWish of(BasketWorld world, long seed, SplittableRandom random, Supplier<VoucherCode> voucher) {
        Optional<UUID> slot = random.nextInt(4) == 0 ? Optional.of(world.slot()) : Optional.empty();
        List<Modality> all = slot.isPresent() ? BROUGHT : FETCHED;
        int most = random.nextInt(3) == 0 ? 30 : 3;
        List<OrderWish.Line> lines = new ArrayList<>();
        Map<UUID, Modality> ways = new HashMap<>();
        Map<UUID, Modality> rests = new HashMap<>();
        for (int left = random.nextInt(1, 13); left > 0; left--) {
            Item item = world.items().get(random.nextInt(world.items().size()));
            lines.add(new OrderWish.Line(item.ware().variant(), random.nextInt(1, most) * item.step()));
            if (random.nextInt(4) == 0) {
                ways.put(item.merchant(), Modality.VOUCHER);
                rests.put(item.merchant(), all.get(random.nextInt(all.size())));
            } else if (!ways.containsKey(item.merchant())) {
                ways.put(item.merchant(), all.get(random.nextInt(all.size())));
            }
        }
        return new OrderWish(
                "sim-" + seed,
                lines,
                slot,
                new Contact("Ann Peeters", "ann@example.org", "", ""),
                ways,
                ways.containsValue(Modality.VOUCHER) ? Optional.of(voucher.get()) : Optional.empty(),
                Language.FR,
                Optional.empty(),
                rests);
    }

    /** How much a wish takes of each unit. */
    static Map<UUID, Long> units(BasketWorld world, OrderWish wish) {
        Map<UUID, Long> wanted = new HashMap<>();
        wish.lines().forEach(line -> wanted.merge(world.item(line.variant()).unit(), line.quantity(), Long::sum));
        return wanted;
    }
}
