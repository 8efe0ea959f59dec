package org.multipolar.sweep;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one future turned out.
 *
 * @param end what the search for a new mix came to
 * @param score points of the new best mix; 0 where there is none
 * @param cost micro-USD a month of the new best mix; 0 where there is none
 * @param held by known mix, what is left of it
 * @param suppliers ten-thousandths of the volume in the new best mix, by number of the supplier
 */
record Outturn(End end, long score, long cost, List<Held> held, Map<Integer, Long> suppliers) {

    enum End {
        OPTIMAL,
        INFEASIBLE,
        UNPROVEN
    }

    /**
     * What is left of a mix.
     *
     * @param capacity ten-thousandths of the volume that still run
     * @param score points of it
     * @param cost micro-USD a month
     */
    record Held(long capacity, long score, long cost) {}

    Outturn {
        held = List.copyOf(held);
        suppliers = Collections.unmodifiableMap(new TreeMap<>(suppliers));
    }
}
