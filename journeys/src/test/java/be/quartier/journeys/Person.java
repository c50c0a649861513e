package be.quartier.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody at a browser, who knows no address: reads words, presses what they name, fills fields by their labels. */
final class Person implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The visible element that is called exactly so, else begins so, else has it in its name; the menu comes last. */
    private static final String NAMED = """
            const plain = (text) => text.replace(/[\\s\\u00a0\\u202f]+/g, ' ').trim();
            const holds = (e) => plain(e.textContent).includes(arguments[2]);
            const around = arguments[2] ? [...document.querySelectorAll('section, fieldset, tr')].find(holds)
              ?? [...document.querySelectorAll('main li')].find(holds) : document;
            const all = [...(around?.querySelectorAll(arguments[0]) ?? [])].filter((e) => e.checkVisibility())
              .sort((a, b) => Boolean(a.closest('nav')) - Boolean(b.closest('nav')));
            const name = (e) => plain(e.textContent);
            const found = all.find((e) => name(e) === arguments[1]) ?? all.find((e) => name(e).startsWith(arguments[1]))
              ?? all.find((e) => name(e).includes(arguments[1]));
            const menu = document.querySelector('nav.menu details:not([open]) summary');
            if (!found && menu?.checkVisibility()
                && [...menu.parentElement.querySelectorAll('a[href]')].some((e) => name(e) === arguments[1])) menu.click();
            return found?.tagName === 'LABEL' || found?.tagName === 'LEGEND' ? (found.control ?? found) : found;
            """;

    /** Counts what the hand does, over pages too; clicks that a script makes are not trusted. */
    private static final String COUNT = """
            addEventListener('click', (event) => {
              if (event.isTrusted) sessionStorage.setItem('taps', Number(sessionStorage.getItem('taps')) + 1);
            }, true);
            """;

    private final Browser browser;
    private final Path downloads;

    Person(Browser browser, Path downloads) {
        this.browser = browser;
        this.downloads = downloads;
        browser.driver()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior",
                        Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", COUNT));
    }

    /** The browser sat at. */
    Browser browser() {
        return browser;
    }

    /** Comes to the first page and chooses a language there. */
    Person begins(String language) {
        browser.to("/");
        return press(language);
    }

    /** Goes back to the demonstration's stage and becomes somebody: a role, a name, a town. */
    Person become(String somebody) {
        browser.to("/demo");
        return press("Devenir " + somebody);
    }

    /** Presses a link or a button by what it says. */
    Person press(String words) {
        return pressIn("", words);
    }

    /** Presses a link or a button in the section or row that has a word in it. */
    Person pressIn(String section, String words) {
        while (!tap(named("a[href], button, summary", words, section))) {
            Thread.onSpinWait();
        }
        return this;
    }

    /** Ticks a box or picks an answer by its label. */
    Person choose(String label) {
        named("label", label, "").click();
        return this;
    }

    /** Picks an answer of the question, or in the section or row, that has a word in it. */
    Person chooseIn(String question, String label) {
        named("label", label, question).click();
        return this;
    }

    /** Writes into the field of a label, instead of what was there. */
    Person write(String label, String text) {
        WebElement field = named("label", label, "");
        if ("date".equals(field.getDomAttribute("type"))) {
            browser.run("arguments[0].value = arguments[1];", field, text);
        } else {
            field.clear();
            field.sendKeys(text);
        }
        return this;
    }

    /** Picks an answer of a list that unfolds, by its label. */
    Person pick(String label, String answer) {
        named("label", label, "").sendKeys(answer);
        return this;
    }

    /** Chooses a file of this machine. */
    Person attach(String label, Path file) {
        named("label", label, "").sendKeys(file.toAbsolutePath().toString());
        return this;
    }

    /** Waits for words; where everything is looked at, so is the page that says them. */
    Person reads(String words) {
        browser.says(words);
        if (Eye.EVERYTHING) {
            assertThat(Eye.on(browser).here()).isEmpty();
        }
        return this;
    }

    /** How often the hand tapped in this window since it was opened. */
    int taps() {
        return Integer.parseInt("0" + browser.run("return sessionStorage.getItem('taps');"));
    }

    /** Reads a mail of this subject to this address, which comes a moment later. */
    Person opens(String address, String subject) {
        String row = "return [...document.querySelectorAll('tr')].some((r) => r.textContent.includes(arguments[0])"
                + " && r.textContent.includes(arguments[1]))";
        browser.to("/demo/outbox");
        for (int i = 0; i < 50 && !Boolean.TRUE.equals(browser.run(row, address, subject)); i++) {
            browser.to("/demo/outbox");
        }
        return pressIn(address, subject);
    }

    /** Presses something that brings a file, and waits for it. */
    Path fetch(String words) {
        Set<Path> before = files();
        press(words);
        List<Path> found = new ArrayList<>();
        new WebDriverWait(browser.driver(), PATIENCE, Duration.ofMillis(50)).until(d -> {
            Set<Path> now = new HashSet<>(files());
            now.removeAll(before);
            boolean under = now.stream().anyMatch(file -> file.toString().endsWith(".crdownload"));
            return !under && found.addAll(now);
        });
        return found.getFirst();
    }

    private Set<Path> files() {
        try (Stream<Path> all = Files.list(downloads)) {
            return all.filter(file -> !file.getFileName().toString().startsWith("."))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A menu that a wide screen shows unfolded is folded for the driver; the pointer reaches it all the same. False when the page
     * went away under the finger, with nothing pressed.
     */
    private boolean tap(WebElement element) {
        try {
            element.click();
        } catch (ElementNotInteractableException folded) {
            new Actions(browser.driver()).moveToElement(element).click().perform();
        } catch (StaleElementReferenceException gone) {
            return false;
        }
        return true;
    }

    private WebElement named(String kind, String words, String section) {
        List<WebElement> found = new ArrayList<>();
        try {
            new WebDriverWait(browser.driver(), PATIENCE, Duration.ofMillis(50))
                    .ignoring(StaleElementReferenceException.class)
                    .until(d -> {
                        Object element = browser.driver().executeScript(NAMED, kind, words, section);
                        return element instanceof WebElement there && found.add(there);
                    });
            return found.getFirst();
        } catch (org.openqa.selenium.TimeoutException e) {
            throw new AssertionError(
                    "On " + browser.path() + " nothing is called '" + words + "':\n" + browser.text(), e);
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
