package org.multipolar.bench.solve;

import java.util.List;

/**
 * What a contestant says of one problem.
 *
 * @param values of all variables in order; empty where none were found
 * @param nanos from the problem in memory to the answer, without what {@code aside} holds
 * @param aside nanoseconds that starting a program and reading its file took
 */
record Claim(Said said, List<Long> values, long nanos, long aside) {

    /** How sure it is. */
    enum Said {
        OPTIMAL,
        INFEASIBLE,
        /** Nothing proven within the limit. */
        OPEN
    }

    Claim {
        values = List.copyOf(values);
    }
}
