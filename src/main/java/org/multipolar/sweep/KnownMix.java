package org.multipolar.sweep;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A mix whose standing in every future is asked for.
 *
 * @param steps by demand and candidate, as {@link org.multipolar.advice.Redraw#key} names them
 */
public record KnownMix(String id, String title, Map<String, Integer> steps) {

    public KnownMix {
        steps = Collections.unmodifiableMap(new TreeMap<>(steps));
    }
}
