package be.quartier.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A payment status report (pain.002).
 *
 * @param messageId the bank's own
 * @param day on which it was made
 * @param originalMessageId of the payment file it answers
 * @param verdict on the whole file
 * @param payments one per payment block the bank speaks of
 */
public record StatusReport(
        String messageId,
        LocalDate day,
        String originalMessageId,
        Verdict verdict,
        Optional<String> reason,
        List<Payment> payments)
        implements BankAnswer {

    /** What a status means for the money. */
    public enum Verdict {
        /** Executed on the debtor's account ({@code ACSC}, {@code ACCC}). */
        SETTLED,
        /** Refused ({@code RJCT}). */
        REJECTED,
        /** On its way, partly done, or not said. */
        PENDING;

        static Verdict of(Optional<String> code) {
            return switch (code.orElse("")) {
                case "ACSC", "ACCC" -> SETTLED;
                case "RJCT" -> REJECTED;
                default -> PENDING;
            };
        }
    }

    /** A payment block; without lines its verdict is that of every line of it. */
    public record Payment(Optional<String> paymentId, Verdict verdict, Optional<String> reason, List<Line> lines) {
        /** Copies the lines. */
        public Payment {
            lines = List.copyOf(lines);
        }
    }

    /** One transfer of it. */
    public record Line(
            Optional<String> endToEndId, Verdict verdict, Optional<String> reason, OptionalLong amountCents) {}

    /** Copies the payments. */
    public StatusReport {
        payments = List.copyOf(payments);
    }
}
