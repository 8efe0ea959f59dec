package org.multipolar.web;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Ties;

/**
 * A solver whose searches are timed by how they ended, under the name multipolar.solve, and are spans of the request's trace.
 *
 * @param solver that solves
 */
record Measured(Solver solver) implements Solver {

    @Override
    public String name() {
        return solver.name();
    }

    @Override
    public Outcome solve(Problem problem, Ties ties) {
        return Traced.STEPS.step("solve", () -> measured(problem, ties));
    }

    private Outcome measured(Problem problem, Ties ties) {
        var begun = Timer.start();
        var outcome = solver.solve(problem, ties);
        var word = outcome.<String>fold(optimal -> "optimal", none -> "infeasible", open -> "unproven");
        begun.stop(Timer.builder("multipolar.solve")
                .description("Searches for a best mix, by how they ended")
                .tag("outcome", word)
                .register(Metrics.globalRegistry));
        Span.current().setAttribute("outcome", word);
        return outcome;
    }

    @Override
    public Outcome any(Problem problem) {
        return solver.any(problem);
    }
}
