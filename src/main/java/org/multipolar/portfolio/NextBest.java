package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.multipolar.portfolio.Narrowing.Bound;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Problem.Row;

/**
 * Finds the best mix, the second best, and so on, each proven.
 *
 * <p>After each mix, those left are split into parts that do not overlap, each by bounds alone (Murty 1968, Lawler 1972):
 * the first part differs from the mix in the first thing, the second agrees in the first and differs in the second, and so
 * on. The solver finds the best of every part, ties included; the best of all parts comes next.
 *
 * <p>Since the shares of a demand always add up to the same, another mix has less of something that this one holds: to
 * differ in shares is to hold a step less of a share held. To differ in suppliers is to do without a supplier used, or to
 * use more of them.
 */
public final class NextBest {

    /** What makes two mixes two. */
    public enum Distinct {
        /** At least one share is another. */
        SHARES("shares"),
        /** At least one demand is served by another set of suppliers; of mixes alike in that, the best is shown. */
        SUPPLIERS("suppliers");

        private final String word;

        Distinct(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Why no further mix follows. */
    public enum End {
        /** As many as asked for were found. */
        COUNT,
        /** There are no more. */
        NO_MORE,
        /** The work allowed ran out; what was found is proven all the same. */
        WORK
    }

    /**
     * The mixes found.
     *
     * @param mixes best first; between two that follow each other there is no third
     * @param solves problems solved
     */
    public record Found(List<Solution> mixes, End end, int solves) {

        public Found {
            mixes = List.copyOf(mixes);
        }
    }

    /** One thing a mix can agree or differ in. */
    private record Turn(Bound agree, Bound differ) {}

    /** Mixes within bounds, and the best of them. */
    private record Part(List<Bound> bounds, Solution best) {}

    private final PortfolioProblem problem;
    private final Solver solver;
    private final Distinct distinct;
    private final int mostSolves;
    private final PriorityQueue<Part> parts;
    private int solves;
    private boolean exhausted;

    /**
     * @param mostSolves problems solved before the search ends with what it has
     */
    public NextBest(PortfolioProblem problem, Solver solver, Distinct distinct, int mostSolves) {
        this.problem = problem;
        this.solver = solver;
        this.distinct = distinct;
        this.mostSolves = mostSolves;
        this.parts = new PriorityQueue<>(
                Comparator.comparing(Part::best, problem.ties().bestFirst()));
    }

    /** {@return so many mixes, best first, or all there are} */
    public Found find(int count) {
        var mixes = new ArrayList<Solution>();
        look(List.of());
        while (!exhausted && !parts.isEmpty()) {
            var next = parts.remove();
            mixes.add(next.best());
            if (mixes.size() == count) {
                return new Found(mixes, End.COUNT, solves);
            }
            split(next);
        }
        return new Found(mixes, exhausted ? End.WORK : End.NO_MORE, solves);
    }

    private void split(Part part) {
        var agreed = new ArrayList<>(part.bounds());
        for (var turn : turns(part.best())) {
            var bounds = new ArrayList<>(agreed);
            bounds.add(turn.differ());
            look(bounds);
            agreed.add(turn.agree());
        }
    }

    /** INVARIANT: once a part could not be solved, no further mix is named, because the best may lie in it. */
    private void look(List<Bound> bounds) {
        var narrowed = exhausted ? null : Narrowing.within(problem.problem(), bounds);
        if (narrowed == null) {
            return;
        }
        if (solves == mostSolves) {
            exhausted = true;
            return;
        }
        solves++;
        exhausted = solver.solve(narrowed, problem.ties())
                .fold(
                        optimal -> {
                            parts.add(new Part(bounds, Checker.held(narrowed, optimal)));
                            return false;
                        },
                        none -> false,
                        open -> true);
    }

    private List<Turn> turns(Solution mix) {
        return switch (distinct) {
            case SHARES -> shares(mix);
            case SUPPLIERS -> suppliers(mix);
        };
    }

    private List<Turn> shares(Solution mix) {
        var turns = new ArrayList<Turn>();
        for (var part : problem.parts()) {
            for (var choice : part.choices()) {
                long steps = mix.values().get(choice.variable());
                if (steps > 0) {
                    turns.add(turn(false, choice.variable(), steps));
                }
            }
        }
        return turns;
    }

    /** Fewer than now, or as many at least. */
    private static Turn turn(boolean onRow, int number, long now) {
        return new Turn(Bound.atLeast(onRow, number, now), Bound.atMost(onRow, number, now - 1));
    }

    private List<Turn> suppliers(Solution mix) {
        var values = mix.array();
        var turns = new ArrayList<Turn>();
        for (var part : problem.parts()) {
            int number = DemandRows.suppliersRow(problem, part.demand().id());
            Row counted = problem.problem().rows().get(number);
            for (var term : counted.terms()) {
                if (values[term.variable()] > 0) {
                    turns.add(turn(false, term.variable(), 1));
                }
            }
            long used = counted.at(values);
            turns.add(new Turn(Bound.atMost(true, number, used), Bound.atLeast(true, number, used + 1)));
        }
        return turns;
    }
}
