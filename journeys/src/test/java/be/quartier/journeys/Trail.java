package be.quartier.journeys;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the way as a person would: a star in a path stands for what a link seen before puts there. */
final class Trail {

    private final Browser browser;
    private final Set<String> seen = new LinkedHashSet<>();

    Trail(Browser browser) {
        this.browser = browser;
    }

    /** The path of the first link seen that fits, or the pattern itself when it has no star. */
    String find(String pattern) {
        if (!pattern.contains("*")) {
            return pattern;
        }
        Pattern fits = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E[^/?&]+\\Q"));
        return seen.stream()
                .filter(path -> fits.matcher(path).matches())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No page before this one leads to " + pattern));
    }

    /** Remembers the page shown itself, which no link leads to. */
    void arrive() {
        seen.add(browser.path());
    }

    /** Remembers where the page shown leads. */
    void remember() {
        seen.addAll(browser.links());
    }
}
