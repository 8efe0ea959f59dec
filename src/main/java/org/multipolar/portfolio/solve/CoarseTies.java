package org.multipolar.portfolio.solve;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Problem.Term;

/**
 * The first tie objective, measured so coarsely that all of it together is less than one point of the score.
 *
 * <p>Taken off the scaled objective, it lets a search tell apart the many mixes of equal score without listing them all. Being
 * rounded down, it may misjudge two portfolios by {@link #slack} units, which searches add to their gaps.
 */
final class CoarseTies {

    private final long[] units;
    private final long low;
    private final long slack;

    /**
     * @param shift the scaled objective has this many bits below one point
     */
    CoarseTies(Problem problem, List<Term> first, int shift, long mostSteps) {
        this.units = new long[problem.variables().size()];
        long above = 0;
        long below = 0;
        for (var term : first) {
            long upper = problem.variables().get(term.variable()).upper();
            above = Math.addExact(above, Math.multiplyExact(Math.max(0, term.factor()), upper));
            below = Math.addExact(below, Math.multiplyExact(Math.max(0, -term.factor()), upper));
        }
        long room = (1L << shift) / 4;
        long unit = room < 2 ? Long.MAX_VALUE : Math.max(1, above / room + below / room + 1);
        for (var term : first) {
            units[term.variable()] += unit == Long.MAX_VALUE ? 0 : Math.floorDiv(term.factor(), unit);
        }
        // Rounding down takes up to a unit more of each step that ties reward; of many, that can be a point and more.
        if (most(problem) - least(problem) >= 1L << shift) {
            Arrays.fill(units, 0);
        }
        this.low = least(problem);
        this.slack = mostSteps;
    }

    private long most(Problem problem) {
        return sum(problem, unit -> Math.max(0, unit));
    }

    private long least(Problem problem) {
        return sum(problem, unit -> Math.min(0, unit));
    }

    private long sum(Problem problem, LongUnaryOperator part) {
        long sum = 0;
        for (int j = 0; j < units.length; j++) {
            sum += part.applyAsLong(units[j]) * problem.variables().get(j).upper();
        }
        return sum;
    }

    long of(int variable) {
        return units[variable];
    }

    /** {@return the least that the units can add up to} */
    long low() {
        return low;
    }

    /** {@return by how many units the sum of a portfolio can be misjudged} */
    long slack() {
        return slack;
    }
}
