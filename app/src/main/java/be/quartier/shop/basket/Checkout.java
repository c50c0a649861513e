package be.quartier.shop.basket;

import be.quartier.commune.Language;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.Contact;
import be.quartier.shop.orders.OrderWish;
import be.quartier.vouchers.VoucherCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a buyer has said so far on the way to an order.
 *
 * @param key names the order to be, so that it is placed once
 * @param slot when it is brought; empty when it is fetched
 * @param decided whether the buyer has chosen between the two
 * @param voucher the code as typed, or empty
 * @param rests how what the voucher does not cover is paid
 */
record Checkout(
        String key,
        Contact contact,
        Optional<UUID> slot,
        boolean decided,
        Map<UUID, Modality> ways,
        String voucher,
        Map<UUID, Modality> rests) {

    private static final String APART = "\n";
    private static final int PARTS = 10;

    Checkout {
        ways = Map.copyOf(ways);
        rests = Map.copyOf(rests);
    }

    static Checkout begin(UUID key) {
        return new Checkout(
                key.toString(), new Contact("", "", "", ""), Optional.empty(), false, Map.of(), "", Map.of());
    }

    Checkout contact(Contact now) {
        return new Checkout(key, now, slot, decided, ways, voucher, rests);
    }

    Checkout slot(Optional<UUID> now, String address) {
        Contact at = new Contact(contact.name(), contact.mail(), contact.phone(), address);
        boolean same = now.isPresent() == slot.isPresent();
        return new Checkout(key, at, now, true, same ? ways : Map.of(), voucher, same ? rests : Map.of());
    }

    Checkout ways(Map<UUID, Modality> now, String code, Map<UUID, Modality> others) {
        return new Checkout(key, contact, slot, decided, now, code, others);
    }

    /** Whether somebody can be written to. */
    boolean known() {
        return !contact.mail().isEmpty();
    }

    OrderWish wish(Basket basket, Language language, Optional<UUID> person) {
        Optional<VoucherCode> code = voucher.isEmpty() ? Optional.empty() : Optional.of(VoucherCode.parse(voucher));
        return new OrderWish("page-" + key, basket.lines(), slot, contact, ways, code, language, person, rests);
    }

    String text() {
        return String.join(
                APART,
                key,
                contact.name(),
                contact.mail(),
                contact.phone(),
                contact.address(),
                slot.map(UUID::toString).orElse(""),
                Boolean.toString(decided),
                text(ways),
                voucher,
                text(rests));
    }

    private static String text(Map<UUID, Modality> ways) {
        return ways.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue().code())
                .collect(Collectors.joining(","));
    }

    private static Map<UUID, Modality> ways(String text) {
        Map<UUID, Modality> ways = new LinkedHashMap<>();
        for (String one : text.split(",", -1)) {
            int at = one.indexOf('=');
            if (at > 0) {
                UUID merchant = UUID.fromString(one.substring(0, at));
                Modality.of(one.substring(at + 1)).ifPresent(way -> ways.put(merchant, way));
            }
        }
        return ways;
    }

    static Optional<Checkout> of(String text) {
        List<String> parts = List.of(text.split(APART, -1));
        if (parts.size() != PARTS) {
            return Optional.empty();
        }
        return Optional.of(new Checkout(
                parts.get(0),
                new Contact(parts.get(1), parts.get(2), parts.get(3), parts.get(4)),
                parts.get(5).isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(parts.get(5))),
                Boolean.parseBoolean(parts.get(6)),
                ways(parts.get(7)),
                parts.get(8),
                ways(parts.get(9))));
    }

    @Override
    public String toString() {
        return "Checkout[hidden]";
    }
}
