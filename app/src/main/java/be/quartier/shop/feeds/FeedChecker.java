package be.quartier.shop.feeds;

import be.quartier.shop.catalogue.Gtin;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads a feed as its taker does and names every required field that is missing or wrong, by the published rules of Meta and of
 * Google; an own reading, not the code that writes them.
 */
public final class FeedChecker {

    private static final int ID_MAX = 50;
    private static final int TITLE_MAX = 150;
    private static final int DESCRIPTION_MAX = 5_000;
    private static final int BRAND_MAX = 70;

    private FeedChecker() {}

    /**
     * What a feed holds.
     *
     * @param faults a sentence for each thing wrong, the article's id first
     */
    public record Checked(int items, List<String> faults) {

        /** Copies the faults. */
        public Checked {
            faults = List.copyOf(faults);
        }
    }

    /** A feed for Meta. */
    public static Checked meta(String csv) {
        List<List<String>> lines = lines(csv);
        if (lines.isEmpty()) {
            return new Checked(0, List.of("the line of column names is missing"));
        }
        List<String> names = lines.getFirst();
        List<Map<String, String>> items = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != names.size()) {
                faults.add("a line has " + line.size() + " fields, not " + names.size());
                continue;
            }
            Map<String, String> item = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                item.put(names.get(i), line.get(i));
            }
            items.add(item);
        }
        check(items, Set.of("in stock", "out of stock", "available for order"), faults);
        return new Checked(items.size(), faults);
    }

    /** A feed for Google. */
    public static Checked google(String xml) {
        List<Map<String, String>> items = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            NodeList found = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getElementsByTagName("item");
            for (int i = 0; i < found.getLength(); i++) {
                Map<String, String> item = new LinkedHashMap<>();
                NodeList fields = ((Element) found.item(i)).getElementsByTagNameNS(GoogleFeed.NAMESPACE, "*");
                for (int j = 0; j < fields.getLength(); j++) {
                    item.put(fields.item(j).getLocalName(), fields.item(j).getTextContent());
                }
                items.add(item);
            }
        } catch (SAXException | ParserConfigurationException | IOException broken) {
            faults.add("not well-formed XML: " + broken.getMessage());
        }
        check(items, Set.of("in_stock", "out_of_stock"), faults);
        for (Map<String, String> item : items) {
            String id = item.getOrDefault("id", "?");
            if (item.getOrDefault("external_seller_id", "").isEmpty()) {
                faults.add(id + ": external_seller_id is missing");
            }
            if (item.getOrDefault("gtin", "").isEmpty()
                    && !item.getOrDefault("identifier_exists", "").equals("no")) {
                faults.add(id + ": neither gtin nor identifier_exists=no");
            }
        }
        return new Checked(items.size(), faults);
    }

    private static void check(List<Map<String, String>> items, Set<String> availabilities, List<String> faults) {
        Set<String> ids = new HashSet<>();
        for (Map<String, String> item : items) {
            String id = item.getOrDefault("id", "");
            length(item, "id", ID_MAX, faults);
            length(item, "title", TITLE_MAX, faults);
            length(item, "description", DESCRIPTION_MAX, faults);
            length(item, "brand", BRAND_MAX, faults);
            if (!ids.add(id)) {
                faults.add(id + ": the id is there twice");
            }
            if (item.getOrDefault("description", "").matches("(?s).*</?[a-zA-Z][^>]*>.*")) {
                faults.add(id + ": description holds markup");
            }
            expect(item, "availability", availabilities.contains(item.getOrDefault("availability", "")), faults);
            expect(item, "condition", item.getOrDefault("condition", "").equals("new"), faults);
            String price = item.getOrDefault("price", "");
            expect(item, "price", price.matches("\\d{1,8}\\.\\d{2} EUR") && !price.matches("0+\\.00 EUR"), faults);
            expect(item, "link", address(item.getOrDefault("link", "")), faults);
            expect(item, "image_link", address(item.getOrDefault("image_link", "")), faults);
            String gtin = item.getOrDefault("gtin", "");
            expect(item, "gtin", gtin.isEmpty() || Gtin.valid(gtin), faults);
        }
    }

    private static void length(Map<String, String> item, String field, int most, List<String> faults) {
        String text = item.getOrDefault(field, "").strip();
        expect(item, field, !text.isEmpty() && text.length() <= most, faults);
    }

    private static void expect(Map<String, String> item, String field, boolean holds, List<String> faults) {
        if (!holds) {
            faults.add(item.getOrDefault("id", "?") + ": " + field + " is missing or wrong");
        }
    }

    private static boolean address(String text) {
        try {
            URI address = URI.create(text);
            return text.matches("https?://.+/.+") && address.getHost() != null;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /** CSV of RFC 4180. */
    private static List<List<String>> lines(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char sign = csv.charAt(i);
            boolean doubled = quoted && sign == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
            if (doubled) {
                field.append('"');
                i++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted && (sign == ',' || sign == '\n')) {
                line.add(field.toString());
                field.setLength(0);
                if (sign == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (quoted || sign != '\r') {
                field.append(sign);
            }
        }
        return lines;
    }
}
