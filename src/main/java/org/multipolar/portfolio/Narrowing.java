package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Variable;

/** Narrows a problem by further bounds on its variables and rows; which rows there are, and over what, stays. */
final class Narrowing {

    /** A variable or a row, by number, between further bounds. */
    record Bound(boolean onRow, int number, long lower, long upper) {

        static Bound atLeast(boolean onRow, int number, long least) {
            return new Bound(onRow, number, least, Long.MAX_VALUE);
        }

        static Bound atMost(boolean onRow, int number, long most) {
            return new Bound(onRow, number, Long.MIN_VALUE, most);
        }
    }

    private Narrowing() {}

    /** {@return the problem within all bounds, or null where a bound leaves nothing} */
    static @Nullable Problem within(Problem problem, List<Bound> bounds) {
        var variables = new ArrayList<>(problem.variables());
        var rows = new ArrayList<>(problem.rows());
        for (var bound : bounds) {
            if (bound.onRow()) {
                var row = rows.get(bound.number());
                var narrower = narrower(row, bound);
                if (narrower.lower() > narrower.upper()) {
                    return null;
                }
                rows.set(bound.number(), narrower);
            } else {
                var narrower = narrower(variables.get(bound.number()), bound);
                if (narrower.lower() > narrower.upper()) {
                    return null;
                }
                variables.set(bound.number(), narrower);
            }
        }
        return new Problem(variables, rows, problem.constant(), problem.objective());
    }

    private static Row narrower(Row row, Bound bound) {
        return new Row(
                row.name(),
                row.limit(),
                Math.max(row.lower(), bound.lower()),
                Math.min(row.upper(), bound.upper()),
                row.terms());
    }

    private static Variable narrower(Variable variable, Bound bound) {
        return variable.within(Math.max(variable.lower(), bound.lower()), Math.min(variable.upper(), bound.upper()));
    }
}
