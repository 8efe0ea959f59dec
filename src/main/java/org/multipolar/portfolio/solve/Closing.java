package org.multipolar.portfolio.solve;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which sets of a demand may not be used any more, because as many are used as may be, or because that was decided. */
final class Closing {

    private final Block block;
    private final Toggled toggled;
    private final Build build;
    /** Counts that bound from above, those that are full now, the sets that may be closed, and those that are. */
    private final boolean[] limited;

    private final boolean[] full;
    private final int[] watched;
    private final boolean[] closed;

    Closing(Block block, Toggled toggled, Build build) {
        this.block = block;
        this.toggled = toggled;
        this.build = build;
        this.closed = new boolean[block.groups.size()];
        this.full = new boolean[block.counts.size()];
        this.limited = new boolean[full.length];
        for (int c = 0; c < full.length; c++) {
            limited[c] = block.counts.get(c).high() < block.groups.size();
        }
        this.watched = IntStream.range(0, closed.length)
                .filter(g -> block.groups.get(g).counts.length > 0 || block.groups.get(g).joint >= 0)
                .toArray();
    }

    boolean[] closed() {
        return closed;
    }

    void open() {
        Arrays.fill(closed, false);
    }

    /** Closes sets not used yet where no more may be used, and opens those that may be used again. */
    void settle() {
        for (int c = 0; c < full.length; c++) {
            full[c] = limited[c]
                    && build.used[c] + toggled.owed(c, build.sums)
                            >= block.counts.get(c).high();
        }
        for (int g : watched) {
            boolean shut = toggled.never(g);
            if (!shut && build.sums[g] == 0 && !toggled.must(g)) {
                for (int count : block.groups.get(g).counts) {
                    shut |= full[count];
                }
            }
            closed[g] = shut;
        }
    }
}
