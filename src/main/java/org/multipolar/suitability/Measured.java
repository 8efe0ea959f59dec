package org.multipolar.suitability;

import java.util.Arrays;
import java.util.List;
import org.multipolar.catalog.Candidate;

/** A candidate's values by criterion, unrounded, so that they can be weighed again under other weights. */
public final class Measured {

    private static final List<Criterion> ORDER = List.of(Criterion.values());

    private final double[] values;

    private Measured(double[] values) {
        this.values = values;
    }

    public static Measured of(Candidate candidate, SuitabilityContext context) {
        return new Measured(ORDER.stream()
                .mapToDouble(criterion ->
                        Rating.appraise(criterion, candidate, context).value())
                .toArray());
    }

    /** {@return the value of one criterion alone} */
    public static double of(Criterion criterion, Candidate candidate, SuitabilityContext context) {
        return Rating.appraise(criterion, candidate, context).value();
    }

    /** {@return the value of the criterion of supply alone} */
    public static double supply(Candidate candidate, SuitabilityContext context) {
        return of(Criterion.SUPPLY, candidate, context);
    }

    /** {@return the same candidate with another value of one criterion, between 0 and 1} */
    public Measured with(Criterion criterion, double value) {
        var other = Arrays.copyOf(values, values.length);
        other[ORDER.indexOf(criterion)] = value;
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
