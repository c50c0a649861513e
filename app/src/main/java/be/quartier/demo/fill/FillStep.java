package be.quartier.demo.fill;

import be.quartier.demo.region.Town;

/** One part of what a commune of the demonstration holds. */
interface FillStep {

    /** A stable name: a step that was done under it is not done again. */
    String name();

    /** Whether the demonstration can be used before it is done. */
    boolean later();

    /** Whether it writes in other communes too; such a step of two communes is never done at the same time. */
    default boolean reachesOut() {
        return false;
    }

    /** Fills one commune: inside its tenancy and inside one transaction, which also remembers that it was done. */
    void fill(Town town);
}
