package be.quartier.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.merchants.MerchantShops.Outcome;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A merchant keeps its shops itself, and somebody with several shops acts for one of them at a time. */
@QuartierTest
class MerchantShopsTests {

    private static final Actor BY = new Actor.Operator();

    private final Merchants merchants;
    private final MerchantShops shops;
    private final Accounts accounts;
    private final Roles roles;
    private final Sessions sessions;
    private final Commune here;

    @Autowired
    MerchantShopsTests(
            Merchants merchants,
            MerchantShops shops,
            Accounts accounts,
            Roles roles,
            Sessions sessions,
            TestCommunes communes) {
        this.merchants = merchants;
        this.shops = shops;
        this.accounts = accounts;
        this.roles = roles;
        this.sessions = sessions;
        this.here = communes.fresh();
    }

    private UUID merchant(int number, String name) {
        return Tenancy.in(here.id(), () -> {
            var waiting = (Applied.Waiting) merchants.apply(Shops.of(number, name, "bakery"), Optional.empty());
            merchants.accept(waiting.merchant(), Optional.empty());
            return waiting.merchant();
        });
    }

    private static ShopDetails market(String street) {
        Place place = new Place("Au marché", street, "1", "", "9999", "Ville", Optional.empty(), Optional.empty());
        OpeningHours hours = OpeningHours.on(List.of(DayOfWeek.SATURDAY), LocalTime.of(8, 0), LocalTime.of(13, 0));
        return new ShopDetails(place, hours, "Pains et tartes");
    }

    private List<Establishment> shopsOf(UUID merchant) {
        return merchants.find(merchant).orElseThrow().establishments();
    }

    private Establishment shop(UUID merchant, UUID id) {
        return shopsOf(merchant).stream()
                .filter(shop -> shop.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSecondShopIsAddedChangedClosedAndTakenBack() {
        UUID merchant = merchant(11, "Boulangerie Deux");
        UUID id = new UUID(5, 5);
        Tenancy.run(here.id(), () -> {
            assertThat(shops.add(merchant, id, market("Rue Haute"), BY)).isEqualTo(Outcome.DONE);
            assertThat(shops.add(merchant, id, market("Rue Haute"), BY)).isEqualTo(Outcome.DONE);
            assertThat(shopsOf(merchant)).hasSize(2);
            assertThat(shop(merchant, id)).satisfies(shop -> {
                assertThat(shop.description()).isEqualTo("Pains et tartes");
                assertThat(shop.hours().of(DayOfWeek.SATURDAY)).hasSize(1);
            });
            assertThat(shops.close(merchant, id, BY)).isEqualTo(Outcome.DONE);
            assertThat(shops.close(merchant, id, BY)).isEqualTo(Outcome.LAST);
            assertThat(shopsOf(merchant)).hasSize(1);
            assertThat(shops.reopen(merchant, id, BY)).isEqualTo(Outcome.DONE);
            assertThat(shops.reopen(merchant, id, BY)).isEqualTo(Outcome.GONE);
            assertThat(shopsOf(merchant)).hasSize(2);
        });
    }

    @Test
    void aShopThatMovesLeavesTheMapAndOneThatDoesNotStays() {
        UUID merchant = merchant(12, "Boulangerie Trois");
        UUID id = new UUID(6, 6);
        Tenancy.run(here.id(), () -> {
            shops.add(merchant, id, market("Rue Haute"), BY);
            merchants.locate(merchant, id, new Position(50.4, 3.8));
            shops.change(merchant, id, market("Rue Haute"), BY);
            assertThat(shop(merchant, id).place().position()).isPresent();
            shops.change(merchant, id, market("Rue Basse"), BY);
            assertThat(shop(merchant, id).place().position()).isEmpty();
            assertThat(shops.change(merchant(13, "Autre"), id, market("Rue Haute"), BY))
                    .isEqualTo(Outcome.GONE);
        });
    }

    @Test
    void fiftyClosingsAtOnceLeaveOneShop() throws Exception {
        UUID merchant = merchant(14, "Boulangerie Quatre");
        List<UUID> ids = Tenancy.in(here.id(), () -> {
            for (int i = 1; i <= 4; i++) {
                shops.add(merchant, new UUID(7, i), market("Rue Haute"), BY);
            }
            return shopsOf(merchant).stream().map(Establishment::id).toList();
        });
        try (var pool = Executors.newFixedThreadPool(10)) {
            List<Callable<Outcome>> work = new java.util.ArrayList<>();
            for (int i = 0; i < 50; i++) {
                UUID shop = ids.get(i % ids.size());
                work.add(() -> Tenancy.in(here.id(), () -> shops.close(merchant, shop, BY)));
            }
            for (Future<Outcome> done : pool.invokeAll(work)) {
                assertThat(done.get()).isIn(Outcome.DONE, Outcome.LAST, Outcome.GONE);
            }
        }
        Tenancy.run(here.id(), () -> assertThat(shopsOf(merchant)).hasSize(1));
    }

    @Test
    void aRoleInOneShopDoesNotCountInTheOther() {
        UUID own = merchant(15, "La sienne");
        UUID other = merchant(16, "Celle où l'on aide");
        UUID person = Tenancy.in(here.id(), () -> {
            UUID somebody = accounts.openWithoutAddress("Zoé", Language.FR);
            roles.grant(new Grant(somebody, Role.MERCHANT, Optional.of(own)), new Actor.Operator());
            roles.grant(new Grant(somebody, Role.CASHIER, Optional.of(other)), new Actor.Operator());
            return somebody;
        });
        String cookie =
                sessions.start(new Sessions.Start(here.id(), person, Session.Method.MAIL, false, 0, "Test, Test"));
        var first = visitor(cookie);
        assertThat(first.merchant()).contains(own);
        assertThat(first.roles()).containsExactly(Role.MERCHANT);
        assertThat(first.shops()).containsOnlyKeys(own, other);

        sessions.choose(sessions.find(cookie).orElseThrow().session(), other);
        assertThat(visitor(cookie).merchant()).contains(other);
        assertThat(visitor(cookie).roles()).containsExactly(Role.CASHIER);

        sessions.choose(sessions.find(cookie).orElseThrow().session(), new UUID(9, 9));
        assertThat(visitor(cookie).merchant()).as("somebody else's shop").contains(own);
    }

    private be.quartier.commune.Visitor visitor(String cookie) {
        return sessions.standing(sessions.find(cookie).orElseThrow(), here.id()).visitor();
    }
}
