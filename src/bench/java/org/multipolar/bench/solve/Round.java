package org.multipolar.bench.solve;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.multipolar.portfolio.drawn.Instance;

/**
 * One instance with how everybody did.
 *
 * @param infeasible whether it was proven that there is no mix
 */
record Round(Instance instance, Map<Racer, Showing> showings, boolean infeasible) {

    Showing of(Racer racer) {
        return showings.getOrDefault(racer, Showing.leftOut());
    }

    /** {@return the fastest of the others whose proof is right, by median} */
    Optional<Showing> bestPeer() {
        return showings.entrySet().stream()
                .filter(each ->
                        !(each.getKey() instanceof Ours) && each.getValue().proven())
                .map(Map.Entry::getValue)
                .min(Comparator.comparingLong(showing -> showing.times().median()));
    }
}
