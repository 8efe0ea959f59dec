package org.multipolar.enabler;

/**
 * A named band of overall strength.
 *
 * @param atLeast lowest overall score that belongs to it
 */
public record Tier(String name, double atLeast) {}
