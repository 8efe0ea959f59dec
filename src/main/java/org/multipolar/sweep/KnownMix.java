package org.multipolar.sweep;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A mix whose standing in every future is asked for.
 *
 * @param charge points that concentration, contracts and exits take from it as it is bought
 * @param fixed micro-USD a month that its contracts and exits cost as it is bought
 * @param steps by demand and candidate, as {@link org.multipolar.advice.Redraw#key} names them
 */
public record KnownMix(String id, String title, long charge, long fixed, Map<String, Integer> steps) {

    public KnownMix {
        steps = Collections.unmodifiableMap(new TreeMap<>(steps));
    }
}
