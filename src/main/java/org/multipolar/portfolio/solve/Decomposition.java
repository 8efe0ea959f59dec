package org.multipolar.portfolio.solve;

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

    /** Nodes that suffice for any shipped question many times over. */
    public static final long USUAL_WORK = 3_000_000;

    private final Solver general;
    private final long workLimit;
    private final Together together;
    private final Memory memory = new Memory();

    /** {@return the way every question is solved: demand by demand, and by OR-Tools where that is not the way} */
    public static Solver usual() {
        return new Decomposition(new OrTools(OrTools.USUAL_WORK), USUAL_WORK);
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

    /** {@return the same way on one thread, for callers who solve many problems at once; answers are the same} */
    public Decomposition single() {
        return new Decomposition(general, workLimit, Together.IN_TURN);
    }

    @Override
    public String name() {
        return "Multipolar decomposition, with " + general.name();
    }

    @Override
    public Outcome solve(Problem problem, Ties ties) {
        var structure = StructureReader.of(problem, ties);
        if (structure == null) {
            return general.solve(problem, ties);
        }
        try {
            var outcome =
                    new Division(ties, together, new Work(workLimit), memory, general).outcome(problem, structure);
            if (outcome instanceof Outcome.Optimal || together == Together.IN_TURN) {
                return outcome;
            }
        } catch (Work.Out | ArithmeticException out) {
            // the general solver may still know
        }
        return general.solve(problem, ties);
    }
}
