package org.multipolar.enabler;

import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Indicator;

/**
 * One indicator of one unit: the value, where it is from, and what it scores.
 *
 * @param value null where unknown
 * @param year null where unknown, or where absence from the list means zero
 * @param quality measured, derived or estimated; imputed where the mean of others stands in; unknown
 * @param partial whether a bloc's value rests on some of its members only, or a mean of others stands in
 * @param score between 0 and 1, or null where unknown
 * @param weight what it counts for in its enabler
 * @param sum that leads from the value to the score
 * @param source ids of sources, joined by semicolons; those of the list where absence from it means zero
 */
public record IndicatorScore(
        String indicator,
        String enabler,
        @Nullable Double value,
        String measuredIn,
        @Nullable Integer year,
        String quality,
        boolean partial,
        @Nullable Double score,
        double weight,
        Sum sum,
        String source,
        String note) {

    public static final String IMPUTED = "imputed";

    /** {@return whether the score rests on a figure of the unit's own or its members', not on the mean of others} */
    public boolean known() {
        return score != null && !quality.equals(IMPUTED);
    }

    /** {@return the sum that leads from the value to the score, in words; empty where it is unknown} */
    public String worked() {
        return sum.toString();
    }

    static IndicatorScore unknown(Indicator indicator, double weight, String why) {
        return new IndicatorScore(
                indicator.id(),
                indicator.enabler(),
                null,
                indicator.unit(),
                null,
                "unknown",
                false,
                null,
                weight,
                Sum.NONE,
                "",
                why);
    }
}
