package be.quartier.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The public pages over HTTP, in every language. */
@QuartierTest
class MerchantPagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Merchants merchants;

    @Autowired
    private TestCommunes communes;

    private String slug = "";

    @BeforeEach
    void twoShops() {
        Commune commune = communes.fresh();
        slug = commune.slug();
        Tenancy.run(commune.id(), () -> {
            for (int i = 1; i <= 2; i++) {
                Application application =
                        i == 1 ? Shops.of(1, "Boulangerie Noël", "bakery") : Shops.of(2, "Vélos du Pont", "bicycle");
                Applied applied = merchants.apply(application, Optional.empty());
                merchants.accept(((Applied.Waiting) applied).merchant(), Optional.of(new UUID(1, 1)));
            }
        });
    }

    @Test
    void thePublicListShowsSearchesAndDrawsTheShopsInEveryLanguage() throws Exception {
        for (String language : new String[] {"fr", "nl", "de", "en"}) {
            assertThat(get("/shops", language))
                    .contains("lang=\"" + language + "\"", "Boulangerie Noël", "Vélos du Pont")
                    .contains("<circle", "href=\"#shop-2\"");
        }
        assertThat(get("/shops?q=noel", "fr")).contains("Boulangerie Noël").doesNotContain("Vélos du Pont");
        assertThat(get("/shops?trade=bicycle", "fr")).contains("Vélos du Pont").doesNotContain("Boulangerie Noël");
        assertThat(get("/SHOPS", "fr")).contains("Boulangerie Noël");
    }

    @Test
    void theFirstPageOfSigningUpAsksOneThingInEveryLanguage() throws Exception {
        for (String language : new String[] {"fr", "nl", "de", "en"}) {
            assertThat(get("/shops/join", language)).contains("name=\"bce\"", "value=\"enterprise\"");
        }
    }

    @Test
    void theDesksOfTownHallAndShopAreNotForEverybody() throws Exception {
        for (String path : new String[] {"/merchants", "/merchant/tills", "/vouchers/reimbursements"}) {
            assertThat(send(path, "fr").statusCode()).as(path).isIn(302, 303, 401, 403);
        }
    }

    private String get(String path, String language) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path, language);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> send(String path, String language) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + slug + path))
                .header("Accept-Language", language)
                .header("Accept", "text/html")
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
