package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What holds of every order after every step: legs come to lines, VAT is exact, the stock is what the order has of it. */
final class BasketLaws {

    private BasketLaws() {}

    static void check(Order order, long seed) {
        for (MerchantOrder part : order.parts()) {
            long lines = part.lines().stream().mapToLong(OrderLine::amountCents).sum();
            long legs = part.legs().stream().mapToLong(Leg::amountCents).sum();
            assertThat(legs).as("legs, seed %s", seed).isEqualTo(lines).isEqualTo(part.totalCents());
            long gross = 0;
            for (Map.Entry<Integer, Prices.VatShare> one : part.vat().entrySet()) {
                BigDecimal exact = BigDecimal.valueOf(one.getValue().grossCents())
                        .multiply(BigDecimal.valueOf(one.getKey()))
                        .divide(BigDecimal.valueOf(1_000L + one.getKey()), 0, RoundingMode.HALF_UP);
                assertThat(one.getValue().vatCents()).as("VAT, seed %s", seed).isEqualTo(exact.longValueExact());
                gross += one.getValue().grossCents();
            }
            assertThat(gross).as("taxed, seed %s", seed).isEqualTo(lines);
            part.legs().forEach(leg -> assertThat(leg.refundedCents()).isLessThanOrEqualTo(leg.paidCents()));
        }
    }

    /** What of these units is missing is what the order has: its lines, what waits in their place, and a place in its slot. */
    static void stock(Map<UUID, Long> before, Map<UUID, Long> now, Order order, UUID slotUnit, long seed) {
        Map<UUID, Long> taken = new HashMap<>();
        for (MerchantOrder part : order.parts()) {
            for (OrderLine line : part.lines()) {
                if (line.live()) {
                    line.units().forEach((unit, quantity) -> taken.merge(unit, quantity, Long::sum));
                }
                line.substitute()
                        .filter(_ -> line.waits())
                        .ifPresent(one -> one.units().forEach((unit, much) -> taken.merge(unit, much, Long::sum)));
            }
        }
        boolean comes = order.parts().stream()
                .anyMatch(part -> part.state() != MerchantState.REFUSED && part.state() != MerchantState.CANCELLED);
        if (order.slot().isPresent() && comes) {
            taken.put(slotUnit, 1L);
        }
        Map<UUID, Long> expected = new HashMap<>(before);
        taken.forEach((unit, quantity) -> expected.merge(unit, -quantity, Long::sum));
        assertThat(now).as("stock, seed %s", seed).isEqualTo(expected);
    }

    /** What a proposal may do at once: nothing dearer without a yes, nothing at all where the terms say never. */
    static void proposed(MerchantOrder before, MerchantOrder after, SwapOutcome outcome, long seed) {
        if (outcome == SwapOutcome.GIVEN) {
            assertThat(after.totalCents()).as("not dearer, seed %s", seed).isLessThanOrEqualTo(before.totalCents());
        } else {
            assertThat(after.totalCents()).as("not before a yes, seed %s", seed).isEqualTo(before.totalCents());
        }
        boolean put = outcome == SwapOutcome.GIVEN || outcome == SwapOutcome.ASKED;
        assertThat(put && before.substitution() == be.quartier.shop.terms.Substitution.NEVER)
                .as("against the terms, seed %s", seed)
                .isFalse();
    }

    /** What is still set aside of a voucher covers its leg until the part is ready, and is nothing afterwards. */
    static void held(MerchantOrder part, Leg leg, long openCents, long seed) {
        if (part.state().prepares()) {
            assertThat(openCents).as("set aside, seed %s", seed).isGreaterThanOrEqualTo(leg.amountCents());
        } else {
            assertThat(openCents).as("set aside, seed %s", seed).isZero();
        }
    }
}
