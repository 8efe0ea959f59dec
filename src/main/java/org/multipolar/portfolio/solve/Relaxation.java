package org.multipolar.portfolio.solve;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Problem;

/**
 * Some rows of a problem over some of its variables, solved in doubles by GLOP again and again under other bounds and
 * objectives. Nothing here proves anything.
 */
final class Relaxation implements AutoCloseable {

    /** Values by variable and duals by row, both by their numbers in the problem. */
    record Point(Map<Integer, Double> values, Map<Integer, Double> duals) {}

    private final MPSolver solver = MPSolver.createSolver("GLOP");
    private final List<Integer> numbers;
    private final List<Integer> rowNumbers;
    private final List<MPVariable> variables = new ArrayList<>();
    private final List<MPConstraint> rows = new ArrayList<>();

    /**
     * @param elastic whether rows may be missed at a cost, nothing else counting: what this costs at least shows that no point
     *     holds, and its duals say why
     */
    Relaxation(Problem problem, List<Integer> numbers, List<Integer> rowNumbers, boolean elastic) {
        this.numbers = numbers;
        this.rowNumbers = rowNumbers;
        var local = new HashMap<Integer, MPVariable>();
        for (int j : numbers) {
            var variable = problem.variables().get(j);
            variables.add(solver.makeNumVar((double) variable.lower(), (double) variable.upper(), ""));
            local.put(j, variables.get(variables.size() - 1));
        }
        for (int i : rowNumbers) {
            var row = problem.rows().get(i);
            var made = solver.makeConstraint(
                    row.lower() == Long.MIN_VALUE ? -MPSolver.infinity() : (double) row.lower(),
                    row.upper() == Long.MAX_VALUE ? MPSolver.infinity() : (double) row.upper());
            for (var term : row.terms()) {
                var variable = local.get(term.variable());
                made.setCoefficient(variable, made.getCoefficient(variable) + (double) term.factor());
            }
            rows.add(made);
            if (elastic) {
                miss(made, 1);
                miss(made, -1);
            }
        }
        solver.objective().setMaximization();
    }

    private void miss(MPConstraint row, int sign) {
        var miss = solver.makeNumVar(0, MPSolver.infinity(), "");
        row.setCoefficient(miss, sign);
        solver.objective().setCoefficient(miss, -1);
    }

    void maximise(BigInteger[] objective) {
        for (int k = 0; k < variables.size(); k++) {
            solver.objective().setCoefficient(variables.get(k), objective[numbers.get(k)].doubleValue());
        }
    }

    /** {@return the best point within a box, or null where none was found} */
    @Nullable
    Point solve(Box box) {
        for (int k = 0; k < variables.size(); k++) {
            int j = numbers.get(k);
            variables.get(k).setBounds((double) box.lower(j), (double) box.upper(j));
        }
        if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
            return null;
        }
        var values = new HashMap<Integer, Double>();
        for (int k = 0; k < variables.size(); k++) {
            values.put(numbers.get(k), variables.get(k).solutionValue());
        }
        var duals = new HashMap<Integer, Double>();
        for (int k = 0; k < rows.size(); k++) {
            duals.put(rowNumbers.get(k), rows.get(k).dualValue());
        }
        return new Point(values, duals);
    }

    @Override
    public void close() {
        solver.delete();
    }
}
