package be.quartier.shop.basket;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A list of articles short enough for an address, a post or a QR code: {@code ID.QUANTITY}, several apart by {@code ~}. It holds no
 * secret and promises nothing: price and stock are those of the moment in which it is opened.
 *
 * @param quantities pieces or grams of each variant
 */
record OrderLink(Map<UUID, Long> quantities) {

    /** Most articles of one link. */
    static final int ITEMS_MAX = 20;

    private static final Pattern ITEM = Pattern.compile("([A-Za-z0-9_-]{22})\\.([1-9][0-9]{0,5})");
    private static final int TEXT_MAX = ITEMS_MAX * 30;
    private static final int ID_BYTES = 16;

    OrderLink {
        quantities = Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
    }

    /** The articles of a text; what is not one is left out. */
    static OrderLink of(String text) {
        Map<UUID, Long> quantities = new LinkedHashMap<>();
        for (String part : text.substring(0, Math.min(TEXT_MAX, text.length())).split("~", -1)) {
            Matcher item = ITEM.matcher(part);
            if (item.matches() && quantities.size() < ITEMS_MAX) {
                ByteBuffer id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(item.group(1)));
                quantities.put(new UUID(id.getLong(), id.getLong()), Long.valueOf(item.group(2)));
            }
        }
        return new OrderLink(quantities);
    }

    /** As it stands in an address. */
    String text() {
        return quantities.entrySet().stream()
                .map(one -> id(one.getKey()) + "." + one.getValue())
                .collect(Collectors.joining("~"));
    }

    boolean isEmpty() {
        return quantities.isEmpty();
    }

    private static String id(UUID variant) {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES)
                .putLong(variant.getMostSignificantBits())
                .putLong(variant.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
