package be.quartier.brokenmodules.upper;

import be.quartier.brokenmodules.lower.Lower;

/** One half of a forbidden circle, for the test that the border check can fail. */
public record Upper(Lower other) {}
