package be.quartier.shop.front;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import be.quartier.shop.catalogue.Catalogue;
import be.quartier.shop.catalogue.Goods;
import be.quartier.shop.catalogue.Product;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import be.quartier.vouchers.till.Phone;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The shop over HTTP: from the merchant's photo to the buyer's page. */
@QuartierTest
class ShopPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunes communes;

    @Autowired
    Goods goods;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Accounts accounts;

    @Autowired
    Roles roles;

    @Autowired
    Sessions sessions;

    private Commune here;
    private UUID baker;
    private Phone phone;

    @BeforeEach
    void aBakerWithAPhone() {
        here = communes.fresh();
        baker = Tenancy.in(here.id(), () -> goods.merchant(1, "La Mie", "bakery"));
        phone = new Phone(port, "/" + here.slug());
        phone.signIn(signedIn(new Grant(person(), Role.MERCHANT, Optional.of(baker))));
    }

    @Test
    void aPhotoANameAndAPriceAreEnough() {
        phone.get("/merchant/new-product");
        phone.upload(
                "/merchant/new-product",
                Map.of("name", "Pain <gris>", "price", "3,20", "stock", "8", "act", "publish"),
                "photo",
                List.of(Goods.file(900, 700, "jpeg")));
        assertThat(phone.page()).contains("Pain &lt;gris&gt;", "en vente");
        Product product = Tenancy.in(here.id(), () -> catalogue.of(baker, "", Optional.empty(), Catalogue.NEWEST, 5))
                .getFirst();
        assertThat(product.fromCents()).isEqualTo(320);
        assertThat(product.facts().vatPermille()).isEqualTo(60);
        for (Language language : Language.values()) {
            assertThat(read("/shop", language)).contains("Pain &lt;gris&gt;", "lang=\"" + language.code() + "\"");
            assertThat(read("/shop/m/" + baker, language)).contains("La Mie", "Pain &lt;gris&gt;");
            assertThat(read("/shop/p/" + product.id(), language))
                    .contains("application/ld+json", "\"price\":\"3.20\"", "Pain \\u003cgris>", "og:image")
                    .doesNotContain("front.", "catalogue.");
        }
        assertThat(read("/shop?q=pain", Language.FR)).contains("Pain &lt;gris&gt;");
        HttpResponse<byte[]> photo = file("/shop/photo/" + product.photo().orElseThrow() + "/feed.jpg");
        assertThat(photo.statusCode()).isEqualTo(200);
        assertThat(photo.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(photo.headers().firstValue("Content-Type")).contains("image/jpeg");
    }

    @Test
    void aFileThatIsNoPictureIsRefusedWithASentenceAndNothingIsEntered() {
        phone.get("/merchant/new-product");
        var answer = phone.upload(
                "/merchant/new-product",
                Map.of("name", "Pain", "price", "3,20", "act", "publish"),
                "photo",
                List.of("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(phone.page()).contains("JPEG ou PNG", "value=\"Pain\"");
        assertThat(Tenancy.in(here.id(), () -> catalogue.of(baker, "", Optional.empty(), Catalogue.NEWEST, 5)))
                .isEmpty();
    }

    @Test
    void manyPricesChangeAtOnceOrNoneDoes() {
        UUID one = Tenancy.in(here.id(), () -> goods.sold(baker, "Un", "", Language.FR));
        UUID two = Tenancy.in(here.id(), () -> goods.sold(baker, "Deux", "", Language.FR));
        String first = "price-" + variant(one);
        String second = "price-" + variant(two);
        String stock = "stock-" + variant(one);
        String other = "stock-" + variant(two);
        phone.get("/merchant/products");
        var answer = phone.post(
                "/merchant/products", Map.of(first, "4,10", second, "beaucoup", stock, "3", other, "", "act", "save"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(phone.page()).contains("value=\"beaucoup\"", "value=\"4,10\"");
        assertThat(price(one)).isEqualTo(350);
        phone.get("/merchant/products");
        phone.post(
                "/merchant/products",
                Map.of(
                        first,
                        "4,10",
                        second,
                        "3,50",
                        stock,
                        "3",
                        other,
                        "",
                        "act",
                        "withdraw",
                        "pick",
                        two.toString()));
        assertThat(price(one)).isEqualTo(410);
        Tenancy.run(here.id(), () -> {
            assertThat(catalogue.find(one).orElseThrow().variants().getFirst().available())
                    .hasValue(3);
            assertThat(catalogue.find(two).orElseThrow().published()).isFalse();
            assertThat(catalogue.find(two).orElseThrow().variants().getFirst().available())
                    .isEmpty();
        });
        assertThat(status("/shop/p/" + two)).isEqualTo(404);
    }

    @Test
    void everyPageOfAProductReadsInFourLanguages() {
        UUID one = Tenancy.in(here.id(), () -> goods.sold(baker, "Un", "", Language.FR));
        String merchant = signedIn(new Grant(person(), Role.MERCHANT, Optional.of(baker)));
        String staff = signedIn(Grant.of(person(), Role.MODERATOR));
        String mine = "/merchant/products/" + one;
        for (Language language : Language.values()) {
            for (String path : List.of(
                    "/merchant/products",
                    "/merchant/new-product",
                    mine,
                    mine + "/variants/new",
                    mine + "/variants/" + variant(one))) {
                assertThat(read(path, language, merchant)).as(path).doesNotContain("catalogue.");
            }
            assertThat(read("/shop/moderation", language, staff)).contains("Un").doesNotContain("front.");
        }
    }

    private UUID person() {
        return Tenancy.in(here.id(), () -> accounts.openWithoutAddress("Zoé Lambert", Language.FR));
    }

    private String signedIn(Grant grant) {
        Tenancy.run(here.id(), () -> roles.grant(grant, new Actor.Operator()));
        return "quartier="
                + sessions.start(
                        new Sessions.Start(here.id(), grant.person(), Session.Method.MAIL, true, 0, "Test, Test"));
    }

    private UUID variant(UUID product) {
        return Tenancy.in(
                here.id(),
                () -> catalogue
                        .find(product)
                        .orElseThrow()
                        .variants()
                        .getFirst()
                        .id());
    }

    private long price(UUID product) {
        return Tenancy.in(here.id(), () -> catalogue.find(product).orElseThrow().fromCents());
    }

    private String read(String path, Language language) {
        return read(path, language, "");
    }

    private String read(String path, Language language, String cookie) {
        var answer = send(path, language, cookie, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private int status(String path) {
        return send(path, Language.FR, "", HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpResponse<byte[]> file(String path) {
        return send(path, Language.FR, "", HttpResponse.BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(String path, Language language, String cookie, HttpResponse.BodyHandler<T> how) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + here.slug() + path))
                .header("Accept-Language", language.code())
                .header("Accept", "text/html")
                .header("Cookie", cookie)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, how);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
