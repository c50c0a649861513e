package be.quartier.shop.terms;

import be.quartier.shop.OrderSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * By which ways a merchant takes orders.
 *
 * @param open at least one; without {@link OrderSource#WEB} its goods are shown and the basket does not take them
 * @param phone the number for orders; empty when it takes none by phone or shows none
 * @param page where to write to it, Messenger or the like; empty likewise
 */
public record Channels(Set<OrderSource> open, String phone, String page) {

    /** What a merchant starts from. */
    public static final Channels FIRST = new Channels(EnumSet.of(OrderSource.WEB, OrderSource.COUNTER), "", "");

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ./()-]{7,28}");

    /** Checks. @throws IllegalArgumentException when no way is open */
    public Channels {
        if (open.isEmpty()) {
            throw new IllegalArgumentException("no way to order");
        }
        open = Set.copyOf(open);
    }

    /** The channels in a row of {@code shop_terms}. */
    public static Channels read(ResultSet row) throws SQLException {
        Set<OrderSource> open = Arrays.stream(
                        (String[]) row.getArray("channels").getArray())
                .map(code -> OrderSource.of(code).orElseThrow())
                .collect(Collectors.toSet());
        return new Channels(open, row.getString("order_phone"), row.getString("order_page"));
    }

    /** Whether orders come by this way. */
    public boolean take(OrderSource source) {
        return open.contains(source);
    }

    /**
     * Whether an order that comes by this way can be placed: the merchant takes orders so, or sells in the shared shop, where the
     * town hall types what a caller says.
     */
    public boolean sell(OrderSource source) {
        return take(OrderSource.WEB) || take(source);
    }

    /** Whether this can be dialled: nine to thirty signs, as people write numbers. */
    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }

    /** The number without what is only there to be read, for a {@code tel:} link. */
    public String dial() {
        return phone.replaceAll("[^+0-9]", "");
    }
}
