package be.quartier.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/** An identity provider with a page to sign in at, where one may say to be anybody. */
final class Provider {

    /** How eID is called there. */
    static final String EID = "urn:test:level500";

    private static final MockOAuth2Server SERVER = started();

    private Provider() {}

    private static MockOAuth2Server started() {
        var server = new MockOAuth2Server(new OAuth2Config(true));
        try {
            server.start(InetAddress.getByName("localhost"), 0);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an operator sets to sign in by it. */
    static Map<String, String> settings() {
        return Map.of(
                "QUARTIER_OIDC_ISSUER",
                "http://localhost:" + SERVER.baseUrl().port() + "/fas",
                "QUARTIER_OIDC_CLIENT_ID",
                "quartier",
                "QUARTIER_OIDC_CLIENT_SECRET",
                "not-to-be-seen-in-any-log",
                "QUARTIER_OIDC_ACR",
                EID + "=high=eID; urn:test:level450=high=itsme");
    }

    /** Signs in at the provider's own page, proved now by eID. */
    static void identify(Browser browser, String subject) {
        browser.find("[name=username]").sendKeys(subject);
        browser.find("[name=claims]")
                .sendKeys("{\"acr\":\"" + EID + "\",\"auth_time\":"
                        + Instant.now().getEpochSecond() + "}");
        browser.find("[type=submit]").click();
    }
}
