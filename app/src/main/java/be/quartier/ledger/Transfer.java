package be.quartier.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Money that moved; never changed afterwards.
 *
 * @param at when, in microseconds
 * @param guardedAfterCents balance of the guarded account (a voucher's) right after it, when one took part
 */
public record Transfer(
        UUID id,
        UUID book,
        UUID debit,
        UUID credit,
        long amountCents,
        Reason reason,
        Instant at,
        Actor actor,
        Optional<UUID> origin,
        OptionalLong guardedAfterCents,
        RequestHash request,
        Optional<String> note) {

    /** The transfer as an entry of the commune's log; any change of any column changes it. */
    public String entry(int commune) {
        return String.join(
                "\n",
                "quartier-transfer-v1",
                Integer.toString(commune),
                id.toString(),
                book.toString(),
                debit.toString(),
                credit.toString(),
                Long.toString(amountCents),
                reason.code(),
                Long.toString(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000),
                actor.toString(),
                origin.map(UUID::toString).orElse("-"),
                guardedAfterCents.isPresent() ? Long.toString(guardedAfterCents.getAsLong()) : "-",
                request.hex(),
                note.map(text -> "+" + text).orElse("-"));
    }
}
