package be.quartier.shop.orders;

import be.quartier.people.Actor;
import be.quartier.shop.orders.BasketWorld.Item;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import be.quartier.shop.payments.ApiKey;
import be.quartier.shop.payments.PaymentKeys;
import be.quartier.shop.slots.Slots;
import be.quartier.testing.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens streets for baskets. */
@Fixture
class BasketStreets {

    private static final long WORLD = 20261123;
    private static final long PLENTY = 1_000_000_000;
    private static final int MERCHANTS = 8;
    private static final int WARES = 4;
    private static final int[] RATES = {0, 60, 120, 210};
    private static final List<String> SUBSTITUTION = List.of("allowed", "on-consent", "never");
    private static final Actor BY = new Actor.Job("test");

    private final TestShop shop;
    private final TestVouchers vouchers;
    private final PaymentKeys keys;
    private final Slots slots;
    private final TransactionTemplate transactions;

    BasketStreets(
            TestShop shop, TestVouchers vouchers, PaymentKeys keys, Slots slots, TransactionTemplate transactions) {
        this.shop = shop;
        this.vouchers = vouchers;
        this.keys = keys;
        this.slots = slots;
        this.transactions = transactions;
    }

    /** A new street for so many baskets. */
    BasketWorld open(int baskets) {
        Street street = shop.street();
        return street.in(() -> Objects.requireNonNull(transactions.execute(_ -> open(street, baskets))));
    }

    private BasketWorld open(Street street, int baskets) {
        SplittableRandom random = new SplittableRandom(WORLD);
        List<Item> items = new ArrayList<>();
        List<UUID> merchants = new ArrayList<>();
        for (int seller = 0; seller < MERCHANTS; seller++) {
            UUID merchant = street.merchant("transfer", "online", "voucher", "at-pickup", "at-door", "link");
            street.sql(
                    "update shop_terms set substitution = :terms where commune_id = :commune and merchant_id = :merchant",
                    Map.of("terms", SUBSTITUTION.get(seller % SUBSTITUTION.size()), "merchant", merchant));
            keys.keep(merchant, ApiKey.of(TwinServer.KEY).orElseThrow(), "card", BY);
            merchants.add(merchant);
            for (int number = 0; number < WARES; number++) {
                int rate = RATES[random.nextInt(RATES.length)];
                long cents = random.nextInt(1, 9_999);
                boolean byWeight = number % 2 == 1;
                Ware ware = byWeight
                        ? street.weighed(merchant, cents, rate, PLENTY)
                        : street.pieces(merchant, cents, rate, PLENTY);
                items.add(new Item(seller, merchant, ware, byWeight, number == seller % WARES));
            }
        }
        UUID slot = street.slot(PLENTY);
        UUID campaign = vouchers.campaign(street, baskets, merchants);
        return new BasketWorld(
                street, campaign, slot, slots.find(slot).orElseThrow().unit(), List.copyOf(items));
    }
}
