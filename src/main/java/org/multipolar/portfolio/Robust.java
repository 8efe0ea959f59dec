package org.multipolar.portfolio;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;

/**
 * Finds the one mix that is best over several futures at once: on average, or in its worst one.
 *
 * <p>The average is an objective like any other. The worst is a game (von Neumann, Dantzig): for any weights of the futures the
 * best mix under their weighted sum bounds what any mix is sure of, and the weights that make the mixes met so far worst give
 * the next ones. Where no new mix comes, the bound may still lie above the best one met, because mixes are whole; then a mix
 * that is sure of one point more is asked for until none exists.
 */
public final class Robust {

    /** Weights of futures are whole parts of this, so that objectives stay within exact numbers. */
    public static final long PARTS = 1_000;

    private static final int ROUNDS = 40;
    private static final int CLOSINGS = 12;

    /**
     * A future.
     *
     * @param objective what each variable scores in it
     * @param offset what is taken from the score before futures are compared: the best possible one where regret counts
     */
    public record Future(List<Long> objective, long offset) {
        public Future {
            objective = List.copyOf(objective);
        }

        long of(Solution mix) {
            long sum = -offset;
            for (int j = 0; j < objective.size(); j++) {
                sum = Math.addExact(
                        sum, Math.multiplyExact(objective.get(j), mix.values().get(j)));
            }
            return sum;
        }
    }

    /**
     * What was found.
     *
     * @param outcome optimal, infeasible or unproven
     * @param mix null where there is none
     * @param value what the mix is sure of, or what it has on average, less the offsets
     * @param bound no mix is sure of more, or has more on average
     */
    public record Found(String outcome, @Nullable Solution mix, long value, long bound) {}

    private final PortfolioProblem base;
    private final List<Future> futures;
    private final Solver solver;
    private final Weigher weigher;

    /** Finds the weights under which mixes met so far look worst. */
    @FunctionalInterface
    public interface Weigher {
        /**
         * {@return a weight per future, none negative, of whatever sum}
         *
         * @param values by mix and future
         */
        List<Double> weights(List<List<Long>> values);
    }

    /**
     * @param base the problem of which every mix must be a solution; its constant does not count
     */
    public Robust(PortfolioProblem base, List<Future> futures, Solver solver, Weigher weigher) {
        this.base = base;
        this.futures = List.copyOf(futures);
        this.solver = solver;
        this.weigher = weigher;
    }

    /** {@return the mix with the best average, by whole weights in parts of {@link #PARTS}} */
    public Found expected(List<Long> weights) {
        var outcome = best(weights, List.of());
        return outcome.fold(
                optimal -> {
                    long sum = weighted(optimal.solution(), weights);
                    return new Found(
                            "optimal", optimal.solution(), Math.floorDiv(sum, PARTS), Math.floorDiv(sum, PARTS));
                },
                none -> new Found("infeasible", null, 0, 0),
                open -> open.best().isEmpty()
                        ? new Found("unproven", null, 0, 0)
                        : new Found(
                                "unproven",
                                open.best().get(0),
                                Math.floorDiv(weighted(open.best().get(0), weights), PARTS),
                                Math.floorDiv(open.bound(), PARTS)));
    }

    /** {@return the mix whose worst future is best} */
    public Found worst() {
        var met = new ArrayList<Solution>();
        var values = new ArrayList<List<Long>>();
        var weights = even();
        long bound = Long.MAX_VALUE;
        var asked = new ArrayList<List<Long>>();
        for (int round = 0; round < ROUNDS && !asked.contains(weights) && !sure(met, bound); round++) {
            asked.add(weights);
            var outcome = best(weights, List.of());
            if (!(outcome instanceof Outcome.Optimal optimal)) {
                if (met.isEmpty()) {
                    return outcome.fold(
                            no -> new Found("unproven", null, 0, 0),
                            none -> new Found("infeasible", null, 0, 0),
                            open -> new Found("unproven", null, 0, 0));
                }
                break;
            }
            bound = Math.min(bound, Math.floorDiv(weighted(optimal.solution(), weights), PARTS));
            met.add(optimal.solution());
            values.add(futures.stream().map(each -> each.of(optimal.solution())).toList());
            weights = whole(weigher.weights(values));
        }
        return closed(met, bound, asked.get(asked.size() - 1));
    }

