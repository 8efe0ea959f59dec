package org.multipolar.enabler;

import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Indicator;

/**
 * One indicator of one unit: the value, where it is from, and what it scores.
 *
 * @param value null where unknown
 * @param year null where unknown, or where absence from the list means zero
 * @param partial whether a bloc's value rests on some of its members only
 * @param source ids of sources, joined by semicolons; empty where absence from the list means zero
 * @param score between 0 and 1, or null where unknown
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
        String source,
        String note) {

    static IndicatorScore unknown(Indicator indicator, String why) {
        return new IndicatorScore(
                indicator.id(), indicator.enabler(), null, indicator.unit(), null, "unknown", false, null, "", why);
    }
}
