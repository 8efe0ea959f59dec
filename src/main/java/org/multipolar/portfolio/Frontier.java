package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;

/**
 * Mixes of which none is better in all three: score, cost, and what still runs after the worst single loss.
 *
 * <p>By the epsilon-constraint method: for each level of what must still run, in steps of a demand, and each amount of money
 * on a grid, the solver finds the best mix that keeps more and costs no more; of equal scores the cheaper. Levels are all
 * whole steps that any mix reaches; the grid cuts the range from the cheapest mix to the dearest best one into equal parts.
 * Each point is therefore exact, and only mixes between two amounts of the grid can be missed.
 *
 * <p>An answer that keeps more, or costs less, than was asked is the answer to every question in between as well, so most
 * of the grid needs no solving. Both ends of the money come first, then its half, its quarters and the rest.
 */
public final class Frontier {

    /** Parts that the range of money is cut into. */
    public static final int PARTS = 20;

    private static final int[] STRIDES = {20, 10, 5, 1};
    /** No bound on what may be paid. */
    public static final long NO_BOUND = Long.MAX_VALUE;

    /**
     * One mix of the frontier.
     *
     * @param cost micro-USD a month: tokens, contracts and exits
     * @param kept steps of every demand that still run after the worst single loss
     */
    public record Point(Solution mix, long cost, int kept) {}

    /**
     * A question of the grid that stayed open: the work allowed did not reach it, or did not suffice for its proof.
     *
     * @param cost most that may be paid, or {@link #NO_BOUND}
     */
    public record Left(int kept, long cost) {}

    /**
     * The points found.
     *
     * @param points cheapest first; none is at least as good in all three as another
     * @param best the best mix by score alone, as it is proposed; null where no mix was proven
     * @param money the grid, in micro-USD a month, smallest first
     * @param mostKept most steps of every demand that can be made to survive
     * @param left what was not searched to its end
     * @param solves problems solved
     */
    public record Found(
            List<Point> points, @Nullable Point best, List<Long> money, int mostKept, List<Left> left, int solves) {

        public Found {
            points = List.copyOf(points);
            money = List.copyOf(money);
            left = List.copyOf(left);
        }
    }

    /** What was asked, and the best mix under it; null where there is none. */
    private record Asked(int kept, long cost, @Nullable Point answer) {

        /** {@return whether this settles another question: its answer holds there and nothing better can} */
        boolean settles(int otherKept, long otherCost) {
            return kept <= otherKept
                    && otherCost <= cost
                    && (answer == null || (otherKept <= answer.kept() && answer.cost() <= otherCost));
        }
    }

    private final PortfolioProblem problem;
    private final Solver solver;
    private final Retention retention;
    private final List<Term> cost;
    private final long exits;
    private final int mostSolves;
    private final List<Asked> asked = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private int solves;

    /**
     * @param exits exit costs of all incumbents in micro-USD, which keeping them gives back
     * @param mostSolves problems solved before the search ends with what it has
     */
    public Frontier(PortfolioProblem problem, Solver solver, Retention retention, long exits, int mostSolves) {
        this.problem = problem;
        this.solver = solver;
        this.retention = retention;
        this.cost = problem.ties().minimise().get(0);
        this.exits = exits;
        this.mostSolves = mostSolves;
    }

    public Found find() {
        var best = ask(0, NO_BOUND);
        if (best == null) {
            return new Found(List.of(), null, List.of(), 0, left, solves);
        }
        int most = mostKept(best);
        var money = money();
        for (int stride : STRIDES) {
            for (int kept = 0; kept <= most; kept++) {
                for (int at = money.size() - 1; at >= 0; at -= stride) {
                    look(kept, money.get(at));
                }
            }
        }
        left.removeIf(each -> known(each.kept(), each.cost()));
        return new Found(points(), best, money, most, left, solves);
    }

    private int mostKept(Point best) {
        int most = best.kept();
        while (most < PortfolioProblem.STEPS) {
            if (solves >= mostSolves) {
                left.add(new Left(most + 1, NO_BOUND));
                return most;
            }
            var more = ask(most + 1, NO_BOUND);
            if (more == null) {
                return most;
            }
            most = more.kept();
        }
        return most;
    }

    private void look(int kept, long most) {
        var open = new Left(kept, most);
        if (!known(kept, most) && !left.contains(open)) {
            if (solves < mostSolves) {
                ask(kept, most);
            } else {
                left.add(open);
            }
        }
    }

    private boolean known(int kept, long most) {
        return asked.stream().anyMatch(each -> each.settles(kept, most));
    }

    /** {@return the best mix that keeps so much and costs no more; null where there is none, or none was proven} */
    private @Nullable Point ask(int kept, long most) {
        var rows = retention.atLeast(kept, problem.problem().rows());
        if (most != NO_BOUND) {
            rows.add(new Row("R" + rows.size(), "cost-asked", Rows.NONE_BELOW, most - exits, cost));
        }
        var whole = problem.problem();
        var question = new Problem(whole.variables(), rows, whole.constant(), whole.objective());
        return solve(question)
                .fold(
                        optimal -> noted(kept, most, point(Checker.held(question, optimal))),
                        none -> noted(kept, most, null),
                        open -> {
                            left.add(new Left(kept, most));
                            return null;
                        });
    }

    private @Nullable Point noted(int kept, long most, @Nullable Point answer) {
        asked.add(new Asked(kept, most, answer));
        return answer;
    }

    private Point point(Solution mix) {
        return new Point(mix, Ties.sum(cost, mix) + exits, retention.kept(mix));
    }

    private Outcome solve(Problem question) {
        solves++;
        return solver.solve(question, problem.ties());
    }

    /** {@return the points answered so far, each once} */
    private List<Point> answers() {
        var answers = new ArrayList<Point>();
        for (var each : asked) {
            if (each.answer() != null && !answers.contains(each.answer())) {
                answers.add(each.answer());
            }
        }
        return answers;
    }

    /** From the cheapest mix there is to the dearest of the best ones found so far. */
    private List<Long> money() {
        long most = answers().stream().mapToLong(Point::cost).max().orElse(0);
        var whole = problem.problem();
        var objective = new ArrayList<>(Collections.nCopies(whole.variables().size(), 0L));
        cost.forEach(term -> objective.set(term.variable(), -term.factor()));
        var cheapest = new Problem(whole.variables(), whole.rows(), 0, objective);
        long least = solve(cheapest)
                .fold(
                        optimal -> point(Checker.held(cheapest, optimal)).cost(),
                        none -> most,
                        open -> Math.max(0, exits - open.bound()));
        return IntStream.rangeClosed(0, PARTS)
                .mapToObj(part -> least + (most - least) * part / PARTS)
                .distinct()
                .toList();
    }

    private List<Point> points() {
        var all = answers();
        return all.stream()
                .filter(point -> all.stream().noneMatch(other -> beats(other, point)))
                .sorted(Comparator.comparingLong(Point::cost).thenComparing(Point::mix, bestFirst()))
                .toList();
    }

    /** {@return whether another point is as good in all three and better in one, or comes first among equals} */
    private boolean beats(Point other, Point point) {
        boolean asGood = other.mix().score() >= point.mix().score()
                && other.cost() <= point.cost()
                && other.kept() >= point.kept();
        boolean same = other.mix().score() == point.mix().score()
                && other.cost() == point.cost()
                && other.kept() == point.kept();
        return asGood && (!same || bestFirst().compare(other.mix(), point.mix()) < 0);
    }

    private Comparator<Solution> bestFirst() {
        return problem.ties().bestFirst();
    }
}
