package be.quartier.vouchers.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.vouchers.campaigns.EligibilityRule.AgeAutomatic;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeOnProof;
import be.quartier.vouchers.campaigns.EligibilityRule.LateArrivals;
import be.quartier.vouchers.campaigns.EligibilityRule.ProtectedAddress;
import be.quartier.vouchers.campaigns.EligibilityRule.ResidentOn;
import be.quartier.vouchers.campaigns.Verdict.Entitlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The explained verdict on each child, and the dry run that counts them. */
class EligibilityTests {

    private static final LocalDate REFERENCE = LocalDate.of(2026, 9, 1);
    private static final LocalDate LATE = LocalDate.of(2026, 11, 30);
    private static final Eligibility RULES = new Eligibility(List.of(
            new AgeAutomatic(0, 18, REFERENCE, "art. 2"),
            new AgeOnProof(19, 21, REFERENCE, LocalDate.of(2026, 10, 31), "art. 3"),
            new ResidentOn(REFERENCE, "art. 4"),
            new LateArrivals(LATE, "art. 5"),
            new ProtectedAddress(Delivery.COUNTER, "art. 6")));

    @Test
    void theDayBeforeTheNineteenthBirthdayStillNeedsNoProof() {
        assertThat(verdict(LocalDate.of(2007, 9, 2))).isEqualTo(Entitlement.AUTOMATIC);
        assertThat(verdict(LocalDate.of(2007, 9, 1))).isEqualTo(Entitlement.ON_PROOF);
        assertThat(verdict(LocalDate.of(2004, 9, 2))).isEqualTo(Entitlement.ON_PROOF);
        assertThat(verdict(LocalDate.of(2004, 9, 1))).isEqualTo(Entitlement.NONE);
    }

    @Test
    void aBirthOnTheTwentyNinthOfFebruaryAgesOnTheFirstOfMarch() {
        var reference = LocalDate.of(2027, 2, 28);
        assertThat(BirthDate.of(LocalDate.of(2008, 2, 29)).ageOn(reference)).contains(18);
        assertThat(BirthDate.of(LocalDate.of(2008, 2, 29)).ageOn(reference.plusDays(1)))
                .contains(19);
    }

    @Test
    void anIncompleteBirthDateCountsAsTheLatestPossible() {
        var child = new Child(new BirthDate(2007, 0, 0), Optional.empty(), Optional.empty(), false, false);
        var verdict = RULES.verdict(child);
        assertThat(verdict.entitlement()).isEqualTo(Entitlement.AUTOMATIC);
        assertThat(verdict.findings())
                .extracting(Finding::key)
                .contains("campaigns.finding.age-automatic.met", "campaigns.finding.birth-date.met");
        assertThat(new BirthDate(2026, 0, 0).ageOn(REFERENCE)).contains(0);
        assertThat(new BirthDate(2024, 2, 0).latest()).contains(LocalDate.of(2024, 2, 29));
    }

    @Test
    void anUnknownBirthYearIsForAPersonToLookAt() {
        var child = new Child(new BirthDate(0, 0, 0), Optional.empty(), Optional.empty(), false, false);
        assertThat(RULES.verdict(child).entitlement()).isEqualTo(Entitlement.REVIEW);
    }

    @Test
    void aChildThatMovesInOrIsBornLaterCountsAsALateArrival() {
        var movedIn =
                new Child(BirthDate.of(LocalDate.of(2015, 5, 5)), Optional.of(LATE), Optional.empty(), false, false);
        assertThat(RULES.verdict(movedIn).late()).isTrue();
        assertThat(RULES.verdict(movedIn).entitlement()).isEqualTo(Entitlement.AUTOMATIC);
        var tooLate = new Child(
                BirthDate.of(LocalDate.of(2015, 5, 5)), Optional.of(LATE.plusDays(1)), Optional.empty(), false, false);
        assertThat(RULES.verdict(tooLate).entitlement()).isEqualTo(Entitlement.NONE);
        assertThat(RULES.verdict(tooLate).deciding().rule()).isEqualTo("late-arrivals");
        var newborn = RULES.verdict(Child.bornOn(LATE));
        assertThat(newborn.entitlement()).isEqualTo(Entitlement.AUTOMATIC);
        assertThat(newborn.age()).isZero();
        assertThat(newborn.late()).isTrue();
    }

    @Test
    void aChildThatLeftBeforeTheReferenceDayGetsNone() {
        var left = new Child(
                BirthDate.of(LocalDate.of(2015, 5, 5)),
                Optional.empty(),
                Optional.of(REFERENCE.minusDays(1)),
                false,
                false);
        assertThat(RULES.verdict(left).entitlement()).isEqualTo(Entitlement.NONE);
    }

