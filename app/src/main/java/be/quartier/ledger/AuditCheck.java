package be.quartier.ledger;

import be.quartier.commune.Commune;
import java.util.List;

/**
 * One invariant of money or log that must hold at every instant. Every bean of this type, of whatever module, is part of
 * the {@link Audit}.
 */
public interface AuditCheck {

    /** How closely to look. */
    enum Depth {
        /** Every minute, while the installation serves. */
        ROUTINE,
        /** On demand, every row. */
        FULL
    }

    /** Its name, stable, for example {@code accounts-sum-to-zero}. */
    String name();

    /**
     * What breaks it in a commune, one sentence each; empty when it holds. Called inside the commune's tenancy and a
     * read-only transaction in which every statement sees the same rows.
     */
    List<String> faults(Commune commune, Depth depth);
}
