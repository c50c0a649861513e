package be.quartier.pages;

import be.quartier.commune.Language;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A text with places for arguments: {@code {0}} and, for plurals, {@code {0,choice,0#aucun bon|1#un bon|1<{0} bons}}.
 *
 * <p>It reads what {@link java.text.MessageFormat} reads except that an apostrophe is always an apostrophe: French needs
 * many, and MessageFormat's quoting silently swallows them. Numbers, days and instants are written as {@link Formats}
 * does.
 */
final class TextPattern {

    private TextPattern() {}

    static String fill(String pattern, Language language, Object... args) {
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        var text = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c != '{') {
                text.append(c);
                at++;
                continue;
            }
            int end = closing(pattern, at);
            text.append(place(pattern.substring(at + 1, end), language, args));
            at = end + 1;
        }
        return text.toString();
    }

    private static String place(String place, Language language, Object... args) {
        String[] parts = place.split(",", 3);
        int index = Integer.parseInt(parts[0].strip());
        if (index >= args.length) {
            throw new IllegalArgumentException("No argument {" + index + "}, only " + args.length + " given");
        }
        if (parts.length < 3 || !parts[1].strip().equals("choice")) {
            return written(args[index], language);
        }
        if (!(args[index] instanceof Number number)) {
            throw new IllegalArgumentException("A choice needs a number: " + args[index]);
        }
        return fill(choice(parts[2], number.doubleValue()), language, args);
    }

    private static String choice(String branches, double number) {
        String chosen = null;
        for (String branch : branches(branches)) {
            int mark = firstOf(branch);
            double limit = Double.parseDouble(branch.substring(0, mark).strip());
            boolean reached = branch.charAt(mark) == '<' ? number > limit : number >= limit;
            if (chosen == null || reached) {
                chosen = branch.substring(mark + 1);
            }
        }
        if (chosen == null) {
            throw new IllegalArgumentException("A choice without branches: " + branches);
        }
        return chosen;
    }

    private static Iterable<String> branches(String text) {
        var branches = new java.util.ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '{' -> depth++;
                case '}' -> depth--;
                case '|' -> {
                    if (depth == 0) {
                        branches.add(text.substring(from, i));
                        from = i + 1;
                    }
                }
                default -> {}
            }
        }
        branches.add(text.substring(from));
        return branches;
    }

    private static int firstOf(String branch) {
        for (int i = 0; i < branch.length(); i++) {
            if ("#<\u2264".indexOf(branch.charAt(i)) >= 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("A branch of a choice needs # or <: " + branch);
    }

    private static int closing(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '{') {
                depth++;
            } else if (pattern.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("A brace is not closed: " + pattern);
    }

    private static String written(Object arg, Language language) {
        return switch (arg) {
            case Integer number -> Formats.of(language).number(number);
            case Long number -> Formats.of(language).number(number);
            case LocalDate day -> Formats.of(language).date(day);
            case Instant instant -> Formats.of(language).dateTime(instant);
            default -> arg.toString();
        };
    }
}
