package org.multipolar.portfolio;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another solver on the same problem: SCIP, which the program itself never uses. */
public final class SecondEngine {

    private SecondEngine() {}

    /** {@return the highest score, or null where nothing is feasible} */
    public static @Nullable Long best(Problem problem) {
        var solver = stated(problem);
        try {
            var exact = new MPSolverParameters();
            exact.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0.0);
            var status = solver.solve(exact);
            if (status == MPSolver.ResultStatus.INFEASIBLE) {
                return null;
            }
            if (status != MPSolver.ResultStatus.OPTIMAL) {
                throw new IllegalStateException("The second engine says " + status + ".");
            }
            var values = new long[problem.variables().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.round(solver.variable(i).solutionValue());
            }
            return problem.score(values);
        } finally {
            solver.delete();
        }
    }

    public static boolean feasible(Problem problem) {
        var zeros = problem.variables().stream().map(variable -> 0L).toList();
        return best(new Problem(problem.variables(), problem.rows(), 0, zeros)) != null;
    }

    /** {@return the problem with the rows of these limits alone} */
    static Problem only(Problem problem, List<String> limits) {
        return new Problem(
                problem.variables(),
                problem.rows().stream()
                        .filter(row -> limits.contains(row.limit()))
                        .toList(),
                problem.constant(),
                problem.objective());
    }

    private static MPSolver stated(Problem problem) {
        com.google.ortools.Loader.loadNativeLibraries();
        var solver = MPSolver.createSolver("SCIP");
        if (solver == null) {
            throw new IllegalStateException("The second engine is not in the library.");
        }
        double infinity = MPSolver.infinity();
        var variables = new ArrayList<com.google.ortools.linearsolver.MPVariable>();
        for (var variable : problem.variables()) {
            variables.add(solver.makeIntVar((double) variable.lower(), (double) variable.upper(), variable.name()));
        }
        for (var row : problem.rows()) {
            var made = solver.makeConstraint(
                    row.lower() == Long.MIN_VALUE ? -infinity : (double) row.lower(),
                    row.upper() == Long.MAX_VALUE ? infinity : (double) row.upper());
            row.terms().forEach(term -> {
                var variable = variables.get(term.variable());
                made.setCoefficient(variable, made.getCoefficient(variable) + (double) term.factor());
            });
        }
        var objective = solver.objective();
        for (int i = 0; i < variables.size(); i++) {
            objective.setCoefficient(
                    variables.get(i), problem.objective().get(i).doubleValue());
        }
        objective.setMaximization();
        return solver;
    }
}
