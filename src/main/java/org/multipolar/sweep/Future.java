package org.multipolar.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.multipolar.advice.Redraw.Noise;
import org.multipolar.catalog.Scenario;

/**
 * One future of a sweep.
 *
 * @param options by variable, which of its options came out
 * @param row number that its noise is drawn by
 */
record Future(List<Integer> options, Noise noise, int row) {

    Future {
        options = List.copyOf(options);
    }

    /** {@return the scenarios that are laid in it, each once, in the order of the variables} */
    List<Scenario> scenarios(SweepPlan plan) {
        var laid = new LinkedHashMap<String, Scenario>();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i) != Futures.AS_IS) {
                var option = plan.variables().get(i).options().get(options.get(i));
                option.scenarios().forEach(each -> laid.putIfAbsent(each.id(), each));
            }
        }
        return new ArrayList<>(laid.values());
    }
}
