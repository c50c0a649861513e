package be.quartier.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who visits the pages of a role: nobody, somebody who buys without an account, or whoever plays the role. */
final class Guest {

    private static final String LIST = "nom;prix;stock\nLacets ronds;3,50;12\nSemelles de laine;;4\n";

    private Guest() {}

    /** Comes in, and does what leaves something to look at. */
    static void enters(Browser browser, Trail trail, String role) {
        switch (role) {
            case "-" -> {}
            case "buyer" -> {
                fills(browser);
                browser.find("form[action$='/checkout/review'] .button").click();
                browser.find("main section table");
                trail.arrive();
                fills(browser);
            }
            case "merchant" -> {
                browser.signIn(Demo.commune(), role);
                sendsAList(browser);
                trail.arrive();
            }
            case "economy" -> {
                browser.signIn(Demo.commune(), role);
                typesAnOrder(browser);
                trail.arrive();
            }
            default -> browser.signIn(Demo.commune(), role);
        }
    }

    /** From the search to the last look before an order. */
    private static void fills(Browser browser) {
        String commune = "/" + Demo.commune();
        browser.speak("fr").to(commune + "/shop?q=tarte");
        browser.find(".goods a").click();
        browser.find("form[action$='/basket'] .button").click();
        browser.find("form[action$='/basket/change']");
        browser.to(commune + "/checkout");
        browser.find("#name").sendKeys("Odile Fontaine");
        browser.find("#mail").sendKeys("odile@maison.example");
        browser.find("form[action$='/checkout'] .button").click();
        browser.find("form[action$='/checkout/delivery'] .button").click();
        browser.find("form[action$='/checkout/payment'] .button").click();
        browser.find("form[action$='/checkout/review']");
    }

    /** For somebody on the phone. */
    private static void typesAnOrder(Browser browser) {
        browser.speak("fr").to("/" + Demo.commune() + "/intake");
        browser.find("#q").sendKeys("roman");
        browser.find("button[value=search]").click();
        browser.says("Trouvés");
        browser.find("#goods input").sendKeys("1");
        browser.find("#name").sendKeys("Odile Fontaine");
        browser.find("#phone").sendKeys("0470 00 00 00");
        browser.find("button[value=place]").click();
        browser.find(".qr svg");
    }

    private static void sendsAList(Browser browser) {
        try {
            Path file = Files.writeString(Files.createTempFile("liste", ".csv"), LIST);
            browser.to("/" + Demo.commune() + "/merchant/imports");
            browser.find("main form");
            browser.driver()
                    .findElement(org.openqa.selenium.By.cssSelector("main input[type=file]"))
                    .sendKeys(file.toString());
            browser.find("main form .button").click();
            browser.find("form[action*='/merchant/imports/']");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
