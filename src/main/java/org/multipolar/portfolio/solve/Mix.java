package org.multipolar.portfolio.solve;

/**
 * One demand's shares, with all that matters outside the demand.
 *
 * @param steps by candidate
 * @param value scaled objective of the demand alone, without prices of shared rows
 * @param score objective of the demand alone
 * @param switches which switches it turns on, as bits
 * @param taken by shared row of its block what it takes
 * @param ties by tie objective what it costs
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record Mix(byte[] steps, long value, long score, long switches, long[] taken, long[] ties) {

    static Mix of(Block block, byte[] steps) {
        long value = 0;
        long score = 0;
        var taken = new long[block.sharedRows.length];
        var ties = new long[block.ties.length];
        for (int j = 0; j < steps.length; j++) {
            if (steps[j] > 0) {
                value += block.price[j] * steps[j];
                score += block.score[j] * steps[j];
                for (int r = 0; r < taken.length; r++) {
                    taken[r] += block.shared[r][j] * steps[j];
                }
                for (int t = 0; t < ties.length; t++) {
                    ties[t] += block.ties[t][j] * steps[j];
                }
            }
        }
        var sums = new int[block.squares.length];
        for (int j = 0; j < steps.length; j++) {
            if (block.squareOf[j] >= 0) {
                sums[block.squareOf[j]] += steps[j];
            }
        }
        for (int o = 0; o < sums.length; o++) {
            value -= block.squares[o][sums[o]];
            score -= block.squares[o][sums[o]] >> block.shift;
        }
        long switches = 0;
        for (var group : block.groups) {
            if (group.joint >= 0) {
                for (int member : group.members) {
                    if (steps[member] > 0) {
                        switches |= 1L << group.joint;
                    }
                }
            }
        }
        return new Mix(steps, value, score, switches, taken, ties);
    }
}
