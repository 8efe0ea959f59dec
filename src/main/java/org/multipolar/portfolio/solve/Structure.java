package org.multipolar.portfolio.solve;

import java.util.List;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Problem.Term;

/**
 * A problem recognised as a portfolio: demands apart, and the few rows and switches that join them.
 *
 * @param shift the scaled objective is the problem's times 2 to this, less what ties take
 * @param coarse what ties take
 * @param switches yes-no variables that any demand's use turns on, such as contracts
 * @param shared rows over candidates of several demands and over switches
 * @param derived variables that follow from the candidates' steps
 * @param order candidates as (block, place) in the order in which a larger share wins a tie
 * @param tieSwitches by tie objective what each switch costs in it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record Structure(
        Problem problem,
        int shift,
        CoarseTies coarse,
        List<Block> blocks,
        List<Switch> switches,
        List<Shared> shared,
        List<Derived> derived,
        int[][] order,
        long[][] tieSwitches) {

    /** A yes-no variable that is on when, and only when, anything in its sets is bought. */
    record Switch(int variable, int low, int high, long price, long score) {}

    /**
     * A row over several demands; terms on switches stand here, those on candidates with their block.
     *
     * @param idle whether it only says that a switch without use is off, and no switch would want to be on without use
     * @param link whether it only says that a switch without use is off
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Shared(long low, long high, int[] switches, long[] factors, boolean link, boolean idle) {}

    /**
     * A variable that follows from others: their sum, whether that sum is positive, or the highest line over it.
     *
     * @param binding whether bounds on it bound what it follows from
     */
    record Derived(int variable, Kind kind, List<Term> of, List<long[]> lines, boolean binding) {

        /** How it follows. */
        enum Kind {
            SUM,
            USED,
            HIGHEST_LINE
        }

        long at(long[] values, long lower) {
            long sum = 0;
            for (var term : of) {
                sum += term.factor() * values[term.variable()];
            }
            return switch (kind) {
                case SUM -> sum;
                case USED -> sum > 0 ? 1 : 0;
                case HIGHEST_LINE -> {
                    long highest = lower;
                    for (var line : lines) {
                        highest = Math.max(highest, line[0] * sum + line[1]);
                    }
                    yield highest;
                }
            };
        }
    }

    /** {@return the most that the problem can score, where the scaled objective without the constant is at most this} */
    long points(long scaled) {
        // What ties take lies between its least and less than a point above that.
        return -Math.floorDiv(-Math.addExact(scaled, coarse.low()), 1L << shift) + problem.constant();
    }

    /** {@return the values of all variables where each demand has this mix} */
    Solution solution(List<Mix> mixes) {
        var values = new long[problem.variables().size()];
        for (int b = 0; b < blocks.size(); b++) {
            var block = blocks.get(b);
            for (int j = 0; j < block.size(); j++) {
                values[block.variables[j]] = mixes.get(b).steps()[j];
            }
        }
        for (var each : derived) {
            values[each.variable()] =
                    each.at(values, problem.variables().get(each.variable()).lower());
        }
        return new Solution(java.util.Arrays.stream(values).boxed().toList(), problem.score(values));
    }
}
