package org.multipolar.sweep;

import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Ties;

/**
 * A solver that says when it begins: whoever waits for many problems can tell that it goes on, and end it between two of them.
 *
 * @param solver that solves
 * @param step run before each problem; what it throws ends the work
 */
record Stepped(Solver solver, Runnable step) implements Solver {

    @Override
    public String name() {
        return solver.name();
    }

    @Override
    public Outcome solve(Problem problem, Ties ties) {
        step.run();
        return solver.solve(problem, ties);
    }

    @Override
    public Outcome any(Problem problem) {
        step.run();
        return solver.any(problem);
    }
}
