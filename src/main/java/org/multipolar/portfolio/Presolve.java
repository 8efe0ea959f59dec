package org.multipolar.portfolio;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Problem.Variable;

/**
 * Takes out of a problem what its rows hold at zero, before anybody solves it.
 *
 * <p>Rules and needs that keep candidates out are rows that hold them at zero; what is left is as small as the demand's real
 * choice, and often no choice is left at all.
 */
final class Presolve {

    private final Problem problem;
    private final boolean[] zero;

    private Presolve(Problem problem) {
        this.problem = problem;
        this.zero = new boolean[problem.variables().size()];
    }

    /** {@return a smaller problem that has solutions where this one has, or null where it surely has none} */
    static @Nullable Problem shrink(Problem problem) {
        var presolve = new Presolve(problem);
        presolve.spread();
        return presolve.rest();
    }

    private void spread() {
        boolean more = true;
        while (more) {
            more = false;
            for (var row : problem.rows()) {
                if (holdsAtZero(row)) {
                    for (var term : row.terms()) {
                        more |= !zero[term.variable()];
                        zero[term.variable()] = true;
                    }
                }
            }
        }
    }

    /** Nothing may be more than nothing: what is left of the row, all of one sign, can be nothing but zero. */
    private boolean holdsAtZero(Row row) {
        boolean above = row.upper() == 0;
        boolean below = row.lower() == 0;
        for (var term : row.terms()) {
            if (zero[term.variable()]) {
                continue;
            }
            if (problem.variables().get(term.variable()).lower() < 0) {
                return false;
            }
            above &= term.factor() > 0;
            below &= term.factor() < 0;
        }
        return above || below;
    }

    private @Nullable Problem rest() {
        var numbers = new int[zero.length];
        var variables = new ArrayList<Variable>();
        var objective = new ArrayList<Long>();
        for (int i = 0; i < zero.length; i++) {
            numbers[i] = variables.size();
            if (!zero[i]) {
                variables.add(problem.variables().get(i));
                objective.add(problem.objective().get(i));
            } else if (problem.variables().get(i).lower() > 0) {
                return null;
            }
        }
        var rows = new ArrayList<Row>();
        for (var row : problem.rows()) {
            var terms = row.terms().stream()
                    .filter(term -> !zero[term.variable()])
                    .map(term -> new Term(numbers[term.variable()], term.factor()))
                    .toList();
            if (terms.isEmpty() && (row.lower() > 0 || row.upper() < 0)) {
                return null;
            }
            if (!terms.isEmpty()) {
                rows.add(new Row(row.name(), row.limit(), row.lower(), row.upper(), terms));
            }
        }
        return new Problem(variables, rows, problem.constant(), objective);
    }
}
