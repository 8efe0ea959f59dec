package org.multipolar.enabler;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Indicator;

/** What one indicator's values are measured against: the extremes over the countries. */
record Yardstick(Method method, Indicator indicator, double lowest, double highest) {

    /** {@return the yardstick, or null where no country has a value to measure against} */
    static @Nullable Yardstick of(Method method, Indicator indicator, List<Double> reference) {
        if (reference.isEmpty()) {
            return null;
        }
        double lowest =
                reference.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double highest =
                reference.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return new Yardstick(method, indicator, lowest, highest);
    }

    /** {@return the score of a value, within 0 and 1 whatever the value} */
    double score(double value) {
        var chips = method.chipAccess();
        double seen =
                chips.indicators().contains(indicator.id()) ? Math.max(value, chips.barredCountriesScore()) : value;
        double score = indicator.higherIsBetter() ? shareOfBest(seen) : turnedRound(seen);
        return Math.min(1, Math.max(0, score));
    }

    private double shareOfBest(double value) {
        return switch (method.normalisation()) {
            case SHARE_OF_BEST -> highest > 0 ? value / highest : 0;
        };
    }

    private double turnedRound(double value) {
        return switch (method.lowerIsBetter()) {
            case CHEAPEST_1_DEAREST_0 -> highest > lowest ? (highest - value) / (highest - lowest) : 1;
            case CHEAPEST_OVER_PRICE -> value > 0 ? lowest / value : 1;
            case SHARE_OF_BEST_INVERTED -> highest > 0 ? 1 - value / highest : 1;
        };
    }
}
