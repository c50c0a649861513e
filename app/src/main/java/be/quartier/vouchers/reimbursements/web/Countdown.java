package be.quartier.vouchers.reimbursements.web;

import be.quartier.vouchers.reimbursements.Claim;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How far the ten days of an open claim have run.
 *
 * @param name the shop's
 * @param cents what it is owed
 * @param day counts from 0 on the day of the oldest purchase
 * @param due the last day promised
 */
public record Countdown(String name, long cents, long day, LocalDate due) {

    /** The countdown of a claim that holds a purchase. */
    static Countdown of(String name, Claim claim, LocalDate oldest, LocalDate today) {
        return new Countdown(
                name, claim.netCents(), ChronoUnit.DAYS.between(oldest, today), oldest.plusDays(Claim.DAYS_PROMISED));
    }

    /** Days left before the promise is broken; negative afterwards. */
    public long left() {
        return Claim.DAYS_PROMISED - day;
    }

    /** Whether finance must act now. */
    public boolean warned() {
        return day >= Claim.DAYS_WARNED;
    }
}
