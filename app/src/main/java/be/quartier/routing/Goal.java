package be.quartier.routing;

/** What a better plan is. */
public enum Goal {
    /** The lower {@link Plan.Cost#total()}. */
    COST,
    /** Fewer vehicles; among as many, the lower cost. */
    VEHICLES_FIRST
}
