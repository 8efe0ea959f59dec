package org.multipolar.portfolio.solve;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Problem;

/** Bounds some variables' objective within boxes, and says where to split one that it cannot bound well enough. */
final class Bounding implements AutoCloseable {

    private static final double WHOLE = 1e-6;

    /** The best point in doubles, if there is one, and what its duals show without tolerance. */
    record Bounded(Relaxation.@Nullable Point point, Weighing weighing, BigInteger bound) {}

    /** Where a box is split. */
    record Cut(int variable, long at) {}

    private final Problem problem;
    private final List<Integer> numbers;
    private final List<Integer> rows;
    private final Relaxation relaxation;
    private final Budget budget;
    private @Nullable Relaxation elastic;

    Bounding(Problem problem, List<Integer> numbers, List<Integer> rows, Budget budget) {
        this.problem = problem;
        this.numbers = numbers;
        this.rows = rows;
        this.relaxation = new Relaxation(problem, numbers, rows, false);
        this.budget = budget;
    }

    /**
     * @param wanted how far down a box without points is to be bounded
     */
    Bounded in(Box box, BigInteger[] objective, BigInteger wanted) {
        budget.spend();
        relaxation.maximise(objective);
        var point = relaxation.solve(box);
        var weighing = point == null ? against(box, objective, wanted) : Weighing.of(problem, objective, point.duals());
        return new Bounded(point, weighing, weighing.bound(box));
    }

    private Weighing against(Box box, BigInteger[] objective, BigInteger wanted) {
        budget.spend();
        if (elastic == null) {
            elastic = new Relaxation(problem, numbers, rows, true);
        }
        var why = elastic.solve(box);
        return why == null
                ? Weighing.of(problem, objective, Map.of())
                : Weighing.against(problem, objective, why.duals(), box, wanted);
    }

    /** {@return a split at the value farthest from whole, else at any variable that is free; null where none is} */
    @Nullable
    Cut cut(Box box, Relaxation.@Nullable Point point) {
        Cut best = null;
        double farthest = -1;
        for (int j : numbers) {
            if (box.free(j)) {
                double value = point == null ? box.lower(j) : point.values().getOrDefault(j, 0.0);
                double far = Math.abs(value - Math.rint(value));
                if (far > (best == null ? -1 : Math.max(farthest, WHOLE))) {
                    farthest = far;
                    best = new Cut(j, at(box, j, value));
                }
            }
        }
        return best;
    }

    /** {@return whether the rows hold at these values; rows look only at these variables} */
    boolean allows(long[] values) {
        return rows.stream().allMatch(i -> problem.rows().get(i).holds(values));
    }

    private static long at(Box box, int variable, double value) {
        long at = (long) Math.floor(value + WHOLE);
        return Math.max(box.lower(variable), Math.min(box.upper(variable) - 1, at));
    }

    @Override
    public void close() {
        relaxation.close();
        if (elastic != null) {
            elastic.close();
        }
    }
}
