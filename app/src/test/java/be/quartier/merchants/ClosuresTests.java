package be.quartier.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.people.Actor;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A shop on holiday is closed, whatever its hours say. */
@QuartierTest
class ClosuresTests {

    private static final Actor BY = new Actor.Operator();

    private final Closures closures;
    private final Merchants merchants;
    private final Commune here;
    private final LocalDate monday;

    @Autowired
    ClosuresTests(Closures closures, Merchants merchants, TestCommunes communes, Clock clock) {
        this.closures = closures;
        this.merchants = merchants;
        this.here = communes.fresh();
        this.monday = Brussels.today(clock).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private Merchant merchant(int number) {
        return Tenancy.in(here.id(), () -> {
            merchants.apply(Shops.numbered(number), Optional.empty());
            return merchants.byBce(Shops.numbered(number).bce()).orElseThrow();
        });
    }

    private static List<UUID> places(Merchant merchant) {
        return merchant.establishments().stream().map(Establishment::id).toList();
    }

    @Test
    void aShopOnHolidayIsClosedOnEachOfTheDaysAndOpenAgainAfter() {
        Merchant shop = merchant(1);
        var closure = new Closure(new UUID(1, 1), monday, monday.plusDays(6), "Congé annuel");
        Tenancy.run(here.id(), () -> {
            assertThat(shop.openAt(monday.atTime(9, 0))).isTrue();
            assertThat(closures.add(shop.id(), places(shop), closure, BY)).isEqualTo(Closures.Outcome.DONE);
            assertThat(closures.add(shop.id(), places(shop), closure, BY)).isEqualTo(Closures.Outcome.DONE);
            Merchant now = merchants.find(shop.id()).orElseThrow();
            assertThat(now.establishments().getFirst().closures()).containsExactly(closure);
            assertThat(now.openAt(monday.atTime(9, 0))).isFalse();
            assertThat(now.openAt(monday.plusDays(4).atTime(9, 0))).isFalse();
            assertThat(now.openAt(monday.plusDays(7).atTime(9, 0))).isTrue();
            assertThat(now.establishments().getFirst().nextClosure(monday.minusDays(21), 21))
                    .contains(closure);
            assertThat(now.establishments().getFirst().nextClosure(monday.minusDays(22), 21))
                    .isEmpty();
            assertThat(closures.remove(shop.id(), places(shop).getFirst(), closure.id(), BY))
                    .isTrue();
            assertThat(merchants.find(shop.id()).orElseThrow().openAt(monday.atTime(9, 0)))
                    .isTrue();
        });
    }

    @Test
    void nobodyClosesAnothersShopAndThereAreTwentyAtMost() {
        Merchant shop = merchant(2);
        Merchant other = merchant(3);
        Tenancy.run(here.id(), () -> {
            var first = new Closure(new UUID(2, 0), monday, monday, "");
            assertThat(closures.add(other.id(), places(shop), first, BY)).isEqualTo(Closures.Outcome.GONE);
            for (int i = 0; i < Closures.MOST; i++) {
                var one = new Closure(new UUID(2, i), monday.plusDays(i), monday.plusDays(i), "");
                assertThat(closures.add(shop.id(), places(shop), one, BY)).isEqualTo(Closures.Outcome.DONE);
            }
            var last = new Closure(new UUID(3, 3), monday, monday, "");
            assertThat(closures.add(shop.id(), places(shop), last, BY)).isEqualTo(Closures.Outcome.TOO_MANY);
            assertThat(closures.remove(other.id(), places(shop).getFirst(), first.id(), BY))
                    .isFalse();
        });
    }
}
