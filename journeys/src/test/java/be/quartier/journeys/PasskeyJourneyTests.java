package be.quartier.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.virtualauthenticator.Credential;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;

/** A passkey from the day it is made to the day it is taken away, with a device that Chromium plays. */
class PasskeyJourneyTests {

    private static final String WRONG = "La clé d’accès n’a pas pu être utilisée";

    @TempDir
    Path folder;

    private final Browser browser = Browser.open();
    private VirtualAuthenticator device = browser.device();

    /** Each test has a person of its own, whose keys the others do not see. */
    private void makesAPasskey(String role) {
        browser.signIn(Demo.commune(), role).speak("fr").to("/account");
        person().reads("Aucune clé d’accès").press("Ajouter une clé d’accès").reads("Retirer");
        assertThat(device.getCredentials()).hasSize(1);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Person person() {
        return new Person(browser, folder);
    }

    @Test
    void itOpensTheDoorAndIsTakenAway() {
        makesAPasskey("packer");
        Person person = person();
        assertThat(browser.axe()).isEmpty();
        leaves();
        enters();
        assertThat(browser.path()).isEqualTo("/" + Demo.commune());
        browser.to("/account");
        person.reads("Clé d’accès")
                .press("Retirer")
                .reads("La clé d’accès est retirée")
                .reads("Aucune clé d’accès");
        leaves();
        browser.to("/sign-in");
        person.press("Se connecter avec une clé d’accès").reads(WRONG);
        assertThat(browser.axe()).isEmpty();
        assertThat(browser.path()).isEqualTo("/sign-in");
    }

    @Test
    void aCopyOfItIsRefusedOnceTheOriginalWentOn() {
        makesAPasskey("courier");
        Credential copied = device.getCredentials().getFirst();
        leaves();
        enters();
        leaves();
        enters();
        leaves();
        Credential original = device.getCredentials().getFirst();
        assertThat(original.getSignCount()).isGreaterThan(copied.getSignCount());

        holds(copied);
        browser.to("/sign-in");
        person().press("Se connecter avec une clé d’accès").reads(WRONG);

        holds(original);
        enters();
        assertThat(browser.path()).isEqualTo("/" + Demo.commune());
    }

    @Test
    void itIsRefusedWhenAnotherSiteAskedForIt() throws Exception {
        makesAPasskey("moderator");
        leaves();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<!doctype html><title>Elsewhere</title>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            String elsewhere = "http://localhost:" + other.getAddress().getPort() + "/";
            assertThat(answered(elsewhere)).isEqualTo("422");
            assertThat(answered(browser.base() + "/sign-in")).isEqualTo("200");
        } finally {
            other.stop(0);
        }
    }

    /** Our question, answered by the device on a page of some site, and handed in on ours: the status of that. */
    private String answered(String site) {
        browser.to("/sign-in");
        Object question = browser.runAsync("""
                const done = arguments[arguments.length - 1];
                const token = document.querySelector('main input[name=_csrf]').value;
                fetch('/sign-in/passkey/options', {method: 'POST', body: '{}', headers:
                  {'Content-Type': 'application/json', 'X-CSRF-TOKEN': token}}).then((a) => a.text()).then(done);
                """);
        browser.driver().get(site);
        Object answer = browser.runAsync("""
                const done = arguments[arguments.length - 1];
                const options = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(arguments[0]));
                navigator.credentials.get({publicKey: options}).then((key) => done(JSON.stringify(key.toJSON())), (no) => done(String(no)));
                """, question);
        assertThat(String.valueOf(answer)).startsWith("{");
        browser.to("/sign-in");
        return String.valueOf(browser.runAsync("""
                const done = arguments[arguments.length - 1];
                const token = document.querySelector('main input[name=_csrf]').value;
                fetch('/sign-in/passkey', {method: 'POST', body: arguments[0], headers:
                  {'Content-Type': 'application/json', 'Accept': 'application/json', 'X-CSRF-TOKEN': token}})
                  .then((a) => done(String(a.status)));
                """, answer));
    }

    private void enters() {
        browser.to("/sign-in");
        person().press("Se connecter avec une clé d’accès").reads("Bienvenue");
    }

    private void leaves() {
        browser.to("/account");
        person().press("Se déconnecter").reads("Vous êtes déconnecté");
    }

    /** From now on another device is in the hand, which has just this key. */
    private void holds(Credential key) {
        browser.driver().removeVirtualAuthenticator(device);
        device = browser.device();
        device.addCredential(key);
        assertThat(device.getCredentials()).hasSize(List.of(key).size());
    }
}
