package be.quartier.ledger;

import java.util.List;

/**
 * What the audit found of one invariant, over all communes.
 *
 * @param check the invariant's name
 * @param faults one sentence each, beginning with the commune; empty when it holds
 */
public record AuditFinding(String check, List<String> faults) {

    /** Copies the faults. */
    public AuditFinding {
        faults = List.copyOf(faults);
    }

    /** Whether the invariant holds. */
    public boolean holds() {
        return faults.isEmpty();
    }

    /** One line for an operator: {@code ok} or {@code FAULT}, the name, and what breaks it. */
    @Override
    public String toString() {
        return holds() ? "ok    " + check : "FAULT " + check + ": " + String.join("; ", faults);
    }
}