    @Test
    void aProtectedAddressIsNeverPrintedUnlessARuleSaysSo() {
        var child = new Child(BirthDate.of(LocalDate.of(2015, 5, 5)), Optional.empty(), Optional.empty(), false, true);
        assertThat(RULES.verdict(child).delivery()).isEqualTo(Delivery.COUNTER);
        var silent = new Eligibility(List.of(new AgeAutomatic(0, 18, REFERENCE, "art. 2")));
        assertThat(silent.verdict(child).delivery()).isEqualTo(Delivery.COUNTER);
        var posting = new Eligibility(
                List.of(new AgeAutomatic(0, 18, REFERENCE, "art. 2"), new ProtectedAddress(Delivery.POST, "art. 6")));
        assertThat(posting.verdict(child).delivery()).isEqualTo(Delivery.POST);
    }

    @Test
    void impossibleBirthDatesAndEmptyBandsAreRefused() {
        assertThatThrownBy(() -> new BirthDate(2023, 2, 29)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BirthDate(0, 2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AgeAutomatic(5, 4, REFERENCE, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Eligibility(List.of(new ResidentOn(REFERENCE, ""))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDryRunCostsWhatTheVerdictsSay() {
        var seed = 20260901L;
        var random = new Random(seed);
        var assumptions = new DryRun.Assumptions(10_000, 55_000_000, 400);
        for (int round = 0; round < 200; round++) {
            var rows = randomRows(random);
            var run = DryRun.over(rows, RULES, assumptions);
            long automatic = rows.stream()
                    .filter(row -> RULES.verdict(row).entitlement() == Entitlement.AUTOMATIC)
                    .count();
            assertThat(run.automaticCents()).as("seed %d", seed).isEqualTo(automatic * 10_000);
            assertThat(run.counts().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .as("seed %d", seed)
                    .isEqualTo(rows.size());
            assertThat(run.reasons().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .as("seed %d", seed)
                    .isEqualTo(run.count(Entitlement.NONE));
            assertThat(run.whatIfs()).isSortedAccordingTo((a, b) -> Long.compare(a.costCents(), b.costCents()));
            var upTo21 = run.whatIfs().get(21);
            assertThat(upTo21.costCents()).as("seed %d", seed).isEqualTo(run.fullCents());
            assertThat(run.expectedCents()).isBetween(run.automaticCents(), run.fullCents());
        }
    }

    @Test
    void anEnteredPyramidAndTheRowsItWasCountedFromGiveTheSameCost() {
        var seed = 7L;
        var random = new Random(seed);
        var rows = new ArrayList<Child>();
        for (int child = 0; child < 2_000; child++) {
            rows.add(Child.bornOn(REFERENCE.minusDays(random.nextInt(365 * 29))));
        }
        var assumptions = new DryRun.Assumptions(10_000, 12_000_000, 500);
        var fromRows = DryRun.over(rows, RULES, assumptions);
        var ages = rows.stream()
                .map(row -> row.born().ageOn(REFERENCE).orElseThrow())
                .toList();
        var fromPyramid = DryRun.over(AgePyramid.of(ages), RULES, assumptions);
        assertThat(fromPyramid).as("seed %d", seed).isEqualTo(fromRows);
        assertThat(fromRows.covered()).isFalse();
        assertThat(fromRows.leftCents()).isNegative();
    }

    private static List<Child> randomRows(Random random) {
        var rows = new ArrayList<Child>();
        for (int child = 0; child < 100; child++) {
            var year = 2000 + random.nextInt(27);
            var month = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(8);
            var born = new BirthDate(random.nextInt(50) == 0 ? 0 : year, 0, 0);
            if (born.year() != 0 && month != 0) {
                born = new BirthDate(year, month, random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(28));
            }
            Optional<LocalDate> since = random.nextInt(5) == 0
                    ? Optional.of(REFERENCE.plusDays(random.nextInt(200) - 50))
                    : Optional.empty();
            Optional<LocalDate> until = random.nextInt(20) == 0
                    ? Optional.of(REFERENCE.plusDays(random.nextInt(60) - 30))
                    : Optional.empty();
            rows.add(new Child(born, since, until, random.nextInt(100) == 0, random.nextInt(30) == 0));
        }
        return rows;
    }

    private static Entitlement verdict(LocalDate born) {
        return RULES.verdict(Child.bornOn(born)).entitlement();
    }
}
