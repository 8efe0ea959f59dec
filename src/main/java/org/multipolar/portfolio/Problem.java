package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole-number linear problem: maximise an objective over bounded variables under rows.
 *
 * @param constant added to the objective
 * @param objective one coefficient per variable
 */
public record Problem(List<Variable> variables, List<Row> rows, long constant, List<Long> objective) {

    /** Doubles, and every solver, hold whole numbers exactly below this. */
    public static final long EXACT = 1L << 53;

    /**
     * A whole-number variable.
     *
     * @param block what it belongs to, such as a demand, or empty for what joins blocks; few rows cross blocks
     */
    public record Variable(String name, String meaning, long lower, long upper, String block) {

        public Variable(String name, String meaning, long lower, long upper) {
            this(name, meaning, lower, upper, "");
        }

        /** {@return the same variable between other bounds} */
        public Variable within(long newLower, long newUpper) {
            return new Variable(name, meaning, newLower, newUpper, block);
        }

        /** {@return the same variable in another block} */
        Variable in(String newBlock) {
            return new Variable(name, meaning, lower, upper, newBlock);
        }
    }

    /** One term of a row. */
    public record Term(int variable, long factor) {}

    /** A linear row between bounds; {@link Long#MIN_VALUE} and {@link Long#MAX_VALUE} mean none. */
    public record Row(String name, String limit, long lower, long upper, List<Term> terms) {

        public Row {
            terms = List.copyOf(terms);
        }

        /** {@return the row's left side at these values} */
        public long at(long[] values) {
            long sum = 0;
            for (var term : terms) {
                sum = Math.addExact(sum, Math.multiplyExact(term.factor(), values[term.variable()]));
            }
            return sum;
        }

        public boolean holds(long[] values) {
            long at = at(values);
            return at >= lower && at <= upper;
        }
    }

    public Problem {
        variables = List.copyOf(variables);
        rows = List.copyOf(rows);
        objective = List.copyOf(objective);
        // INVARIANT: no row and no objective can leave the exact range at any point within the bounds.
        for (var row : rows) {
            exact(row.name(), reach(row.terms(), variables, 0));
        }
        var terms = new ArrayList<Term>();
        for (int i = 0; i < objective.size(); i++) {
            terms.add(new Term(i, objective.get(i)));
        }
        exact("the objective", reach(terms, variables, constant));
    }

    private static void exact(String what, long reach) {
        if (reach >= EXACT) {
            throw new IllegalArgumentException(
                    """
                    In %s sums can reach %d, which is beyond what is computed exactly.
                    Maybe a volume or a price is in the wrong unit."""
                            .formatted(what, reach));
        }
    }

    /** {@return how far from zero a constant and these terms can come within the bounds; the largest long stands for more} */
    static long reach(List<Term> terms, List<Variable> variables, long constant) {
        try {
            long most = Math.abs(constant);
            for (var term : terms) {
                var variable = variables.get(term.variable());
                long size = Math.max(Math.abs(variable.lower()), Math.abs(variable.upper()));
                most = Math.addExact(most, Math.multiplyExact(Math.abs(term.factor()), size));
            }
            return most;
        } catch (ArithmeticException beyond) {
            return Long.MAX_VALUE;
        }
    }

    /** {@return the objective at these values} */
    public long score(long[] values) {
        long sum = constant;
        for (int i = 0; i < values.length; i++) {
            sum = Math.addExact(sum, Math.multiplyExact(objective.get(i), values[i]));
        }
        return sum;
    }
}
