package be.quartier.ledger;

import java.util.Optional;
import java.util.UUID;

/**
 * A transfer that is asked for.
 *
 * @param id made from the client's idempotency key ({@link NameUuid}), known before sending
 * @param book the campaign whose tree both accounts are in
 * @param debit where the money comes from
 * @param credit where it goes
 * @param amountCents 1 to {@link #AMOUNT_CENTS_MAX}
 * @param origin the transfer that this one gives back, pays or corrects
 * @param request hash of all that the client asked
 * @param note what a person wrote, mandatory for {@link Reason#CORRECT}
 */
public record Posting(
        UUID id,
        UUID book,
        UUID debit,
        UUID credit,
        long amountCents,
        Reason reason,
        Actor actor,
        Optional<UUID> origin,
        RequestHash request,
        Optional<String> note) {

    /** Largest amount of one transfer: a billion euro. */
    public static final long AMOUNT_CENTS_MAX = 100_000_000_000L;

    /** Checks the amount and that money goes somewhere else. */
    public Posting {
        if (amountCents < 1 || amountCents > AMOUNT_CENTS_MAX) {
            throw new IllegalArgumentException("A transfer of " + amountCents + " cents");
        }
        if (debit.equals(credit)) {
            throw new IllegalArgumentException("A transfer to the account it comes from");
        }
        if (reason == Reason.CORRECT && note.filter(text -> !text.isBlank()).isEmpty()) {
            throw new IllegalArgumentException("A correction says why in its note");
        }
    }

    /** A posting without origin and note whose request is what it does. */
    public static Posting of(
            UUID id, UUID book, UUID debit, UUID credit, long amountCents, Reason reason, Actor actor) {
        return new Posting(
                id,
                book,
                debit,
                credit,
                amountCents,
                reason,
                actor,
                Optional.empty(),
                RequestHash.of(book, debit, credit, amountCents, reason),
                Optional.empty());
    }
}
