package be.quartier.shop.feeds;

import be.quartier.money.Cents;

/** The catalogue of Google Merchant Center (support.google.com/merchants/answer/7052112): RSS 2.0 with its own elements. */
public final class GoogleFeed {

    /** The namespace of its elements. */
    public static final String NAMESPACE = "http://base.google.com/ns/1.0";

    private GoogleFeed() {}

    /** What stands before the articles. */
    public static String head(String title, String link) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:g=\"" + NAMESPACE
                + "\">\n<channel>\n" + plain("title", title) + plain("link", link) + plain("description", title);
    }

    /** An article. */
    public static String item(FeedItem item) {
        String availability = item.availability() == FeedItem.Availability.OUT_OF_STOCK ? "out_of_stock" : "in_stock";
        var xml = new StringBuilder("<item>\n");
        xml.append(own("id", item.id()))
                .append(own("title", item.title()))
                .append(own("description", item.description()))
                .append(own("link", item.link()))
                .append(own("image_link", item.image()))
                .append(own("availability", availability))
                .append(own("price", Cents.of(item.priceCents()).plain() + " EUR"))
                .append(own("condition", "new"))
                .append(own("brand", item.brand()))
                .append(item.gtin().map(gtin -> own("gtin", gtin)).orElse(own("identifier_exists", "no")))
                .append(own("item_group_id", item.group()))
                .append(own("external_seller_id", item.seller()));
        if (item.weighed()) {
            xml.append(own("unit_pricing_measure", "1 kg")).append(own("unit_pricing_base_measure", "1 kg"));
        }
        return xml.append("</item>\n").toString();
    }

    /** What stands after the articles. */
    public static String foot() {
        return "</channel>\n</rss>\n";
    }

    private static String own(String name, String text) {
        return plain("g:" + name, text);
    }

    private static String plain(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">\n";
    }

    /** Escapes, and leaves out what XML 1.0 cannot carry. */
    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
