package org.multipolar.suitability;

/** Whether a model may have the ability a demand needs, and why. */
public record AbilityFit(boolean met, String why) {}
