package org.multipolar.portfolio.solve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Mixes of one demand, of which those alike to all other demands are kept only once: the one that wins.
 *
 * <p>Mixes are alike where they turn on the same switches and take the same of every shared row; which of them is taken then
 * changes nothing elsewhere.
 */
final class Shortlist {

    private final Block block;
    private final Comparator<Mix> order;
    private final int most;
    private final Map<Alike, Mix> kept = new HashMap<>();

    /** What other demands see of a mix. */
    @SuppressWarnings("ArrayRecordComponent") // compared by content, below
    private record Alike(long switches, long[] taken) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Alike of && switches == of.switches && Arrays.equals(taken, of.taken);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(switches) * 31 + Arrays.hashCode(taken);
        }
    }

    /**
     * @param order which of two mixes that are alike wins
     * @param most kept at most, before the work counts as run out
     */
    Shortlist(Block block, Comparator<Mix> order, int most) {
        this.block = block;
        this.order = order;
        this.most = most;
    }

    void add(byte[] steps) {
        var mix = Mix.of(block, steps);
        kept.merge(
                new Alike(mix.switches(), mix.taken()),
                mix,
                (one, other) -> order.compare(one, other) <= 0 ? one : other);
        if (kept.size() > most) {
            throw new Work.Out();
        }
    }

    /** {@return the mixes kept, the winning ones first} */
    List<Mix> mixes() {
        return kept.values().stream().sorted(order).toList();
    }
}
