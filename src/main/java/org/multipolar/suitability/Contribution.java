package org.multipolar.suitability;

/**
 * What one criterion adds to a candidate's suitability.
 *
 * @param value10000 value of the criterion in ten-thousandths
 * @param contribution10000 ten-thousandths it adds; the contributions sum to the base exactly
 * @param note what the value rests on, or what is unknown
 */
public record Contribution(
        Criterion criterion, long value10000, int weightPercent, long contribution10000, String note) {}
