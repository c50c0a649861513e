package be.quartier.vouchers.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Published tables against a reader who adds and subtracts. */
class SmallCellsTests {

    private static final List<Boolean> PARTITIONS = List.of(true, false, false);

    @Test
    void aSmallCellTakesACompanionSoThatTheTotalDoesNotTellIt() {
        var figures = List.of(
                new Figure(CellKey.of(""), 40, 400),
                new Figure(CellKey.of("Centre"), 3, 30),
                new Figure(CellKey.of("Gare"), 12, 120),
                new Figure(CellKey.of("Moulin"), 25, 250));
        assertThat(SmallCells.hidden(figures, List.of(true), 5))
                .containsExactlyInAnyOrder(CellKey.of("Centre"), CellKey.of("Gare"));
    }

    @Test
    void twoSmallCellsThatTogetherAreTooFewTakeAThird() {
        var figures = List.of(
                new Figure(CellKey.of(""), 34, 340),
                new Figure(CellKey.of("Centre"), 2, 20),
                new Figure(CellKey.of("Gare"), 2, 20),
                new Figure(CellKey.of("Moulin"), 30, 300));
        assertThat(SmallCells.hidden(figures, List.of(true), 5)).hasSize(3);
    }

    @Test
    void emptyCellsAreShownAndNeverServeAsACover() {
        var figures = List.of(
                new Figure(CellKey.of(""), 33, 330),
                new Figure(CellKey.of("Centre"), 3, 30),
                new Figure(CellKey.of("Gare"), 0, 0),
                new Figure(CellKey.of("Moulin"), 30, 300));
        assertThat(SmallCells.hidden(figures, List.of(true), 5))
                .containsExactlyInAnyOrder(CellKey.of("Centre"), CellKey.of("Moulin"));
    }

    @Test
    void aTableWithoutItsMarginIsRefused() {
        assertThatThrownBy(() -> SmallCells.hidden(List.of(new Figure(CellKey.of("Centre"), 9, 9)), List.of(true), 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noHiddenCellOfManyTownsCanBeRecomputed() {
        var hiddenCells = 0;
        for (long seed = 1; seed <= 400; seed++) {
            var town = new SpendingTown(new Random(seed));
            var figures = town.figures();
            var hidden = SmallCells.hidden(figures, PARTITIONS, SmallCells.K);
            hiddenCells += hidden.size();
            var leak = new DifferencingReader(town, hidden).leak(SmallCells.K);
            assertThat(leak).as("seed %d", seed).isEmpty();
        }
        assertThat(hiddenCells).isGreaterThan(1_000);
    }

    @Test
    void theSameReaderBreaksTablesThatHideOnlyTheirSmallCells() {
        var broken = 0;
        for (long seed = 1; seed <= 100; seed++) {
            var town = new SpendingTown(new Random(seed));
            var small = town.figures().stream()
                    .filter(figure -> figure.people() > 0 && figure.people() < SmallCells.K)
                    .map(Figure::key)
                    .collect(Collectors.toSet());
            if (new DifferencingReader(town, small).leak(SmallCells.K).isPresent()) {
                broken++;
            }
        }
        assertThat(broken).isGreaterThan(50);
    }

    /** Tries the tables that show the same figures: a hidden cell that is the same in all of them is told. */
    @Test
    void everyHiddenCellOfManySmallTablesHasSeveralValuesThatFit() {
        int hiddenCells = 0;
        for (long seed = 1; seed <= 300; seed++) {
            var figures = new SmallTable(new Random(seed)).figures();
            var hidden = SmallCells.hidden(figures, List.of(true, false), SmallCells.K);
            hiddenCells += hidden.size();
            assertThat(new AllTables(figures, hidden).told())
                    .as("seed %d", seed)
                    .isEmpty();
        }
        assertThat(hiddenCells).as("there was something to guess").isGreaterThan(500);
    }

    @Test
    void theSameTrialTellsTheCellThatStandsAloneInItsLine() {
        var figures = new SmallTable(new Random(1)).figures();
        var alone = Set.of(figures.stream()
                .map(Figure::key)
                .filter(key -> key.divides(0) && key.divides(1))
                .sorted()
                .findFirst()
                .orElseThrow());
        assertThat(new AllTables(figures, alone).told()).isEqualTo(alone);
    }

    @Test
    void aTableOfHundredsOfPurchasesIsNeverAllHidden() {
        for (long seed = 1; seed <= 60; seed++) {
            var random = new Random(seed);
            var town = new SpendingTown(random, 300 + random.nextInt(400), 3 + random.nextInt(6), 8);
            var figures = town.figures();
            var hidden = SmallCells.hidden(figures, PARTITIONS, SmallCells.K);
            for (int dimension = 0; dimension < 3; dimension++) {
                int by = dimension;
                var table = figures.stream()
                        .map(Figure::key)
                        .filter(key -> key.divides(by) && key.without(by).equals(CellKey.of("", "", "")))
                        .toList();
                assertThat(table).as("seed %d, dimension %d", seed, dimension).anyMatch(key -> !hidden.contains(key));
            }
        }
    }

    @Test
    void whatIsHiddenDoesNotDependOnTheOrderOfTheFigures() {
        var town = new SpendingTown(new Random(77));
        Set<CellKey> hidden = SmallCells.hidden(town.figures(), PARTITIONS, SmallCells.K);
        var shuffled = new ArrayList<>(town.figures());
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(shuffled, new Random(round));
            assertThat(SmallCells.hidden(shuffled, PARTITIONS, SmallCells.K)).isEqualTo(hidden);
        }
    }

    @Test
    void aLargeTownWithoutSmallCellsHidesNothing() {
        var figures = new SpendingTown(new Random(5), 3_000, 25, 120).figures();
        assertThat(figures).allMatch(figure -> figure.people() >= SmallCells.K);
        assertThat(SmallCells.hidden(figures, PARTITIONS, SmallCells.K)).isEmpty();
    }
}
