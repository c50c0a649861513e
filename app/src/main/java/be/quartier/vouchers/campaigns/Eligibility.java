package be.quartier.vouchers.campaigns;

import be.quartier.vouchers.campaigns.EligibilityRule.AgeAutomatic;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeOnProof;
import be.quartier.vouchers.campaigns.EligibilityRule.LateArrivals;
import be.quartier.vouchers.campaigns.EligibilityRule.ProtectedAddress;
import be.quartier.vouchers.campaigns.EligibilityRule.ResidentOn;
import be.quartier.vouchers.campaigns.Finding.Outcome;
import be.quartier.vouchers.campaigns.Verdict.Entitlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A campaign's rules together: gives the explained verdict on each child. Pure and the same for equal input.
 *
 * <p>The child must be alive, live here (by one of the residence rules, when there is any) and be of an age that one of
 * the age rules names. An incomplete birth date is completed by the policy "latest possible date".
 *
 * @param rules the regulation's rules; at least one about age
 */
public record Eligibility(List<EligibilityRule> rules) {

    /** Keeps its own copy, the rules without formality first, and refuses rules without an age. */
    public Eligibility {
        rules = rules.stream()
                .sorted(Comparator.comparing(rule -> rule instanceof AgeOnProof))
                .toList();
        if (rules.stream().noneMatch(rule -> rule instanceof AgeAutomatic || rule instanceof AgeOnProof)) {
            throw new IllegalArgumentException("at least one rule names an age");
        }
    }

    /** The day on which the first age rule takes ages. */
    public LocalDate reference() {
        for (var rule : rules) {
            if (rule instanceof AgeAutomatic band) {
                return band.reference();
            }
            if (rule instanceof AgeOnProof band) {
                return band.reference();
            }
        }
        throw new IllegalStateException("the constructor requires an age rule");
    }

    /** The explained verdict on {@code child}. */
    public Verdict verdict(Child child) {
        if (child.deceased()) {
            return refused(List.of(new Finding("alive", Outcome.UNMET, List.of(), "")));
        }
        var residence = residence(child);
        if (residence.unmet()) {
            return refused(residence.findings());
        }
        return byAge(child, residence);
    }

    private Verdict byAge(Child child, Residence residence) {
        if (child.born().unknown()) {
            var unclear = new Finding("birth-date", Outcome.UNCLEAR, List.of(), "");
            return new Verdict(Entitlement.REVIEW, -1, residence.late(), delivery(child), List.of(unclear));
        }
        var looked = new ArrayList<Finding>();
        var entitlement = Entitlement.NONE;
        for (var rule : rules) {
            var found = age(rule, child, residence);
            if (found.isEmpty()) {
                continue;
            }
            if (entitlement == Entitlement.NONE && found.get().outcome() == Outcome.MET) {
                entitlement = rule instanceof AgeAutomatic ? Entitlement.AUTOMATIC : Entitlement.ON_PROOF;
                looked.addFirst(found.get());
            } else {
                looked.add(found.get());
            }
        }
        var age = (int) looked.getFirst().arguments().getFirst();
        looked.addAll(residence.findings());
        addPartialBirth(child, looked);
        addProtection(child, looked);
        return new Verdict(entitlement, age, residence.late(), delivery(child), looked);
    }

    private static Optional<Finding> age(EligibilityRule rule, Child child, Residence residence) {
        return switch (rule) {
            case AgeAutomatic band ->
                Optional.of(within(band, band.from(), band.to(), band.reference(), child, residence));
            case AgeOnProof band ->
                Optional.of(within(band, band.from(), band.to(), band.reference(), child, residence));
            case ResidentOn other -> Optional.empty();
            case LateArrivals other -> Optional.empty();
            case ProtectedAddress other -> Optional.empty();
        };
    }

    private static Finding within(
            EligibilityRule rule, int from, int to, LocalDate reference, Child child, Residence residence) {
        int age = child.born().ageOn(reference).orElseThrow();
        // Born after the reference day: of age 0 when the rule for late arrivals lets the child in.
        var counted = age < 0 && residence.late() ? 0 : age;
        var met = counted >= from && counted <= to;
        return new Finding(
                rule.code(),
                met ? Outcome.MET : Outcome.UNMET,
                List.of(Math.max(counted, 0), reference, from, to),
                rule.source());
    }

    private Residence residence(Child child) {
        var findings = new ArrayList<Finding>();
        var asked = false;
        for (var rule : rules) {
            if (rule instanceof ResidentOn on) {
                asked = true;
                var born = child.born().completed(on.day()).map(day -> !day.isAfter(on.day()));
                var met = child.residentOn(on.day()) && born.orElse(true);
                var found =
                        new Finding(rule.code(), met ? Outcome.MET : Outcome.UNMET, rule.arguments(), rule.source());
                if (met) {
                    return new Residence(false, false, List.of(found));
                }
                findings.add(found);
            }
        }
        return asked ? lateArrival(child, findings) : new Residence(false, false, findings);
    }

    private Residence lateArrival(Child child, List<Finding> findings) {
        for (var rule : rules) {
            if (rule instanceof LateArrivals late) {
                var met = arrivedBy(child, late.until());
                findings.addFirst(
                        new Finding(rule.code(), met ? Outcome.MET : Outcome.UNMET, rule.arguments(), rule.source()));
                if (met) {
                    return new Residence(false, true, findings);
                }
            }
        }
        return new Residence(true, false, findings);
    }

    private static boolean arrivedBy(Child child, LocalDate until) {
        var gone = child.residentUntil().isPresent();
        var born = child.born().completed(until).map(day -> !day.isAfter(until)).orElse(true);
        var here = child.residentSince().map(since -> !since.isAfter(until)).orElse(true);
        return !gone && born && here;
    }

    private static void addPartialBirth(Child child, List<Finding> looked) {
        if (child.born().partial()) {
            var taken = child.born().latest().orElseThrow();
            looked.add(new Finding("birth-date", Outcome.MET, List.of(taken), ""));
        }
    }

    private void addProtection(Child child, List<Finding> looked) {
        if (child.protectedAddress()) {
            rules.stream()
                    .filter(ProtectedAddress.class::isInstance)
                    .map(rule -> new Finding(rule.code(), Outcome.MET, List.of(), rule.source()))
                    .forEach(looked::add);
        }
    }

    /** A protected address is never printed unless a rule says so: without one the letter waits at the counter. */
    private Delivery delivery(Child child) {
        if (!child.protectedAddress()) {
            return Delivery.POST;
        }
        return rules.stream()
                .filter(ProtectedAddress.class::isInstance)
                .map(rule -> ((ProtectedAddress) rule).delivery())
                .findFirst()
                .orElse(Delivery.COUNTER);
    }

    private static Verdict refused(List<Finding> findings) {
        return new Verdict(Entitlement.NONE, -1, false, Delivery.POST, findings);
    }

    private record Residence(boolean unmet, boolean late, List<Finding> findings) {}
}
