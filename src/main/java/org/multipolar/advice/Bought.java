package org.multipolar.advice;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.portfolio.PortfolioProblem;

/**
 * What a mix buys from whom.
 *
 * @param steps by demand and supplier
 * @param volumes steps times volume, by supplier
 * @param whole steps times volume of the whole buyer
 */
record Bought(Map<String, Map<String, Integer>> steps, Map<String, Long> volumes, long whole) {

    private static final long PARTS = 10_000;

    Bought {
        steps = Collections.unmodifiableMap(new TreeMap<>(steps));
        volumes = Collections.unmodifiableMap(new TreeMap<>(volumes));
    }

    static Bought of(PortfolioProblem problem, List<Long> values) {
        var steps = new TreeMap<String, Map<String, Integer>>();
        var volumes = new TreeMap<String, Long>();
        long whole = 0;
        for (var part : problem.parts()) {
            long volume = part.demand().volumeMtok();
            whole += PortfolioProblem.STEPS * volume;
            var ofDemand = new TreeMap<String, Integer>();
            for (var choice : part.choices()) {
                long held = values.get(choice.variable());
                if (held > 0) {
                    var supplier = choice.candidate().supplier().id();
                    ofDemand.merge(supplier, (int) held, Integer::sum);
                    volumes.merge(supplier, held * volume, Long::sum);
                }
            }
            steps.put(part.demand().id(), ofDemand);
        }
        return new Bought(steps, volumes, whole);
    }

    /** {@return the supplier with the largest volume; of equal ones the first by id} */
    String leader() {
        return volumes.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Collections.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** {@return whether no other supplier has a larger volume; of equal ones each leads} */
    boolean leads(String supplier) {
        return volumes.containsKey(supplier)
                && volumes.getOrDefault(supplier, 0L).equals(volumes.get(leader()));
    }

    /** {@return ten-thousandths of the buyer's volume, rounded to the nearest} */
    long share(String supplier) {
        return (2 * PARTS * volumes.getOrDefault(supplier, 0L) + whole) / (2 * whole);
    }

    /** {@return percent of a demand} */
    int percent(String demand, String supplier) {
        return PortfolioProblem.STEP_PERCENT
                * steps.getOrDefault(demand, Map.of()).getOrDefault(supplier, 0);
    }
}
