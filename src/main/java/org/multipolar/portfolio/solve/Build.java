package org.multipolar.portfolio.solve;

import java.util.Arrays;

/** A demand's mix while it is being put together, with the sums that its limits look at. */
final class Build {

    private final Block block;
    /** Steps by group and by square, sets used by count, weighted sums, and steps by candidate. */
    final int[] sums;

    final int[] squareSums;
    final int[] used;
    private final long[] weights;
    final byte[] steps;

    Build(Block block) {
        this.block = block;
        this.sums = new int[block.groups.size()];
        this.squareSums = new int[block.squares.length];
        this.used = new int[block.counts.size()];
        this.weights = new long[block.weighed.size()];
        this.steps = new byte[block.size()];
    }

    void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(squareSums, 0);
        Arrays.fill(used, 0);
        Arrays.fill(weights, 0);
        Arrays.fill(steps, (byte) 0);
    }

    /** {@return whether so many steps of a candidate keep every cap} */
    boolean room(int j, int n) {
        for (int g : block.groupsOf[j]) {
            var group = block.groups.get(g);
            if (sums[g] + n > group.high) {
                return false;
            }
            if (sums[g] == 0) {
                for (int count : group.counts) {
                    if (used[count] >= block.counts.get(count).high()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** {@return what the rising cost of the candidate's square gives back} Puts steps in, or takes them out again. */
    long put(int j, int n, int sign) {
        for (int g : block.groupsOf[j]) {
            boolean first = sign > 0 ? sums[g] == 0 : sums[g] == n;
            sums[g] += sign * n;
            if (first) {
                for (int count : block.groups.get(g).counts) {
                    used[count] += sign;
                }
            }
        }
        for (int w = 0; w < weights.length; w++) {
            weights[w] += sign * block.weighed.get(w).factors()[j] * n;
        }
        steps[j] += (byte) (sign * n);
        int square = block.squareOf[j];
        if (square < 0) {
            return 0;
        }
        var costs = block.squares[square];
        long before = costs[squareSums[square]];
        squareSums[square] += sign * n;
        return before - costs[squareSums[square]];
    }

    /** {@return whether a mix with all its steps keeps what caps do not say: counts, weighted sums, lots} */
    boolean holds() {
        for (int c = 0; c < used.length; c++) {
            if (used[c] < block.counts.get(c).low()
                    || used[c] > block.counts.get(c).high()) {
                return false;
            }
        }
        for (int w = 0; w < weights.length; w++) {
            var row = block.weighed.get(w);
            if (weights[w] < row.low() || weights[w] > row.high()) {
                return false;
            }
        }
        for (int g = 0; g < sums.length; g++) {
            if (sums[g] > 0 && sums[g] < block.groups.get(g).least) {
                return false;
            }
        }
        return true;
    }

    /** {@return what the mix is worth at these prices of steps, before charges} */
    long worth(long[] price) {
        long sum = 0;
        for (int j = 0; j < steps.length; j++) {
            if (steps[j] > 0) {
                sum += price[j] * steps[j];
            }
        }
        for (int o = 0; o < squareSums.length; o++) {
            sum -= block.squares[o][squareSums[o]];
        }
        return sum;
    }
}
