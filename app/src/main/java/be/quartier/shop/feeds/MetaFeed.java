package be.quartier.shop.feeds;

import be.quartier.money.Cents;
import java.util.List;
import java.util.stream.Collectors;

/** The catalogue of Meta (developers.facebook.com, catalogue feed set-up): CSV of RFC 4180 in UTF-8. */
public final class MetaFeed {

    /** The columns, in their order. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "title",
            "description",
            "availability",
            "condition",
            "price",
            "link",
            "image_link",
            "brand",
            "gtin",
            "item_group_id");

    private MetaFeed() {}

    /** The line of the columns' names. */
    public static String head() {
        return String.join(",", COLUMNS) + "\r\n";
    }

    /** The line of an article. */
    public static String line(FeedItem item) {
        String availability = switch (item.availability()) {
            case IN_STOCK -> "in stock";
            case OUT_OF_STOCK -> "out of stock";
            case TO_ORDER -> "available for order";
        };
        return List.of(
                                item.id(),
                                item.title(),
                                item.description(),
                                availability,
                                "new",
                                Cents.of(item.priceCents()).plain() + " EUR",
                                item.link(),
                                item.image(),
                                item.brand(),
                                item.gtin().orElse(""),
                                item.group())
                        .stream()
                        .map(MetaFeed::quoted)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String quoted(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
