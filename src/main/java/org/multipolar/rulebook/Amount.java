package org.multipolar.rulebook;

import java.util.Set;

/** A quantity; an unknown one meets every condition or none, as the case is looked at. */
public final class Amount extends Answering {

    private final Set<String> reached;
    private final boolean known;
    private final boolean unknownHolds;

    private Amount(Set<String> reached, boolean known, boolean unknownHolds) {
        this.reached = reached;
        this.known = known;
        this.unknownHolds = unknownHolds;
    }

    /** {@return a known quantity, by the parameters' figures that it reaches} */
    static Amount of(Set<String> reached) {
        return new Amount(reached, true, false);
    }

    static Amount unknown(boolean holds) {
        return new Amount(Set.of(), false, holds);
    }

    public boolean atLeast(String parameter) {
        return known ? reached.contains(parameter) : unknownHolds;
    }

    public boolean below(String parameter) {
        return known ? !reached.contains(parameter) : unknownHolds;
    }
}
