package org.multipolar.portfolio;

import java.util.List;
import java.util.function.Function;

/** What the solver can honestly say. There is no fourth answer. */
public sealed interface Outcome {

    <R> R fold(Function<Optimal, R> optimal, Function<Infeasible, R> infeasible, Function<Unproven, R> unproven);

    /** The best values, and the bound that the search proved. */
    record Optimal(Solution solution, long bound) implements Outcome {
        @Override
        public <R> R fold(
                Function<Optimal, R> optimal, Function<Infeasible, R> infeasible, Function<Unproven, R> unproven) {
            return optimal.apply(this);
        }
    }

    /**
     * No values satisfy every limit; the clash is a smallest set of limits that cannot hold together, or empty where the
     * solver was not to look for one.
     */
    record Infeasible(List<String> clash) implements Outcome {
        public Infeasible {
            clash = List.copyOf(clash);
        }

        @Override
        public <R> R fold(
                Function<Optimal, R> optimal, Function<Infeasible, R> infeasible, Function<Unproven, R> unproven) {
            return infeasible.apply(this);
        }
    }

    /** Work ran out: the best values found, if any, and how good the best can still be. */
    record Unproven(List<Solution> best, long bound) implements Outcome {
        public Unproven {
            best = List.copyOf(best);
        }

        @Override
        public <R> R fold(
                Function<Optimal, R> optimal, Function<Infeasible, R> infeasible, Function<Unproven, R> unproven) {
            return unproven.apply(this);
        }
    }

    /** Values of all variables, in order, with the score they reach. */
    record Solution(List<Long> values, long score) {
        public Solution {
            values = List.copyOf(values);
        }

        public long[] array() {
            return values.stream().mapToLong(Long::longValue).toArray();
        }
    }
}
