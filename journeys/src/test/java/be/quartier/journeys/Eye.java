package be.quartier.journeys;

import java.util.ArrayList;
import java.util.List;

/** Looks at the page shown as people with other eyes do: axe on a wide screen by day, on a small phone by night. */
final class Eye {

    /** The languages of every page. */
    static final List<String> LANGUAGES = List.of("fr", "nl", "de", "en");

    /** Whether every page is looked at in every language and by every light: {@code -Dquartier.journeys.axe=all}. */
    static final boolean EVERYTHING = "all".equals(System.getProperty("quartier.journeys.axe"));

    private static final int WIDE = 1280;
    private static final int NARROW = 320;

    private final Browser browser;

    private Eye(Browser browser) {
        this.browser = browser;
    }

    static Eye on(Browser browser) {
        return new Eye(browser);
    }

    /** What is wrong with the page as it is shown now. */
    List<String> here() {
        List<String> faults = new ArrayList<>(byDay());
        faults.addAll(sideways());
        faults.addAll(byNight());
        browser.width(WIDE).dark(false);
        return faults;
    }

    /** What is wrong with it in any language; the page is asked for again in each, and left in French. */
    List<String> everyLanguage() {
        List<String> faults = new ArrayList<>();
        for (String language : LANGUAGES) {
            browser.speak(language).driver().navigate().refresh();
            here().forEach(fault -> faults.add(language + " " + fault));
        }
        browser.speak("fr").driver().navigate().refresh();
        return faults;
    }

    /** What axe finds on a wide screen by day. */
    List<String> byDay() {
        browser.width(WIDE).dark(false);
        return axe(" by day: ");
    }

    /** What axe finds on a small phone by night. */
    List<String> byNight() {
        browser.width(NARROW).dark(true);
        return axe(" at 320 px by night: ");
    }

    /** Whether it has to be pushed sideways on a small phone. */
    List<String> sideways() {
        browser.width(NARROW);
        long beyond = browser.sideways();
        return beyond > 0 ? List.of(browser.path() + " scrolls sideways by " + beyond + " at 320 px") : List.of();
    }

    private List<String> axe(String when) {
        String where = browser.path() + when;
        return browser.axe().stream().map(fault -> where + fault).toList();
    }
}
