package org.multipolar.bench.solve;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.multipolar.portfolio.Checker;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Ties;
import org.multipolar.portfolio.solve.Decomposition;

/**
 * The program's own solver, new for every lap, because it may remember what it solved.
 *
 * @param unique whether ties are broken, so that the answer is the only one; no other contestant does that
 */
record Ours(boolean unique) implements Racer {

    /** Who runs for us. */
    static final Supplier<Solver> SOLVER = Decomposition::usual;

    @Override
    public String name() {
        return unique ? "multipolar" : "  without ties";
    }

    @Override
    public String version() {
        return SOLVER.get().name();
    }

    @Override
    public Claim solve(PortfolioProblem portfolio, Duration limit) {
        var ties = unique ? portfolio.ties() : new Ties(List.of(), List.of());
        long start = System.nanoTime();
        var outcome = SOLVER.get().solve(portfolio.problem(), ties);
        long nanos = System.nanoTime() - start;
        return outcome.fold(
                optimal -> optimal(portfolio, optimal, nanos),
                none -> new Claim(Claim.Said.INFEASIBLE, List.of(), nanos, 0),
                open -> new Claim(
                        Claim.Said.OPEN,
                        open.best().isEmpty() ? List.of() : open.best().get(0).values(),
                        nanos,
                        0));
    }

    private static Claim optimal(PortfolioProblem portfolio, Outcome.Optimal optimal, long nanos) {
        var faults = Checker.faults(portfolio.problem(), optimal);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Our own answer does not hold: " + faults);
        }
        return new Claim(Claim.Said.OPTIMAL, optimal.solution().values(), nanos, 0);
    }
}
