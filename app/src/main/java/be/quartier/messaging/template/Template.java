package be.quartier.messaging.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter with places. A paragraph that is nothing but {@code [words](address)} becomes a button in HTML.
 *
 * @param subject its first line
 * @param paragraphs its text
 */
public record Template(Kind kind, String subject, List<String> paragraphs) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern BUTTON = Pattern.compile("\\[([^\\]]+)]\\((.+)\\)");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\\s]+");

    /** Reads a template from the text of its file. */
    static Template parse(String file) {
        String[] parts = file.replace("\r\n", "\n").strip().split("\n\n", 2);
        String subject = "";
        Kind kind = Kind.NOTICE;
        for (String line : parts[0].split("\n", -1)) {
            String value = line.substring(line.indexOf(':') + 1).strip();
            switch (line.substring(0, Math.max(0, line.indexOf(':')))) {
                case "Subject" -> subject = value;
                case "Kind" -> kind = Kind.valueOf(value.toUpperCase(Locale.ROOT));
                default -> throw new IllegalArgumentException("Unknown line in the head of a template: " + line);
            }
        }
        if (subject.isEmpty() || parts.length < 2) {
            throw new IllegalArgumentException("A template has a subject and a text.");
        }
        return new Template(kind, subject, List.of(parts[1].strip().split("\n{2,}")));
    }

    /** The names of its places. */
    public Set<String> places() {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(subject + "\n" + String.join("\n", paragraphs));
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    /** The subject with its places filled, on one line. */
    public String subject(Map<String, String> values) {
        return LINE_BREAKS.matcher(fill(subject, values)).replaceAll(" ").strip();
    }

    /** The text with its places filled. */
    public String text(Map<String, String> values) {
        List<String> written = new ArrayList<>();
        for (String paragraph : paragraphs) {
            Matcher button = BUTTON.matcher(paragraph);
            written.add(
                    button.matches()
                            ? fill(button.group(1), values) + ":\n" + fill(button.group(2), values)
                            : fill(paragraph, values));
        }
        return String.join("\n\n", written) + "\n";
    }

    /** The same as the inside of an HTML body; every value is escaped. */
    public String html(Map<String, String> values) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : paragraphs) {
            Matcher button = BUTTON.matcher(paragraph);
            if (button.matches()) {
                html.append("<p style=\"margin:24px 0\"><a href=\"")
                        .append(escape(fill(button.group(2), values)))
                        .append("\" style=\"background:#1d3b72;color:#fff;padding:12px 20px;border-radius:4px;")
                        .append("text-decoration:none;display:inline-block\">")
                        .append(escape(fill(button.group(1), values)))
                        .append("</a></p>\n");
            } else {
                html.append("<p>")
                        .append(linked(escape(fill(paragraph, values))).replace("\n", "<br>\n"))
                        .append("</p>\n");
            }
        }
        return html.toString();
    }

    private static String linked(String escaped) {
        return LINK.matcher(escaped)
                .replaceAll(link -> Matcher.quoteReplacement(
                        "<a href=\"" + link.group() + "\" style=\"color:#1d3b72\">" + link.group() + "</a>"));
    }

    private static String fill(String pattern, Map<String, String> values) {
        return PLACE.matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    /** The text with the five characters that mean something in HTML written as entities. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
