package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.List;

/**
 * What was worked out for demands that come again: a question asked anew usually changes one demand, or none.
 *
 * <p>A demand is recognised by its content, never by its name, so nothing remembered can be out of date; it only saves work.
 * Whoever takes a recollection has it alone until it is given back.
 */
final class Memory implements AutoCloseable {

    /** A demand's search, with the mixes that were good under some prices. */
    record Recollection(Block block, MixSearch search, List<Mix> known) {}

    private static final int MOST = 96;
    private static final int MOST_MIXES = 24;

    private final List<Recollection> kept = new ArrayList<>();

    synchronized Recollection take(Block block) {
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (kept.get(i).block().same(block)) {
                return kept.remove(i);
            }
        }
        return new Recollection(block, new MixSearch(block), new ArrayList<>());
    }

    /** Keeps it for the next time; what was used longest ago goes. */
    synchronized void give(Recollection recollection) {
        var known = recollection.known();
        while (known.size() > MOST_MIXES) {
            known.remove(0);
        }
        kept.add(recollection);
        if (kept.size() > MOST) {
            kept.remove(0).search().close();
        }
    }

    /** Lets go of all that is kept. */
    @Override
    public synchronized void close() {
        kept.forEach(each -> each.search().close());
        kept.clear();
    }
}
