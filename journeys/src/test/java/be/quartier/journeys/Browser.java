package be.quartier.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** The machine's own Chromium, without a window, that talks to nobody but the application. */
final class Browser implements AutoCloseable {

    /** A page and all it fetches, compressed as it travels. */
    static final int PAGE_BYTES_MAX = 100_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Path AXE = Path.of("node_modules", "axe-core", "axe.min.js");

    private final ChromeDriver driver;

    private final String base;

    Browser(ChromeDriver driver, String base) {
        this.driver = driver;
        this.base = base;
    }

    /** A fresh browser without cookies. */
    static Browser open() {
        return new Browser(Chromium.start(), Served.base());
    }

    /** What drives it. */
    ChromeDriver driver() {
        return driver;
    }

    /** Where the application is. */
    String base() {
        return base;
    }

    /** Opens a path of the application. */
    Browser to(String path) {
        driver.get(base + path);
        return this;
    }

    /** Signs in on the demo's stage; {@code as} is a role of the contract. */
    Browser signIn(String commune, String as) {
        to("/robots.txt");
        runAsync("""
                const done = arguments[arguments.length - 1];
                fetch('/demo/sign-in', {method: 'POST', body: new URLSearchParams({commune: arguments[0], as: arguments[1]})})
                  .then((answer) => done(String(answer.status)));
                """, commune, as);
        return this;
    }

    /** Speaks a language from now on, as the switch would make it. */
    Browser speak(String language) {
        cdp("Network.setCookie", Map.of("url", base, "name", "language", "value", language, "path", "/"));
        return this;
    }

    /** How wide the screen is, in CSS pixels. */
    Browser width(int pixels) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", pixels < 600));
        return this;
    }

    /** Day or night. */
    Browser dark(boolean dark) {
        var feature = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        cdp("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
        return this;
    }

    /** Cuts the network, or mends it. */
    Browser offline(boolean cut) {
        cdp(
                "Network.emulateNetworkConditions",
                Map.of("offline", cut, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        return this;
    }

    /** The first element of a CSS selector, waited for. */
    WebElement find(String selector) {
        return new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    /** How many elements a selector has now. */
    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    /** Waits until the page's visible text says this. */
    Browser says(String words) {
        try {
            new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                    .ignoring(org.openqa.selenium.JavascriptException.class)
                    .until(d -> text().contains(words));
        } catch (org.openqa.selenium.TimeoutException e) {
            throw new AssertionError("The page " + path() + " does not say '" + words + "' but:\n" + text(), e);
        }
        return this;
    }

    /** The page's visible text, spaces that do not break as spaces. */
    String text() {
        return String.valueOf(run("return document.body ? document.body.innerText : '';"))
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    /** The path shown. */
    String path() {
        return java.net
                .URI
                .create(Objects.requireNonNull(driver.getCurrentUrl()))
                .getPath();
    }

    /** The page as the server sent it, doctype included. */
    String source() {
        return String.valueOf(runAsync("""
                const done = arguments[arguments.length - 1];
                fetch(location.href, {headers: {Accept: 'text/html'}}).then((a) => a.text()).then(done);
                """));
    }

    /** What axe finds wrong with the page, one line each. */
    List<String> axe() {
        if (!Boolean.TRUE.equals(run("return typeof axe === 'object';"))) {
            run(read(AXE) + "; return true;");
        }
        Object found = runAsync("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ['violations']}).then((result) => done(result.violations.flatMap(
                  (v) => v.nodes.map((n) => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary.replace(/\\s+/g, ' ')))));
                """);
        return lines(found);
    }

    /**
     * Everything the page fetched, itself included: bytes that a first visit has on the wire, by address. As Resource Timing counts
     * them, 300 for the head of each answer; what the browser had kept counts as much as what came now.
     */
    @SuppressWarnings("unchecked") // what the script gives
    Map<String, Long> fetched() {
        return (Map<String, Long>) Objects.requireNonNull(run("""
                return Object.fromEntries([...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                  .map((entry) => [entry.name, entry.encodedBodySize + 300]));
                """));
    }

    /** The paths the page leads to within the application, in its order. */
    List<String> links() {
        return lines(run("""
                return [...document.querySelectorAll('a[href]')].map((link) => new URL(link.getAttribute('href'), location.href))
                  .filter((to) => to.origin === location.origin).map((to) => to.pathname + to.search);
                """));
    }

    /** The status the page was answered with. */
    long status() {
        return ((Number) Objects.requireNonNull(
                        run("return performance.getEntriesByType('navigation')[0].responseStatus")))
                .longValue();
    }

    /** How far the page goes beyond the screen's right edge; {@code innerWidth} would widen with the page. */
    long sideways() {
        return ((Number) Objects.requireNonNull(run("""
                return document.documentElement.scrollWidth - document.documentElement.clientWidth;
                """))).longValue();
    }

    /** Errors of the console since last asked, failed statuses of the page itself left out. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("the server responded with a status of"))
                .toList();
    }

    /** Gets a device that makes passkeys and opens at a touch. */
    VirtualAuthenticator device() {
        return driver.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserVerified(true));
    }

    Object run(String script, Object... arguments) {
        return String.valueOf(script).isEmpty() ? "" : nonNull(driver.executeScript(script, arguments));
    }

    Object runAsync(String script, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
        return nonNull(driver.executeAsyncScript(script, arguments));
    }

    private void cdp(String command, Map<String, Object> parameters) {
        driver.executeCdpCommand(command, parameters);
    }

    private static Object nonNull(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value;
    }

    private static List<String> lines(Object found) {
        return found instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
