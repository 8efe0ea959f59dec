package org.multipolar.portfolio;

import java.util.Comparator;
import java.util.List;
import org.multipolar.portfolio.Outcome.Solution;

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

    /** {@return the order of solutions, best first: the score, then what ties are broken by} */
    public Comparator<Solution> bestFirst() {
        Comparator<Solution> order = Comparator.comparingLong(solution -> -solution.score());
        for (var terms : minimise) {
            order = order.thenComparingLong(solution -> sum(terms, solution));
        }
        return order.thenComparing(this::larger);
    }

    static long sum(List<Problem.Term> terms, Solution solution) {
        return terms.stream()
                .mapToLong(term -> term.factor() * solution.values().get(term.variable()))
                .sum();
    }

    private int larger(Solution one, Solution other) {
        for (int variable : larger) {
            int compared =
                    Long.compare(other.values().get(variable), one.values().get(variable));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }
}
