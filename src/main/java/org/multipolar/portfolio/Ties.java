package org.multipolar.portfolio;

import java.util.List;

/**
 * How ties among best solutions are broken, so that the best is unique.
 *
 * @param minimise objectives minimised one after the other
 * @param larger variables in order of precedence: the larger value of an earlier one wins
 */
public record Ties(List<List<Problem.Term>> minimise, List<Integer> larger) {

    public Ties {
        minimise = List.copyOf(minimise);
        larger = List.copyOf(larger);
    }
}
