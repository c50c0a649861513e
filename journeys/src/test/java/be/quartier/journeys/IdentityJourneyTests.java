package be.quartier.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody links an electronic identity, comes in by it, and unlinks it; somebody else's opens nothing. */
class IdentityJourneyTests {

    @TempDir
    Path folder;

    private final Browser browser = Browser.open();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anIdentityIsLinkedOpensTheDoorAndIsUnlinked() {
        var resident = new Person(browser, folder);
        browser.signIn(Demo.commune(), "neighbour").to("/account");
        resident.reads("Aucune identité électronique").press("Relier une identité électronique");
        looksWell();
        resident.press("Relier eID");
        Provider.identify(browser, "yvon");
        resident.reads("Votre identité électronique est reliée à ce compte");
        looksWell();
        resident.press("Se déconnecter").reads("Vous êtes déconnecté");

        browser.to("/" + Demo.commune() + "/sign-in");
        looksWell();
        resident.press("Se connecter avec eID");
        Provider.identify(browser, "somebody-else");
        resident.reads("Cette identité n’est reliée à aucun compte");
        assertThat(Eye.on(browser).here()).isEmpty();

        resident.press("Choisir comment me connecter").press("Se connecter avec eID");
        Provider.identify(browser, "yvon");
        resident.reads("Bienvenue");
        browser.to("/account");
        resident.reads("eID ou itsme").press("Délier").reads("L’identité électronique est déliée");
    }

    private void looksWell() {
        assertThat(Eye.on(browser).everyLanguage()).isEmpty();
    }
}
