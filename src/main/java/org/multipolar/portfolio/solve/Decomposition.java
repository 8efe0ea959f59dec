package org.multipolar.portfolio.solve;

import java.util.List;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Ties;

/**
 * Solves portfolios demand by demand, exactly; hands every other problem to a general solver.
 *
 * <p>Demands are joined by few rows. Those are priced ({@link Master}), each demand's best mix under the prices is found
 * ({@link MixSearch}), and together they bound the whole. Then every mix within the gap of that bound is listed, and the best
 * portfolio of them is searched ({@link Finish}): nothing outside the lists can be part of a better one.
 */
public final class Decomposition implements Solver {

    /** Nodes that suffice for any shipped question many times over; beyond them the general solver is quicker more often. */
    public static final long USUAL_WORK = 600_000;

    /** What one of the many problems on the way to a mix for several futures may take of it. */
    private static final double STEP_WORK = 5;

    /** What one future of many may take of the general solver before it stays unproven. */
    private static final double FUTURE_WORK = 30;

    private final Solver general;
    private final long workLimit;
    private final Together together;
    private final Memory memory = new Memory();

    /** {@return the way every problem is solved: demand by demand, and by OR-Tools where that is not the way} */
    public static Solver usual() {
        return new Decomposition(new OrTools(OrTools.USUAL_WORK).forOne(), USUAL_WORK);
    }

    /** {@return the same for those who ask themselves what clashes, in words of the question: the outcome names no clash} */
    public static Solver forQuestions() {
        return new Decomposition(OrTools.withoutClash(OrTools.USUAL_WORK).forOne(), USUAL_WORK);
    }

    /** {@return the way the futures of a sweep are solved, one such solver to a thread: see {@link #single}} */
    public static Solver forSweeps() {
        return new Decomposition(new OrTools(FUTURE_WORK), USUAL_WORK).single();
    }

    /** {@return the way the many problems are solved that lead to one mix for several futures: without clashes, and given up soon} */
    public static Solver forRobust() {
        return new Decomposition(OrTools.withoutClash(STEP_WORK), USUAL_WORK);
    }

    /**
     * @param general answers what is no portfolio, says why nothing is feasible, and takes over where the work runs out
     * @param workLimit search nodes before an answer is left to the general solver
     */
    public Decomposition(Solver general, long workLimit) {
        this(general, workLimit, Together.SIDE_BY_SIDE);
    }

    private Decomposition(Solver general, long workLimit, Together together) {
        this.general = general;
        this.workLimit = workLimit;
        this.together = together;
    }

    /**
     * {@return the same way for callers who solve many problems at once, one such solver to a thread}
     *
     * <p>Each problem is solved on the caller's thread, and from nothing: so the outcome, an unproven one too, depends on the
     * problem alone, and not on who solved what before. That nothing is feasible is proven, and no clash is named: the
     * outcome's is empty.
     */
    public Decomposition single() {
        return new Decomposition(general, workLimit, Together.IN_TURN);
    }

    @Override
    public String name() {
        return "Multipolar decomposition, with " + general.name();
    }

    @Override
    public Outcome solve(Problem problem, Ties ties) {
        if (together == Together.SIDE_BY_SIDE) {
            return outcome(problem, ties, memory);
        }
        if (problem.rows().stream().anyMatch(Decomposition::cannotHold)) {
            return new Outcome.Infeasible(List.of());
        }
        try (var once = new Memory()) {
            return outcome(problem, ties, once);
        }
    }

    @Override
    public Outcome any(Problem problem) {
        return problem.rows().stream().anyMatch(Decomposition::cannotHold)
                ? new Outcome.Infeasible(List.of())
                : general.any(problem);
    }

    /** A demand without candidates: a row over nothing that asks for something. */
    private static boolean cannotHold(Problem.Row row) {
        return row.terms().isEmpty() && (row.lower() > 0 || row.upper() < 0);
    }

    private Outcome outcome(Problem problem, Ties ties, Memory remembered) {
        var structure = StructureReader.of(problem, ties);
        if (structure == null) {
            return general.solve(problem, ties);
        }
        try {
            var best = new Division(ties, together, new Work(workLimit), remembered, general).best(problem, structure);
            if (best != null) {
                return new Outcome.Optimal(best, best.score());
            }
            if (together == Together.IN_TURN) {
                return new Outcome.Infeasible(List.of());
            }
        } catch (Work.Out | ArithmeticException out) {
            // the general solver may still know
        }
        return general.solve(problem, ties);
    }
}
