package org.multipolar.catalog;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What scenarios change of a question that is neither its world nor its buyer.
 *
 * @param scenarios those that hold, in the order in which they were laid on each other
 * @param rulesOn proposals that are taken as law
 * @param rulesFrom rules that hold from another day than their own
 * @param barriers what may not be bought
 * @param digest SHA-256 over all scenarios asked for, or empty where there are none
 */
public record Circumstances(
        List<Named> scenarios,
        Set<String> rulesOn,
        Map<String, LocalDate> rulesFrom,
        List<Barrier> barriers,
        String digest) {

    /** Things as they are. */
    public static final Circumstances NONE = new Circumstances(List.of(), Set.of(), Map.of(), List.of(), "");

    /** A scenario by id and title. */
    public record Named(String id, String title) {}

    /**
     * A loss or a bar.
     *
     * @param scenario whose it is
     * @param patch a {@link Patch.Lost} or a {@link Patch.Bar}
     */
    public record Barrier(Named scenario, Patch patch) {}

    public Circumstances {
        scenarios = List.copyOf(scenarios);
        rulesOn = Collections.unmodifiableSet(new TreeSet<>(rulesOn));
        rulesFrom = Collections.unmodifiableMap(new TreeMap<>(rulesFrom));
        barriers = List.copyOf(barriers);
    }
}
