package org.multipolar.enabler;

import java.util.Collection;

/** A weighted mean: of enablers into strength. */
public enum Aggregation {
    ARITHMETIC("arithmetic"),
    /** Zero in one part makes the whole zero. */
    GEOMETRIC("geometric"),
    /** Like the geometric mean, but harder on imbalance. */
    HARMONIC("harmonic");

    /** One score and how many parts it counts for. */
    public record Part(double score, int weight) {}

    private final String word;

    Aggregation(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** {@return the mean of at least one part} */
    public double mean(Collection<Part> parts) {
        double weights = parts.stream().mapToInt(Part::weight).sum();
        double sum = 0;
        for (var part : parts) {
            sum += part.weight() * inward(part.score());
        }
        return outward(sum / weights);
    }

    private double inward(double score) {
        return switch (this) {
            case ARITHMETIC -> score;
            case GEOMETRIC -> StrictMath.log(score);
            case HARMONIC -> 1 / score;
        };
    }

    private double outward(double mean) {
        return switch (this) {
            case ARITHMETIC -> mean;
            case GEOMETRIC -> StrictMath.exp(mean);
            case HARMONIC -> 1 / mean;
        };
    }
}
