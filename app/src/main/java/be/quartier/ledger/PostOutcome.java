package be.quartier.ledger;

import java.util.UUID;

/** What became of a posting. */
public sealed interface PostOutcome {

    /** The money moved now. */
    record Posted(Transfer transfer) implements PostOutcome {}

    /** The same posting with the same id had been made before; nothing moved now. */
    record Repeated(Transfer transfer) implements PostOutcome {}

    /** Another posting was made with this id; nothing moved now. */
    record KeyReused(UUID id) implements PostOutcome {}

    /** The guarded account, its stamp, its balance or its limit of the day did not allow it; nothing moved. */
    record NotTaken(UUID id) implements PostOutcome {}
}
