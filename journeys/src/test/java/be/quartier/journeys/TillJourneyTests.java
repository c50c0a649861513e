package be.quartier.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A cashier takes vouchers, with and without JavaScript, when the network fails and when a thumb taps twice. */
class TillJourneyTests {

    private static final String PIN = "4321";

    private Browser browser = Browser.open();

    @BeforeEach
    void aCashierOpensTheTill() {
        openTill();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void openTill() {
        browser.signIn(Demo.commune(), "cashier").speak("fr").width(390).to("/" + Demo.commune() + "/till");
        browser.find("#name").sendKeys("Comptoir");
        browser.find("#pin").sendKeys(PIN);
        browser.find("main .button").click();
        browser.find("#code");
    }

    private void showVoucher() {
        browser.to("/" + Demo.commune() + "/till");
        browser.find("#code").sendKeys(Demo.vouchers(1).getFirst());
        browser.find("#code-form .button").click();
        browser.find("#amount");
    }

    private void type(String amount) {
        for (int i = 0; i < amount.length(); i++) {
            char key = amount.charAt(i);
            String name = key == ',' ? "decimal" : String.valueOf(key);
            browser.find(".pad [data-key='" + name + "']").click();
        }
    }

    private void confirm(String amount) {
        showVoucher();
        type(amount);
        browser.find("#amount-form .button").click();
        browser.find("#pay .button");
    }

    @Test
    void twoTapsAfterTheDigitsTakeTheMoneyAndTheResultIsSaid() {
        showVoucher();
        browser.says("100,00 €");
        type("12,50");
        browser.find("#amount-form .button").click();
        browser.says("Il restera 87,50 €");
        browser.find("#pay .button").click();
        browser.says("12,50 €").says("Il reste 87,50 €");
        assertThat(browser.path()).contains("/till/receipts/");
        assertThat(browser.find("#result h1").getText()).contains("pris");
        assertThat(browser.run("return document.activeElement.closest('#result') !== null"))
                .isEqualTo(true);
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void targetsAreLargeEnoughForAThumb() {
        showVoucher();
        for (WebElement target : browser.find("main").findElements(By.cssSelector("button:not([hidden]), .button"))) {
            if (target.isDisplayed()) {
                assertThat(target.getSize().getHeight()).as(target.getText()).isGreaterThanOrEqualTo(48);
                assertThat(target.getSize().getWidth()).as(target.getText()).isGreaterThanOrEqualTo(48);
            }
        }
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void tooMuchIsRefusedAndTheBalanceSaid() {
        showVoucher();
        type("100,01");
        browser.find("#amount-form .button").click();
        browser.says("Ce bon n’a plus que 100,00 €");
        assertThat(browser.find("#amount").getAttribute("value")).isEqualTo("100,01");
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void aLostReplyIsAskedAgainAndPaysOnce() {
        confirm("12,50");
        browser.offline(true);
        browser.find("#pay .button").click();
        browser.says("On redemande, sans payer deux fois");
        browser.offline(false);
        browser.says("Il reste 87,50 €");
    }

    @Test
    void aPaymentWhoseAnswerNeverCameIsOfferedAgainAfterAReload() {
        confirm("12,50");
        browser.offline(true);
        browser.find("#pay .button").click();
        browser.says("Toujours pas de réponse");
        browser.offline(false).to("/" + Demo.commune() + "/till");
        browser.says("Un paiement de 12,50 € attend encore sa réponse");
        assertThat(browser.axe()).isEmpty();
        browser.find("#pending .button").click();
        browser.says("Il reste 87,50 €");
        browser.to("/" + Demo.commune() + "/till");
        assertThat(browser.find("#code").isDisplayed()).isTrue();
        assertThat(browser.text()).doesNotContain("attend encore");
    }

    @Test
    void aDoubleTapPaysOnce() {
        confirm("12,50");
        browser.run("const button = document.querySelector('#pay .button'); button.click(); button.click();");
        browser.says("Il reste 87,50 €");
        browser.to("/" + Demo.commune() + "/till/amount").says("87,50 €");
    }

    @Test
    void aPaymentIsUndoneWithinTheMinute() {
        confirm("12,50");
        browser.find("#pay .button").click();
        browser.find("#undo .button").click();
        browser.says("rendu");
        assertThat(browser.count("#undo")).isZero();
        browser.find(".tools a").click();
        browser.says("Aujourd’hui").says("12,50 €");
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void theLockHidesEverythingUntilTheNumberIsTyped() {
        browser.find(".lock button").click();
        browser.says("Caisse verrouillée");
        assertThat(browser.axe()).isEmpty();
        browser.find("#pin").sendKeys(PIN);
        browser.find("main .button").click();
        assertThat(browser.find("#code").isDisplayed()).isTrue();
    }
}
