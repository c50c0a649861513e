package be.quartier.demo.region;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Language;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The invented region is the same every time, believable, and made of nothing real. */
class DemoRegionTests {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 14);
    private static final DemoRegion REGION = DemoRegion.of(DemoRegion.SEED, DAY);

    @Test
    void theSameSeedAndDayMakeTheSameRegion() {
        assertThat(DemoRegion.of(DemoRegion.SEED, DAY)).isEqualTo(REGION);
        assertThat(DemoRegion.of(DemoRegion.SEED + 1, DAY)).isNotEqualTo(REGION);
    }

    @Test
    void twoCommunesHoldSixThousandHouseholdsAndThirtyShops() {
        assertThat(REGION.towns()).hasSize(2);
        assertThat(REGION.towns())
                .allSatisfy(town -> assertThat(town.households()).hasSize(3000));
        assertThat(REGION.towns().stream().mapToInt(town -> town.shops().size()).sum())
                .isEqualTo(30);
    }

    @Test
    void childrenOfEveryAgeLiveThereAndMostHaveBrothersOrSisters() {
        for (Town town : REGION.towns()) {
            Map<Integer, Long> byAge = people(town)
                    .filter(person -> person.age(DAY) <= 25)
                    .collect(Collectors.groupingBy(person -> person.age(DAY), Collectors.counting()));
            assertThat(byAge).as(town.slug()).hasSize(26);
            long children = people(town).filter(person -> person.age(DAY) <= 18).count();
            long withSiblings = town.households().stream()
                    .map(household -> household.youngerThan(19, DAY).size())
                    .filter(count -> count > 1)
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(children).as(town.slug()).isBetween(1500L, 2800L);
            assertThat(withSiblings).as(town.slug()).isGreaterThan(children / 2);
        }
    }

    @Test
    void nobodyIsBornTomorrowAndEveryHouseholdHasAnAdult() {
        for (Town town : REGION.towns()) {
            assertThat(people(town))
                    .allSatisfy(person -> assertThat(person.birth()).isBeforeOrEqualTo(DAY));
            assertThat(town.households())
                    .allSatisfy(
                            household -> assertThat(household.head().age(DAY)).isGreaterThanOrEqualTo(18));
        }
    }

    @Test
    void nationalNumbersAreUniqueAndTheirCheckDigitsTellTheCentury() {
        Set<String> seen = new HashSet<>();
        REGION.towns().stream().flatMap(DemoRegionTests::people).forEach(person -> {
            assertThat(seen.add(person.niss())).as(person.niss()).isTrue();
            long nine = Long.parseLong(person.niss().substring(0, 9));
            long base = person.birth().getYear() >= 2000 ? 2_000_000_000L + nine : nine;
            assertThat(97 - base % 97).isEqualTo(Long.parseLong(person.niss().substring(9)));
            assertThat(Integer.parseInt(person.niss().substring(6, 9))).isBetween(701, 998);
        });
    }

    @Test
    void theFirstCommuneReadsMostlyFrenchAndTheSecondBothLanguages() {
        assertThat(share(REGION.towns().get(0), Language.FR)).isBetween(88, 96);
        assertThat(share(REGION.towns().get(0), Language.DE)).isBetween(1, 6);
        assertThat(share(REGION.towns().get(1), Language.NL)).isBetween(37, 47);
    }

    @Test
    void everyDoorLiesNearItsDistrictAndNoTwoHouseholdsShareALetterBox() {
        for (Town town : REGION.towns()) {
            Set<String> boxes = new HashSet<>();
            assertThat(town.households()).allSatisfy(household -> {
                Dwelling home = household.dwelling();
                assertThat(home.point().metresTo(home.street().district().middle()))
                        .isLessThan(900);
                assertThat(boxes.add(home.street().code() + "/" + home.number() + "/" + home.box()))
                        .isTrue();
            });
        }
    }

    @Test
    void shopsHaveTheirOwnNumbersAndAddresses() {
        List<Shop> shops =
                REGION.towns().stream().flatMap(town -> town.shops().stream()).toList();
        assertThat(shops.stream().map(Shop::enterprise).distinct()).hasSize(shops.size());
        assertThat(shops.stream().map(Shop::iban).distinct()).hasSize(shops.size());
        assertThat(shops).allSatisfy(shop -> {
            long number = Long.parseLong(shop.enterprise());
            assertThat((number / 100 + number % 100) % 97).isZero();
        });
    }

    private static Stream<Resident> people(Town town) {
        return town.households().stream().flatMap(household -> household.members().stream());
    }

    private static int share(Town town, Language language) {
        long readers = town.households().stream()
                .filter(household -> household.language() == language)
                .count();
        return (int) (readers * 100 / town.households().size());
    }
}
