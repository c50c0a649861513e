package be.quartier.vouchers.campaigns;

import be.quartier.vouchers.campaigns.EligibilityRule.AgeAutomatic;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeOnProof;
import be.quartier.vouchers.campaigns.Verdict.Entitlement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a campaign would cost before anybody votes it.
 *
 * @param counts how many children per answer
 * @param reasons for those without a voucher: how many per deciding finding (its message key)
 * @param automaticCents cost of the vouchers without formality
 * @param fullCents cost when every child entitled on proof hands one in
 * @param expectedCents cost with the share of proofs that was assumed
 * @param budgetCents the budget it is held against
 * @param whatIfs the cost for each other upper age, everybody without formality
 */
public record DryRun(
        Map<Entitlement, Integer> counts,
        Map<String, Integer> reasons,
        long automaticCents,
        long fullCents,
        long expectedCents,
        long budgetCents,
        List<WhatIf> whatIfs) {

    /** A thousand per mille. */
    public static final int WHOLE = 1000;

    /**
     * The cost if everybody up to another age got a voucher without formality.
     *
     * @param fromAge youngest age
     * @param toAge oldest age
     * @param children how many
     * @param costCents what it costs
     * @param leftCents what stays of the budget, negative when it does not suffice
     */
    public record WhatIf(int fromAge, int toAge, int children, long costCents, long leftCents) {}

    /**
     * The assumptions of a dry run.
     *
     * @param amountCents worth of one voucher, above 0
     * @param budgetCents the budget to hold it against
     * @param proofShare how many of a thousand children entitled on proof will hand one in
     */
    public record Assumptions(long amountCents, long budgetCents, int proofShare) {
        /** Refuses what cannot be computed. */
        public Assumptions {
            if (amountCents <= 0 || budgetCents < 0 || proofShare < 0 || proofShare > WHOLE) {
                throw new IllegalArgumentException("amount above 0, share between 0 and 1000");
            }
        }
    }

    /** Over the rows of a registry extract: every child gets its verdict. */
    public static DryRun over(Iterable<Child> rows, Eligibility eligibility, Assumptions assumptions) {
        var counts = new EnumMap<Entitlement, Integer>(Entitlement.class);
        var reasons = new TreeMap<String, Integer>();
        var ages = new ArrayList<Integer>();
        for (var row : rows) {
            var verdict = eligibility.verdict(row);
            counts.merge(verdict.entitlement(), 1, Integer::sum);
            if (verdict.entitlement() == Entitlement.NONE) {
                reasons.merge(verdict.deciding().key(), 1, Integer::sum);
            }
            ages.add(verdict.age());
        }
        return of(counts, reasons, AgePyramid.of(ages), eligibility, assumptions);
    }

    /** Over an age pyramid typed in by hand: every child counts as a resident. */
    public static DryRun over(AgePyramid pyramid, Eligibility eligibility, Assumptions assumptions) {
        var counts = new EnumMap<Entitlement, Integer>(Entitlement.class);
        var reasons = new TreeMap<String, Integer>();
        IntStream.rangeClosed(0, EligibilityRule.AGE_MAX).forEach(age -> {
            var entitlement = byAge(age, eligibility);
            var children = pyramid.children().get(age);
            if (children > 0) {
                counts.merge(entitlement, children, Integer::sum);
                if (entitlement == Entitlement.NONE) {
                    reasons.merge("campaigns.finding." + firstAgeRule(eligibility) + ".unmet", children, Integer::sum);
                }
            }
        });
        return of(counts, reasons, pyramid, eligibility, assumptions);
    }

    /** What stays of the budget when things go as assumed; negative when it does not suffice. */
    public long leftCents() {
        return budgetCents - expectedCents;
    }

    /** Whether the budget carries every voucher, even when each proof comes in. */
    public boolean covered() {
        return fullCents <= budgetCents;
    }

    /** How many children got this answer. */
    public int count(Entitlement entitlement) {
        return counts.getOrDefault(entitlement, 0);
    }

    private static DryRun of(
            Map<Entitlement, Integer> counts,
            Map<String, Integer> reasons,
            AgePyramid pyramid,
            Eligibility eligibility,
            Assumptions assumptions) {
        long amount = assumptions.amountCents();
        int automatic = counts.getOrDefault(Entitlement.AUTOMATIC, 0);
        int proofs = counts.getOrDefault(Entitlement.ON_PROOF, 0);
        // Rounded up: a budget is never held against less than what may be spent.
        long expectedProofs = Math.ceilDiv((long) proofs * assumptions.proofShare(), (long) WHOLE);
        return new DryRun(
                Map.copyOf(counts),
                Map.copyOf(reasons),
                Math.multiplyExact(automatic, amount),
                Math.multiplyExact(automatic + proofs, amount),
                Math.multiplyExact(automatic + expectedProofs, amount),
                assumptions.budgetCents(),
                whatIfs(pyramid, youngest(eligibility), assumptions));
    }

    private static List<WhatIf> whatIfs(AgePyramid pyramid, int from, Assumptions assumptions) {
        return IntStream.rangeClosed(from, EligibilityRule.AGE_MAX)
                .mapToObj(to -> {
                    int children = pyramid.between(from, to);
                    long cost = Math.multiplyExact(children, assumptions.amountCents());
                    return new WhatIf(from, to, children, cost, assumptions.budgetCents() - cost);
                })
                .toList();
    }

    private static Entitlement byAge(int age, Eligibility eligibility) {
        for (var rule : eligibility.rules()) {
            if (rule instanceof AgeAutomatic band && age >= band.from() && age <= band.to()) {
                return Entitlement.AUTOMATIC;
            }
            if (rule instanceof AgeOnProof band && age >= band.from() && age <= band.to()) {
                return Entitlement.ON_PROOF;
            }
        }
        return Entitlement.NONE;
    }

    private static String firstAgeRule(Eligibility eligibility) {
        return eligibility.rules().stream()
                .map(EligibilityRule::code)
                .filter(code -> code.startsWith("age-"))
                .findFirst()
                .orElseThrow();
    }

    private static int youngest(Eligibility eligibility) {
        return eligibility.rules().stream()
                .mapToInt(rule -> switch (rule) {
                    case AgeAutomatic band -> band.from();
                    case AgeOnProof band -> band.from();
                    case EligibilityRule.ResidentOn other -> EligibilityRule.AGE_MAX;
                    case EligibilityRule.LateArrivals other -> EligibilityRule.AGE_MAX;
                    case EligibilityRule.ProtectedAddress other -> EligibilityRule.AGE_MAX;
                })
                .min()
                .orElse(0);
    }
}
