package org.multipolar.portfolio.solve;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Checker;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Problem;

/** Solves in doubles: a first portfolio by SCIP, and the relaxation's duals by GLOP. Nothing here proves anything. */
final class LinearSolvers {

    private static final int START_MILLIS = 6_000;
    private static final double SMALL_GAP = 1e-6;

    private final MPSolver solver;
    private final List<MPVariable> variables = new ArrayList<>();
    private final List<MPConstraint> rows = new ArrayList<>();

    private LinearSolvers(String engine, Problem problem, boolean whole) {
        this.solver = MPSolver.createSolver(engine);
        double infinity = MPSolver.infinity();
        for (var variable : problem.variables()) {
            variables.add(solver.makeVar((double) variable.lower(), (double) variable.upper(), whole, variable.name()));
        }
        for (var row : problem.rows()) {
            var made = solver.makeConstraint(
                    row.lower() == Long.MIN_VALUE ? -infinity : (double) row.lower(),
                    row.upper() == Long.MAX_VALUE ? infinity : (double) row.upper(),
                    row.name());
            row.terms().forEach(term -> {
                var variable = variables.get(term.variable());
                made.setCoefficient(variable, made.getCoefficient(variable) + (double) term.factor());
            });
            rows.add(made);
        }
        var objective = solver.objective();
        for (int i = 0; i < variables.size(); i++) {
            objective.setCoefficient(
                    variables.get(i), problem.objective().get(i).doubleValue());
        }
        objective.setMaximization();
    }

    /** {@return a feasible solution, checked in whole numbers, or null if none was found in the time} */
    static @Nullable Solution incumbent(Problem problem) {
        var scip = new LinearSolvers("SCIP", problem, true);
        try {
            scip.solver.setTimeLimit(START_MILLIS);
            var parameters = new MPSolverParameters();
            parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, SMALL_GAP);
            var status = scip.solver.solve(parameters);
            if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
                return null;
            }
            var values = scip.variables.stream()
                    .map(variable -> Math.round(variable.solutionValue()))
                    .toList();
            var solution = new Solution(
                    values,
                    problem.score(values.stream().mapToLong(Long::longValue).toArray()));
            return Checker.faults(problem, solution).isEmpty() ? solution : null;
        } finally {
            scip.solver.delete();
        }
    }

    /** {@return one dual per row of the relaxation, or null if it was not solved} */
    static double @Nullable [] duals(Problem problem) {
        var glop = new LinearSolvers("GLOP", problem, false);
        try {
            if (glop.solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
                return null;
            }
            return glop.rows.stream().mapToDouble(MPConstraint::dualValue).toArray();
        } finally {
            glop.solver.delete();
        }
    }
}
