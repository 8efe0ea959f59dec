package org.multipolar.portfolio.solve;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.util.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;

/** One problem as CP-SAT sees it: whole numbers only, one worker, limited in work and not in time. */
final class WholeNumberSearch {

    /** What a search says: the best values (if any), the objective's proven bound, and whether they meet. */
    record Answer(Status status, List<Long> values, long bound) {}

    /** How a search ended. */
    enum Status {
        OPTIMAL,
        INFEASIBLE,
        OPEN
    }

    private final Problem problem;
    private final double workLimit;
    private final CpModel model = new CpModel();
    private final List<IntVar> variables = new ArrayList<>();
    private final Map<String, BoolVar> switches = new TreeMap<>();

    WholeNumberSearch(Problem problem, double workLimit) {
        this(problem, workLimit, limit -> false);
    }

    /**
     * @param switchable limits that hold only while their switch is on
     */
    WholeNumberSearch(Problem problem, double workLimit, java.util.function.Predicate<String> switchable) {
        this.problem = problem;
        this.workLimit = workLimit;
        for (var variable : problem.variables()) {
            variables.add(model.newIntVar(variable.lower(), variable.upper(), variable.name()));
        }
        for (var row : problem.rows()) {
            var constraint = model.addLinearExpressionInDomain(expression(row.terms()), domain(row));
            if (switchable.test(row.limit())) {
                constraint.onlyEnforceIf(switches.computeIfAbsent(row.limit(), model::newBoolVar));
            }
        }
    }

    private static Domain domain(Row row) {
        return new Domain(
                row.lower() == Long.MIN_VALUE ? -Problem.EXACT : row.lower(),
                row.upper() == Long.MAX_VALUE ? Problem.EXACT : row.upper());
    }

    /** Fixed variables become constants, so that what the reduction removed costs nothing. */
    private LinearExprBuilder expression(List<Term> terms) {
        var expression = LinearExpr.newBuilder();
        for (var term : terms) {
            var variable = problem.variables().get(term.variable());
            if (variable.lower() == variable.upper()) {
                expression.add(Math.multiplyExact(term.factor(), variable.lower()));
            } else {
                expression.addTerm(variables.get(term.variable()), term.factor());
            }
        }
        return expression;
    }

    /** Tells the search where to look first. */
    void hint(List<Long> values) {
        for (int i = 0; i < values.size(); i++) {
            model.addHint(variables.get(i), values.get(i));
        }
    }

    /** {@return the best by the problem's own objective} */
    Answer best() {
        var terms = new ArrayList<Term>();
        for (int i = 0; i < variables.size(); i++) {
            if (problem.objective().get(i) != 0) {
                terms.add(new Term(i, problem.objective().get(i)));
            }
        }
        var objective = expression(terms);
        objective.add(problem.constant());
        model.maximize(objective);
        return run(List.of());
    }

    /** {@return the largest (or smallest) that these terms can sum to} */
    Answer best(List<Term> terms, boolean largest) {
        if (largest) {
            model.maximize(expression(terms));
        } else {
            model.minimize(expression(terms));
        }
        return run(List.of());
    }

    /** Demands that these terms sum to exactly this, from here on. */
    void fix(List<Term> terms, long value) {
        model.addLinearExpressionInDomain(expression(terms), new Domain(value, value));
    }

    /** {@return any values that hold, if there are some, with only these switches on} */
    Answer any(List<String> on) {
        model.clearAssumptions();
        model.clearObjective();
        return run(on);
    }

    /** {@return switches that cannot all be on; enough to clash, not always fewest} */
    List<String> core(List<String> on) {
        model.clearAssumptions();
        var names = new TreeMap<Integer, String>();
        on.forEach(name -> {
            var literal = switches.get(name);
            if (literal != null) {
                model.addAssumption(literal);
                names.put(literal.getIndex(), name);
            }
        });
        var solver = solver();
        if (solver.solve(model) != CpSolverStatus.INFEASIBLE) {
            return on;
        }
        return solver.sufficientAssumptionsForInfeasibility().stream()
                .map(names::get)
                .filter(java.util.Objects::nonNull)
                .sorted()
                .toList();
    }

    private Answer run(List<String> on) {
        on.forEach(name -> {
            var literal = switches.get(name);
            if (literal != null) {
                model.addAssumption(literal);
            }
        });
        var solver = solver();
        var status = solver.solve(model);
        if (status == CpSolverStatus.INFEASIBLE) {
            return new Answer(Status.INFEASIBLE, List.of(), 0);
        }
        if (status == CpSolverStatus.MODEL_INVALID) {
            throw new IllegalStateException("CP-SAT refuses the model: " + model.validate());
        }
        boolean found = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        return new Answer(
                status == CpSolverStatus.OPTIMAL ? Status.OPTIMAL : Status.OPEN,
                found ? variables.stream().map(solver::value).toList() : List.of(),
                Math.round(solver.bestObjectiveBound()));
    }

    private CpSolver solver() {
        var solver = new CpSolver();
        var parameters = solver.getParameters();
        parameters.setNumWorkers(1);
        parameters.setRandomSeed(1);
        parameters.setMaxDeterministicTime(workLimit);
        parameters.setLinearizationLevel(2);
        parameters.setRelativeGapLimit(0);
        parameters.setAbsoluteGapLimit(0);
        return solver;
    }
}
