package be.quartier.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page of {@code pages.txt}, in every language: accessible, light, at home on a small screen, without a stranger. */
class EveryPageTests {

    private static final List<String> LANGUAGES = List.of("fr", "nl", "de", "en");

    @TestFactory
    Stream<DynamicTest> everyPageKeepsThePromises() {
        return PageList.byRole().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey() + ": " + e.getValue().size() + " pages", () -> visit(e.getKey(), e.getValue())));
    }

    private static void visit(String role, List<String> patterns) {
        List<String> faults = new ArrayList<>();
        try (Browser browser = Browser.open()) {
            if (!role.equals("-")) {
                browser.signIn(Demo.commune(), role);
            }
            Trail trail = new Trail(browser);
            for (String pattern : patterns) {
                String path = trail.find(pattern);
                for (String language : LANGUAGES) {
                    browser.speak(language).dark(false).width(1280);
                    look(browser, path, language, faults);
                    check(browser, role, path, language, faults);
                }
                trail.remember();
            }
        }
        assertThat(faults).isEmpty();
    }

    /** What axe takes a second for: nobody's pages in every language, the others in French and, by night, in German. */
    private static void check(Browser browser, String role, String path, String language, List<String> faults) {
        boolean night = language.equals("de");
        if (role.equals("-") || language.equals("fr") || night) {
            browser.width(1280).dark(night);
            browser.axe()
                    .forEach(fault -> faults.add(path + " (" + language + (night ? " by night): " : "): ") + fault));
        }
    }

    private static void look(Browser browser, String path, String language, List<String> faults) {
        browser.forgetCache().to(path);
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
        browser.width(320);
        if (browser.sideways() > 0) {
            faults.add(where + "scrolls sideways by " + browser.sideways() + " at 320 px");
        }
    }
}
