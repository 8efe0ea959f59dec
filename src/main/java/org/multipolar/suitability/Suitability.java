package org.multipolar.suitability;

import java.util.List;

/**
 * How well a candidate suits its demand, in ten-thousandths, and why.
 *
 * @param base10000 weighted mean of the criteria
 * @param points10000 what rules add or take away
 */
public record Suitability(List<Contribution> contributions, long base10000, long points10000) {

    private static final long MOST = 10_000;

    public Suitability {
        contributions = List.copyOf(contributions);
        long sum = contributions.stream()
                .mapToLong(Contribution::contribution10000)
                .sum();
        if (sum != base10000) {
            throw new IllegalArgumentException(
                    "The contributions sum to %d, the base is %d.".formatted(sum, base10000));
        }
    }

    /** {@return a rating of which no more is kept than what it comes to, one draw of many: all of it stands as points} */
    public static Suitability weighed(long base, long points) {
        return new Suitability(List.of(), 0, base + points);
    }

    /** {@return the same candidate with the points that rules give it, in ten-thousandths} */
    public Suitability withPoints(long points) {
        return new Suitability(contributions, base10000, points);
    }

    /** {@return base and points, kept within 0 and 10,000} */
    public long total10000() {
        return Math.min(MOST, Math.max(0, base10000 + points10000));
    }
}
