package be.quartier.vouchers.signals;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.vouchers.signals.TradingTown.Trader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How many abuses the patterns see, and how often they cry wolf, in towns whose truth is known. */
class PatternsTests {

    private static final int TOWNS = 12;

    @Test
    void nineAbusesOfTenAreSeenAndOneHonestShopOfAHundredIsTroubledAtMost() {
        List<Trader> all = LongStream.range(0, TOWNS)
                .boxed()
                .flatMap(seed -> new TradingTown(2_000 + seed).traders().stream())
                .toList();
        Map<SignalKind, int[]> seen = new EnumMap<>(SignalKind.class);
        List<String> alarms = new ArrayList<>();
        int honest = 0;
        for (Trader trader : all) {
            List<SignalKind> found = Patterns.in(trader.shop(), trader.sales()).stream()
                    .map(Found::kind)
                    .toList();
            if (trader.abuse().isEmpty()) {
                honest++;
                if (!found.isEmpty()) {
                    alarms.add(trader.says() + " " + found);
                }
            } else {
                int[] counts = seen.computeIfAbsent(trader.abuse().get(), _ -> new int[2]);
                counts[0]++;
                counts[1] += found.contains(trader.abuse().get()) ? 1 : 0;
            }
        }
        int abuses = seen.values().stream().mapToInt(counts -> counts[0]).sum();
        int caught = seen.values().stream().mapToInt(counts -> counts[1]).sum();
        seen.forEach((kind, counts) -> System.out.printf("%s %d of %d%n", kind.code(), counts[1], counts[0]));
        System.out.printf("abuses %d, seen %d; honest shops %d, troubled %d%n", abuses, caught, honest, alarms.size());
        assertThat(abuses).isGreaterThan(150);
        assertThat(caught * 10).as("recall, towns from seed 2000").isGreaterThanOrEqualTo(abuses * 9);
        assertThat(alarms).as("honest shops troubled").hasSizeLessThanOrEqualTo(honest / 100);
    }
}
