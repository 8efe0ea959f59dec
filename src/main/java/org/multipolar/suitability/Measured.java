package org.multipolar.suitability;

import java.util.Arrays;
import org.multipolar.catalog.Candidate;

/** A candidate's values by criterion, unrounded, so that they can be weighed again under other weights. */
public final class Measured {

    private final double[] values;

    private Measured(double[] values) {
        this.values = values;
    }

    public static Measured of(Candidate candidate, SuitabilityContext context) {
        var values = new double[Criterion.values().length];
        for (var criterion : Criterion.values()) {
            values[criterion.ordinal()] =
                    Rating.appraise(criterion, candidate, context).value();
        }
        return new Measured(values);
    }

    /** {@return the value of the criterion of supply alone} */
    public static double supply(Candidate candidate, SuitabilityContext context) {
        return Rating.appraise(Criterion.SUPPLY, candidate, context).value();
    }

    /** {@return the same candidate with another value of one criterion, between 0 and 1} */
    public Measured with(Criterion criterion, double value) {
        var other = Arrays.copyOf(values, values.length);
        other[criterion.ordinal()] = value;
        return new Measured(other);
    }

    /** {@return the weighted mean of the values in ten-thousandths, rounded once like a rating} */
    public long weighed(FineWeights weights) {
        double sum = 0;
        for (int at = 0; at < values.length; at++) {
            sum += values[at] * weights.parts().get(at);
        }
        return (long) Math.rint(sum);
    }
}
