package be.quartier.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every page of {@code pages.txt} that a role visits, in every language: accessible, valid, light, at home on a small screen, without
 * a stranger.
 */
final class PageVisit {

    private static final long SEED = Long.getLong("quartier.journeys.seed", 20_780);

    /** In whose turn the page's source is checked. */
    private static final int VALID = 2;

    private PageVisit() {}

    /** One test for each role whose pages are looked at. */
    static Stream<DynamicTest> of(Predicate<String> roles) {
        return PageList.byRole().entrySet().stream()
                .filter(e -> roles.test(e.getKey()))
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey() + ": " + e.getValue().size() + " pages", () -> visit(e.getKey(), e.getValue())));
    }

    private static void visit(String role, List<String> patterns) {
        List<String> faults = new ArrayList<>();
        try (Browser browser = Browser.open()) {
            Trail trail = new Trail(browser);
            Guest.enters(browser, trail, role);
            var turns = new Random(SEED ^ role.hashCode());
            for (String pattern : patterns) {
                String path = trail.find(pattern);
                int turn = turns.nextInt(Eye.LANGUAGES.size());
                for (String language : Eye.LANGUAGES) {
                    browser.speak(language).dark(false).width(1280);
                    look(browser, path, language, faults);
                    int way = (Eye.LANGUAGES.indexOf(language) + turn) % Eye.LANGUAGES.size();
                    check(Eye.on(browser), role, way).forEach(fault -> faults.add(language + " " + fault));
                    if (way == VALID) {
                        Validity.of(browser.source())
                                .forEach(fault -> faults.add(path + " (" + language + ") " + fault));
                    }
                }
                trail.remember();
            }
        }
        assertThat(faults).as("seed " + SEED).isEmpty();
    }

    /**
     * What axe takes a second for. Of two languages one is seen by day and one on a small phone by night, other ones with
     * another seed; nobody's pages are seen in all four.
     */
    private static List<String> check(Eye eye, String role, int way) {
        List<String> faults = new ArrayList<>();
        boolean all = role.equals("-");
        if (Eye.EVERYTHING || way == 0 || (all && way == 2)) {
            faults.addAll(eye.byDay());
        }
        if (Eye.EVERYTHING || way == 1 || (all && way == 3)) {
            faults.addAll(eye.byNight());
        }
        return faults;
    }

    private static void look(Browser browser, String path, String language, List<String> faults) {
        browser.to(path);
        String where = path + " (" + language + "): ";
        if (browser.status() != 200 && !path.endsWith("/no-such-page")) {
            faults.add(where + "answers " + browser.status());
        }
        long bytes = 0;
        for (Map.Entry<String, ?> fetched : browser.fetched().entrySet()) {
            bytes += ((Number) fetched.getValue()).longValue();
            if (!fetched.getKey().startsWith(Served.base()) && !fetched.getKey().startsWith("data:")) {
                faults.add(where + "asks another origin: " + fetched.getKey());
            }
        }
        if (bytes > Browser.PAGE_BYTES_MAX) {
            faults.add(where + bytes + " bytes, " + Browser.PAGE_BYTES_MAX + " at most");
        }
        browser.errors().forEach(error -> faults.add(where + error));
        Eye.on(browser).sideways().forEach(fault -> faults.add(where + fault));
    }
}
