package be.quartier.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Statements of accounts (camt.053): what was booked. */
public record AccountStatements(List<Statement> statements) implements BankAnswer {

    /** Copies the statements. */
    public AccountStatements {
        statements = List.copyOf(statements);
    }

    /** One account's; only booked entries are in it. */
    public record Statement(String id, String iban, List<Entry> entries) {
        /** Copies the entries. */
        public Statement {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A booking.
     *
     * @param credit money came in; else it went out
     * @param reversal the bank takes back a booking of its own
     * @param amountCents of the whole booking; empty when it is not in euro
     * @param batch the payment block this booking is the sum of, where the bank says so
     */
    public record Entry(
            boolean credit,
            boolean reversal,
            OptionalLong amountCents,
            LocalDate day,
            Optional<Batch> batch,
            List<Detail> details) {
        /** Copies the details. */
        public Entry {
            details = List.copyOf(details);
        }
    }

    /** A payment block booked as one sum. */
    public record Batch(String paymentId, OptionalLong totalCents) {}

    /**
     * One transfer inside a booking.
     *
     * @param amountCents its own; empty when the bank does not say it in euro
     * @param returnReason set when it comes back
     */
    public record Detail(
            Optional<String> endToEndId,
            Optional<String> paymentId,
            OptionalLong amountCents,
            Optional<String> returnReason) {}
}
