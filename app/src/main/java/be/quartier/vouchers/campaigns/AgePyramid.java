package be.quartier.vouchers.campaigns;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many children live in the commune per year of age, from 0 to {@link EligibilityRule#AGE_MAX}.
 *
 * @param children the count at index = age; missing ages count as 0
 */
public record AgePyramid(List<Integer> children) {

    /** Fills up to the oldest age and refuses negative counts. */
    public AgePyramid {
        if (children.size() > EligibilityRule.AGE_MAX + 1 || children.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts from age 0 to " + EligibilityRule.AGE_MAX + ", none negative");
        }
        var given = children;
        children = IntStream.rangeClosed(0, EligibilityRule.AGE_MAX)
                .mapToObj(age -> age < given.size() ? given.get(age) : 0)
                .toList();
    }

    /** The pyramid of these ages in full years; ages below 0 or above the oldest are left out. */
    public static AgePyramid of(Iterable<Integer> ages) {
        var counts = new int[EligibilityRule.AGE_MAX + 1];
        for (int age : ages) {
            if (age >= 0 && age <= EligibilityRule.AGE_MAX) {
                counts[age]++;
            }
        }
        return new AgePyramid(Arrays.stream(counts).boxed().toList());
    }

    /** How many children are of an age between the two, both included. */
    public int between(int from, int to) {
        return IntStream.rangeClosed(Math.max(from, 0), Math.min(to, EligibilityRule.AGE_MAX))
                .map(children::get)
                .sum();
    }
}
