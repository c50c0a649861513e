package be.quartier.shop.orders;

import be.quartier.commune.Language;
import be.quartier.shop.Modality;
import be.quartier.shop.OrderSource;
import be.quartier.vouchers.VoucherCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wants to order.
 *
 * @param key the caller's own, at most {@link #KEY_MAX} characters: the same key and wish places once
 * @param slot when it is to be brought; empty when it is fetched
 * @param ways how each merchant is paid; one left out is paid in the first way it offers
 * @param voucher the code of the voucher with which some merchants are paid
 * @param language in which the customer is written to
 * @param person the customer, when signed in
 * @param rests how what the voucher does not cover of a merchant's part is paid; a merchant left out is paid by the voucher
 *     alone or not at all
 * @param source how the order comes
 */
public record OrderWish(
        String key,
        List<Line> lines,
        Optional<UUID> slot,
        Contact contact,
        Map<UUID, Modality> ways,
        Optional<VoucherCode> voucher,
        Language language,
        Optional<UUID> person,
        Map<UUID, Modality> rests,
        OrderSource source) {

    /** The longest key. */
    public static final int KEY_MAX = 265;

    /** Most lines of one order. */
    public static final int LINES_MAX = 100;

    /** So much of a variant: pieces, or grams. */
    public record Line(UUID variant, long quantity) {}

    /** Copies. */
    public OrderWish {
        lines = List.copyOf(lines);
        ways = Map.copyOf(ways);
        rests = Map.copyOf(rests);
    }

    /** A wish of the customer's own. */
    public OrderWish(
            String key,
            List<Line> lines,
            Optional<UUID> slot,
            Contact contact,
            Map<UUID, Modality> ways,
            Optional<VoucherCode> voucher,
            Language language,
            Optional<UUID> person,
            Map<UUID, Modality> rests) {
        this(key, lines, slot, contact, ways, voucher, language, person, rests, OrderSource.WEB);
    }

    /** A wish of the customer's own in which each merchant is paid in one way. */
    public OrderWish(
            String key,
            List<Line> lines,
            Optional<UUID> slot,
            Contact contact,
            Map<UUID, Modality> ways,
            Optional<VoucherCode> voucher,
            Language language,
            Optional<UUID> person) {
        this(key, lines, slot, contact, ways, voucher, language, person, Map.of());
    }

    /** The same wish, coming by another way. */
    OrderWish by(OrderSource other) {
        return new OrderWish(key, lines, slot, contact, ways, voucher, language, person, rests, other);
    }

    /** What is wanted, each once. */
    List<UUID> variants() {
        return lines.stream().map(Line::variant).distinct().toList();
    }
}