    /** Asks for a mix that is sure of more than the best one met, until there is none. */
    private Found closed(List<Solution> met, long bound, List<Long> weights) {
        var best = met.get(0);
        for (var each : met) {
            best = least(each) > least(best) ? each : best;
        }
        for (int closing = 0; closing < CLOSINGS && least(best) < bound; closing++) {
            long more = least(best) + 1;
            var rows = new ArrayList<Row>();
            for (var future : futures) {
                rows.add(sureOf(future, more, rows.size()));
            }
            var outcome = best(weights, rows);
            if (outcome instanceof Outcome.Optimal optimal) {
                best = optimal.solution();
            } else if (outcome instanceof Outcome.Infeasible) {
                return new Found("optimal", best, least(best), least(best));
            } else {
                break;
            }
        }
        return new Found(
                least(best) >= bound ? "optimal" : "unproven", best, least(best), Math.max(bound, least(best)));
    }

    private Row sureOf(Future future, long value, int number) {
        var terms = new ArrayList<Term>();
        for (int j = 0; j < future.objective().size(); j++) {
            if (future.objective().get(j) != 0) {
                terms.add(new Term(j, future.objective().get(j)));
            }
        }
        return new Row("sure" + number, "sure of more", Math.addExact(value, future.offset()), Long.MAX_VALUE, terms);
    }

    /** {@return whether one of them is sure of all that any mix can be sure of} */
    private boolean sure(List<Solution> met, long bound) {
        return met.stream().anyMatch(each -> least(each) >= bound);
    }

    private long least(Solution mix) {
        return futures.stream().mapToLong(each -> each.of(mix)).min().orElse(0);
    }

    private Outcome best(List<Long> weights, List<Row> more) {
        var problem = base.problem();
        var objective = new ArrayList<Long>();
        for (int j = 0; j < problem.variables().size(); j++) {
            long sum = 0;
            for (int s = 0; s < futures.size(); s++) {
                sum = Math.addExact(
                        sum,
                        Math.multiplyExact(
                                weights.get(s), futures.get(s).objective().get(j)));
            }
            objective.add(sum);
        }
        var rows = new ArrayList<>(problem.rows());
        rows.addAll(more);
        var asked = new Problem(problem.variables(), rows, 0, objective);
        var outcome = solver.solve(asked, base.ties());
        outcome.fold(optimal -> Checker.held(asked, optimal), none -> null, open -> null);
        return outcome;
    }

    private long weighted(Solution mix, List<Long> weights) {
        var sum = BigInteger.ZERO;
        for (int s = 0; s < futures.size(); s++) {
            sum = sum.add(BigInteger.valueOf(weights.get(s))
                    .multiply(BigInteger.valueOf(futures.get(s).of(mix))));
        }
        return sum.longValueExact();
    }

    private List<Long> even() {
        return whole(futures.stream().map(any -> 1.0).toList());
    }

    /** {@return weights as whole parts of {@link #PARTS}, by largest remainder, the earlier first among equals} */
    public static List<Long> whole(List<Double> weights) {
        double sum = weights.stream().mapToDouble(each -> Math.max(0, each)).sum();
        var parts = new ArrayList<Long>();
        var rest = new ArrayList<Double>();
        long left = PARTS;
        for (double each : weights) {
            double exact = sum > 0 ? Math.max(0, each) * PARTS / sum : (double) PARTS / weights.size();
            parts.add((long) exact);
            rest.add(exact - (long) exact);
            left -= (long) exact;
        }
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -rest.get(i)).thenComparing(i -> i))
                .limit(left)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts;
    }
}
