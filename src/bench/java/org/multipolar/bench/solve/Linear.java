package org.multipolar.bench.solve;

import com.google.ortools.Loader;
import com.google.ortools.init.OrToolsVersion;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Problem;

/** A solver in doubles that OR-Tools brings, called in process, its gap set to nothing. */
record Linear(String name, String engine) implements Racer {

    Linear {
        Loader.loadNativeLibraries();
        stated(engine).delete();
    }

    @Override
    public String version() {
        var solver = stated(engine);
        try {
            // It names another for HiGHS.
            return engine.equals("HIGHS") ? "in OR-Tools " + OrToolsVersion.getVersionString() : solver.solverVersion();
        } finally {
            solver.delete();
        }
    }

    private static MPSolver stated(String engine) {
        var solver = MPSolver.createSolver(engine);
        if (solver == null) {
            throw new IllegalStateException("OR-Tools was built without " + engine + ".");
        }
        return solver;
    }

    @Override
    public Claim solve(PortfolioProblem portfolio, Duration limit) {
        long start = System.nanoTime();
        var solver = stated(engine);
        try {
            var variables = state(portfolio.problem(), solver);
            solver.suppressOutput();
            solver.setTimeLimit(limit.toMillis());
            var exact = new MPSolverParameters();
            exact.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
            var status = solver.solve(exact);
            var values = status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE
                    ? variables.stream()
                            .map(variable -> Math.round(variable.solutionValue()))
                            .toList()
                    : List.<Long>of();
            return new Claim(said(status), values, System.nanoTime() - start, 0);
        } catch (IllegalArgumentException unnamed) {
            // What HiGHS says at its limit has no name in this interface.
            return new Claim(Claim.Said.OPEN, List.of(), System.nanoTime() - start, 0);
        } finally {
            solver.delete();
        }
    }

    private static Claim.Said said(MPSolver.ResultStatus status) {
        return switch (status) {
            case OPTIMAL -> Claim.Said.OPTIMAL;
            case INFEASIBLE -> Claim.Said.INFEASIBLE;
            default -> Claim.Said.OPEN;
        };
    }

    private static List<MPVariable> state(Problem problem, MPSolver solver) {
        double infinity = MPSolver.infinity();
        var variables = new ArrayList<MPVariable>();
        problem.variables()
                .forEach(variable -> variables.add(
                        solver.makeIntVar((double) variable.lower(), (double) variable.upper(), variable.name())));
        for (var row : problem.rows()) {
            var made = solver.makeConstraint(Scaled.lower(row, infinity), Scaled.upper(row, infinity));
            Scaled.factors(row).forEach((variable, factor) -> made.setCoefficient(variables.get(variable), factor));
        }
        var objective = solver.objective();
        for (int i = 0; i < variables.size(); i++) {
            objective.setCoefficient(
                    variables.get(i), problem.objective().get(i).doubleValue());
        }
        objective.setMaximization();
        return variables;
    }
}
