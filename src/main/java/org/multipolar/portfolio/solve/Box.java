package org.multipolar.portfolio.solve;

import org.multipolar.portfolio.Problem;

/** Bounds of all variables, between which a part of a proof holds. */
final class Box {

    private final long[] lower;
    private final long[] upper;

    private Box(long[] lower, long[] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    static Box of(Problem problem) {
        return new Box(
                problem.variables().stream().mapToLong(Problem.Variable::lower).toArray(),
                problem.variables().stream().mapToLong(Problem.Variable::upper).toArray());
    }

    Box atMost(int variable, long at) {
        var other = upper.clone();
        other[variable] = at;
        return new Box(lower, other);
    }

    Box from(int variable, long at) {
        var other = lower.clone();
        other[variable] = at;
        return new Box(other, upper);
    }

    long lower(int variable) {
        return lower[variable];
    }

    long upper(int variable) {
        return upper[variable];
    }

    boolean free(int variable) {
        return lower[variable] < upper[variable];
    }

    /** {@return the lower bounds, to be changed at will} */
    long[] lowest() {
        return lower.clone();
    }

    boolean holds(long[] values) {
        for (int j = 0; j < values.length; j++) {
            if (values[j] < lower[j] || values[j] > upper[j]) {
                return false;
            }
        }
        return true;
    }
}
