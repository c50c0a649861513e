package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** What holds of every order after every step: legs come to lines, VAT is exact, nothing is given back that was not paid. */
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

    /** What is still set aside of a voucher covers its leg until the part is ready, and is nothing afterwards. */
    static void held(MerchantOrder part, Leg leg, long openCents, long seed) {
        if (part.state().prepares()) {
            assertThat(openCents).as("set aside, seed %s", seed).isGreaterThanOrEqualTo(leg.amountCents());
        } else {
            assertThat(openCents).as("set aside, seed %s", seed).isZero();
        }
    }
}
