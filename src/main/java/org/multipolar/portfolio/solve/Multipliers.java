package org.multipolar.portfolio.solve;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Prices the caps of a demand that {@link Filling} does not look at, so that its bound comes close to the truth.
 *
 * <p>Any prices of zero or more give a true bound; good ones give a close one. They are the duals of the demand's relaxation
 * over its most promising candidates (doubles, which prove nothing and need not), rounded to whole numbers, and kept from one
 * question to the next as long as they cannot be better.
 */
final class Multipliers implements AutoCloseable {

    private static final int[] NOTHING = {};
    private static final byte[] NONE_HELD = {};
    private static final int PROMISING = 60;
    private static final int BEST_OUTSIDE = 4;
    private static final int ROUNDS = 6;

    private final Block block;
    private final Filling filling;
    private final boolean[] out;
    private final int[] crossing;
    private long[] prices;
    private long[] worth;
    private final int[] bought;
    private final int[] noSums;
    private final int[] noSquares;
    private final boolean[] open;

    Multipliers(Block block, Filling filling, boolean[] out) {
        this.block = block;
        this.filling = filling;
        this.out = out;
        this.crossing = IntStream.range(0, block.groups.size())
                .filter(g -> !block.nested[g] && block.groups.get(g).high < block.total)
                .toArray();
        this.prices = new long[crossing.length];
        this.worth = new long[block.size()];
        this.bought = new int[block.size()];
        this.noSums = new int[block.groups.size()];
        this.noSquares = new int[block.squares.length];
        this.open = new boolean[block.groups.size()];
    }

    long[] worth() {
        return worth;
    }

    /** {@return what the caps' own side adds to the bound, with worth being the prices less the multipliers} */
    long price(long[] linear) {
        long least = bound(linear);
        var best = prices;
        for (int round = 0; round < ROUNDS && least != Filling.NONE && !exact(); round++) {
            int known = made;
            prices = duals();
            long bound = bound(linear);
            if (bound != Filling.NONE && bound < least) {
                least = bound;
                best = prices;
            }
            if (made == known) {
                break; // no candidate came in: these are the duals over all that matter
            }
        }
        prices = best;
        lower(linear);
        filling.order(worth, out);
        return sides();
    }

    /** Where the filling keeps every cap, and fills those with a price, no other prices give a lower bound. */
    private boolean exact() {
        filling.take(bought);
        for (int c = 0; c < crossing.length; c++) {
            var group = block.groups.get(crossing[c]);
            int sum = 0;
            for (int member : group.members) {
                sum += bought[member];
            }
            if (sum > group.high || (sum < group.high && prices[c] > 0)) {
                return false;
            }
        }
        return true;
    }

    private long bound(long[] linear) {
        lower(linear);
        filling.order(worth, out);
        long rest = filling.fill(0, block.total, noSums, noSquares, open, NOTHING, NONE_HELD);
        return rest == Filling.NONE ? rest : sides() + rest;
    }

    private void lower(long[] linear) {
        worth = linear.clone();
        for (int c = 0; c < crossing.length; c++) {
            if (prices[c] != 0) {
                for (int member : block.groups.get(crossing[c]).members) {
                    worth[member] -= prices[c];
                }
            }
        }
    }

    private long sides() {
        long sum = 0;
        for (int c = 0; c < crossing.length; c++) {
            sum += prices[c] * block.groups.get(crossing[c]).high;
        }
        return sum;
    }

    // ---- the relaxation; candidates come in as they become promising

    private @Nullable MPSolver solver;
    private final List<MPConstraint> caps = new ArrayList<>();
    private final List<MPConstraint> ofSquares = new ArrayList<>();
    private @Nullable MPConstraint whole;
    private MPVariable[] columns = {};
    private int made;

    private long[] duals() {
        var relaxation = relaxation();
        promising().forEach(this::column);
        var objective = relaxation.objective();
        for (int j = 0; j < columns.length; j++) {
            if (columns[j] != null) {
                objective.setCoefficient(columns[j], (double) (worth[j] + priced(j)));
            }
        }
        if (relaxation.solve() != MPSolver.ResultStatus.OPTIMAL) {
            return prices;
        }
        return Arrays.stream(crossing)
                .mapToLong(g -> Math.max(0, Math.round(caps.get(g).dualValue())))
                .toArray();
    }

    /** What the present prices take from a candidate's own worth. */
    private long priced(int j) {
        long sum = 0;
        for (int c = 0; c < crossing.length; c++) {
            if (prices[c] != 0 && Arrays.binarySearch(block.groups.get(crossing[c]).members, j) >= 0) {
                sum += prices[c];
            }
        }
        return sum;
    }

    private MPSolver relaxation() {
        if (solver != null) {
            return solver;
        }
        var made = MPSolver.createSolver("GLOP");
        solver = made;
        columns = new MPVariable[block.size()];
        whole = made.makeConstraint(block.total, block.total);
        for (var group : block.groups) {
            caps.add(made.makeConstraint(-MPSolver.infinity(), Math.min(group.high, block.total)));
        }
        for (var costs : block.squares) {
            var steps = made.makeConstraint(0, 0);
            ofSquares.add(steps);
            for (int k = 1; k <= block.total; k++) {
                var step = made.makeNumVar(0, 1, "");
                steps.setCoefficient(step, -1);
                made.objective().setCoefficient(step, -(double) (costs[k] - costs[k - 1]));
            }
        }
        made.objective().setMaximization();
        return made;
    }

    /** The dearest now, what the last filling bought, and the best outside each cap that crosses. */
    private Set<Integer> promising() {
        var promising = new TreeSet<Integer>();
        for (int i = 0; i < Math.min(PROMISING, filling.count); i++) {
            promising.add(filling.candidate[i]);
        }
        for (int g : crossing) {
            int found = 0;
            for (int i = 0; i < filling.count && found < BEST_OUTSIDE; i++) {
                if (Arrays.binarySearch(block.groups.get(g).members, filling.candidate[i]) < 0) {
                    promising.add(filling.candidate[i]);
                    found++;
                }
            }
        }
        return promising;
    }

    private void column(int j) {
        if (columns[j] == null) {
            var column = relaxation().makeNumVar(0, Math.min(block.high[j], block.total), "");
            columns[j] = column;
            made++;
            java.util.Objects.requireNonNull(whole).setCoefficient(column, 1);
            for (int g : block.groupsOf[j]) {
                caps.get(g).setCoefficient(column, 1);
            }
            if (block.squareOf[j] >= 0) {
                ofSquares.get(block.squareOf[j]).setCoefficient(column, 1);
            }
        }
    }

    @Override
    public void close() {
        if (solver != null) {
            solver.delete();
            solver = null;
        }
    }
}
