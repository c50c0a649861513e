package be.quartier.shop.sharing;

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
import be.quartier.shop.catalogue.Goods;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A shop is shown in another commune while both communes and the shop say so, and never longer. */
@QuartierTest
class AgreementTests {

    private static final UUID OFFICER = new UUID(7, 7);

    @LocalServerPort
    int port;

    @Autowired
    TestCommunes communes;

    @Autowired
    Goods goods;

    @Autowired
    Sharing sharing;

    @Autowired
    Accounts accounts;

    @Autowired
    Roles roles;

    @Autowired
    Sessions sessions;

    private Commune home;
    private Commune next;
    private UUID baker;
    private UUID bread;

    @BeforeEach
    void aBakerAndTwoCommunes() {
        home = communes.fresh();
        next = communes.fresh();
        baker = Tenancy.in(home.id(), () -> goods.merchant(1, "La Mie", "bakery"));
        bread = Tenancy.in(home.id(), () -> goods.sold(baker, "Pain au levain", "", Language.FR));
        // a front of its own, so that the shop there is open
        Tenancy.in(next.id(), () -> goods.sold(goods.merchant(2, "La Toupie", "toys"), "Cerceau", "", Language.FR));
    }

    private boolean homeSigns() {
        return Tenancy.in(home.id(), () -> sharing.sign(next.id(), OFFICER));
    }

    private boolean nextSigns() {
        return Tenancy.in(next.id(), () -> sharing.sign(home.id(), OFFICER));
    }

    private boolean bakerShares() {
        return Tenancy.in(home.id(), () -> sharing.share(baker, next.id(), OFFICER));
    }

    @Test
    void aShopIsShownNextDoorWhenAllThreeSayYesAndOrderedWhereItIs() {
        assertThat(bakerShares()).as("its own commune has not signed").isFalse();
        assertThat(homeSigns()).isTrue();
        assertThat(bakerShares()).isTrue();
        assertThat(shop(next)).as("the other commune has not signed").doesNotContain("Pain au levain");
        assertThat(nextSigns()).isTrue();
        assertThat(shop(next)).contains("Pain au levain", "/" + home.slug() + "/shop/p/" + bread, "La Mie");
        assertThat(shop(next)).contains("Cerceau");
        assertThat(shop(home)).as("their shops said nothing").doesNotContain("Cerceau");
        assertThat(read(next, "/shop?q=levain", Language.FR, "")).contains("Pain au levain");
        assertThat(read(next, "/shop?q=cerceau", Language.FR, "")).doesNotContain("Pain au levain");
    }

    @Test
    void eachOfTheThreeEndsItAtOnce() {
        homeSigns();
        nextSigns();
        bakerShares();
        assertThat(Tenancy.in(home.id(), () -> sharing.unshare(baker, next.id(), OFFICER)))
                .isTrue();
        assertThat(shop(next)).doesNotContain("Pain au levain");
        assertThat(bakerShares()).isTrue();
        assertThat(Tenancy.in(next.id(), () -> sharing.end(home.id(), OFFICER))).isTrue();
        assertThat(shop(next)).doesNotContain("Pain au levain");
        assertThat(Tenancy.in(home.id(), sharing::agreements)).isEmpty();
        nextSigns();
        homeSigns();
        assertThat(shop(next)).contains("Pain au levain");
        assertThat(Tenancy.in(home.id(), () -> sharing.end(next.id(), OFFICER))).isTrue();
        assertThat(shop(next)).doesNotContain("Pain au levain");
    }

    @Test
    void aSignatureThatIsOnlyToldIsWorthNothing() {
        nextSigns();
        assertThat(Tenancy.in(home.id(), sharing::agreements))
                .singleElement()
                .matches(one -> one.signedAt().isEmpty() && one.offeredAt().isPresent());
        assertThat(Tenancy.in(next.id(), sharing::neighbours)).isEmpty();
    }

    @Test
    void fiftyEqualSignaturesAreOne() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> work = IntStream.range(0, 50)
                    .<Callable<Boolean>>mapToObj(_ -> this::homeSigns)
                    .toList();
            long signed = 0;
            for (var done : many.invokeAll(work)) {
                signed += done.get() ? 1 : 0;
            }
            assertThat(signed).isEqualTo(1);
        }
        assertThat(Tenancy.in(next.id(), sharing::agreements)).hasSize(1);
    }

    @Test
    void thePagesReadInFourLanguages() {
        homeSigns();
        nextSigns();
        bakerShares();
        String officer = signedIn(Grant.of(person(), Role.ECONOMY));
        String merchant = signedIn(new Grant(person(), Role.MERCHANT, Optional.of(baker)));
        for (Language language : Language.values()) {
            assertThat(read(home, "/shop/agreements", language, officer))
                    .contains("La Mie", next.name(language))
                    .doesNotContain("sharing.");
            assertThat(read(home, "/merchant/neighbours", language, merchant))
                    .contains(next.name(language))
                    .doesNotContain("sharing.");
            assertThat(read(home, "/shop/guide", language, "")).doesNotContain("front.");
        }
    }

    private String shop(Commune commune) {
        return read(commune, "/shop", Language.FR, "");
    }

    private UUID person() {
        return Tenancy.in(home.id(), () -> accounts.openWithoutAddress("Zoé Lambert", Language.FR));
    }

    private String signedIn(Grant grant) {
        Tenancy.run(home.id(), () -> roles.grant(grant, new Actor.Operator()));
        return "quartier="
                + sessions.start(
                        new Sessions.Start(home.id(), grant.person(), Session.Method.MAIL, true, 0, "Test, Test"));
    }

    private String read(Commune commune, String path, Language language, String cookie) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + commune.slug() + path))
                .header("Accept-Language", language.code())
                .header("Accept", "text/html")
                .header("Cookie", cookie)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
