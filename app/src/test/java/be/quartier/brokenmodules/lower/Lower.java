package be.quartier.brokenmodules.lower;

import be.quartier.brokenmodules.upper.Upper;

/** One half of a forbidden circle, for the test that the border check can fail. */
public record Lower(Upper other) {}
