package org.multipolar.portfolio;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.catalog.Demand;

/** How much each demand counts in the score: whole thousandths that sum to 1,000. */
final class Weights {

    private static final long WHOLE = 1_000;

    private Weights() {}

    /** {@return the weights by demand id: stated ones, else volumes, shared out by largest remainder} */
    static Map<String, Integer> of(List<Demand> demands) {
        boolean stated = demands.stream().allMatch(demand -> demand.weight() != null);
        long sum = demands.stream().mapToLong(demand -> raw(demand, stated)).sum();
        var weights = new TreeMap<String, Integer>();
        demands.forEach(demand -> weights.put(demand.id(), (int) (WHOLE * raw(demand, stated) / sum)));
        long left =
                WHOLE - weights.values().stream().mapToLong(Integer::longValue).sum();
        demands.stream()
                .sorted(Comparator.<Demand>comparingLong(demand -> -(WHOLE * raw(demand, stated) % sum))
                        .thenComparing(Demand::id))
                .limit(left)
                .forEach(demand -> weights.merge(demand.id(), 1, Integer::sum));
        return weights;
    }

    private static long raw(Demand demand, boolean stated) {
        var weight = demand.weight();
        return stated && weight != null ? weight : demand.volumeMtok();
    }
}
