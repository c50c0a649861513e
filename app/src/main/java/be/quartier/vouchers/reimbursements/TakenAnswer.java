package be.quartier.vouchers.reimbursements;

import be.quartier.bank.BankAnswer;
import java.time.Instant;
import java.util.UUID;

/** A bank's file that was read. The file itself is not kept: it holds other people's payments. */
public record TakenAnswer(UUID id, String kind, String fileName, Instant at, UUID by, int foreign) {

    /** What became of an upload. */
    public sealed interface Outcome {

        /** Read, and what it said was done. */
        record Read(TakenAnswer answer) implements Outcome {}

        /** The same file was read before; nothing changed. */
        record Known(TakenAnswer answer) implements Outcome {}

        /** It could not be read; nothing changed. */
        record Refused(BankAnswer.Why why) implements Outcome {}
    }
}
