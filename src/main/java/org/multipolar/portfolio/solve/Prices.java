package org.multipolar.portfolio.solve;

/**
 * Prices of what demands share: any of them bound the whole.
 *
 * <p>The bound (Lagrange): the rows' sides at their prices, plus each demand's best mix under the prices, plus what switches
 * gain at best. Roundings go upwards everywhere.
 *
 * @param ofRows by shared row; above zero it leans on the upper side, below on the lower
 * @param links by demand and switch, what the demand's use of the switch takes and the switch gets; none is negative
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record Prices(Price[] ofRows, long[][] links) {

    static Prices none(Structure structure) {
        var rows = new Price[structure.shared().size()];
        java.util.Arrays.fill(rows, Price.NONE);
        return new Prices(
                rows, new long[structure.blocks().size()][structure.switches().size()]);
    }

    /** {@return what one step of each candidate is worth to its demand} */
    long[] worth(Block block) {
        var worth = block.price.clone();
        for (int r = 0; r < block.sharedRows.length; r++) {
            var price = ofRows[block.sharedRows[r]];
            if (price.parts() != 0) {
                for (int j = 0; j < worth.length; j++) {
                    worth[j] -= price.floor(block.shared[r][j]);
                }
            }
        }
        return worth;
    }

    /** {@return what turning a switch on gains, beyond what demands pay for it} */
    long gain(Structure structure, int z) {
        long gain = structure.switches().get(z).price();
        for (int i = 0; i < ofRows.length; i++) {
            var row = structure.shared().get(i);
            for (int k = 0; k < row.switches().length; k++) {
                if (row.switches()[k] == z) {
                    gain -= ofRows[i].floor(row.factors()[k]);
                }
            }
        }
        for (var link : links) {
            gain += link[z];
        }
        return gain;
    }

    /** {@return the part of the bound that no demand adds} */
    long base(Structure structure) {
        long base = 0;
        for (int i = 0; i < ofRows.length; i++) {
            var row = structure.shared().get(i);
            if (ofRows[i].parts() != 0) {
                base += ofRows[i].ceil(ofRows[i].parts() > 0 ? row.high() : row.low());
            }
        }
        for (int z = 0; z < structure.switches().size(); z++) {
            long gain = gain(structure, z);
            var of = structure.switches().get(z);
            base += gain * (gain > 0 ? of.high() : of.low());
        }
        return base;
    }
}
