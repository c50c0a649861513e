package be.quartier.ledger.web;

import be.quartier.ledger.DailyRoot;

/**
 * A root that was mailed, and whether the log of now begins with it.
 *
 * @param holds recomputed when the page was asked for
 */
public record CheckedRoot(DailyRoot root, boolean holds) {}
