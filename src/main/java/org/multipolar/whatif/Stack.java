package org.multipolar.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.read.NearIds;
import org.multipolar.catalog.read.ScenarioReader;

/**
 * Scenarios laid on each other.
 *
 * @param below what they stand on: the baseline they are compared with, the lowest first
 * @param asked those asked about, in the order given
 */
public record Stack(List<Scenario> below, List<Scenario> asked) {

    public static final int MOST = 20;

    public Stack {
        below = List.copyOf(below);
        asked = List.copyOf(asked);
    }

    /**
     * {@return a stack of scenarios with all that they stand on}
     *
     * @param known scenarios that may be stood on
     */
    public static Stack of(List<Scenario> asked, Map<String, Scenario> known) {
        var once = new LinkedHashMap<String, Scenario>();
        asked.forEach(each -> {
            if (once.put(each.id(), each) != null) {
                throw new BadInput(
                        "scenarios",
                        0,
                        each.id(),
                        "the scenario (%s) is asked about twice.".formatted(each.id()),
                        null);
            }
        });
        if (asked.size() > MOST) {
            throw new BadInput(
                    "scenarios",
                    0,
                    "",
                    "%d scenarios; at most %d are laid on each other.".formatted(asked.size(), MOST),
                    null);
        }
        var all = new TreeMap<>(known);
        all.putAll(once);
        var below = new LinkedHashSet<Scenario>();
        asked.forEach(each -> below.addAll(ScenarioReader.bases(each, all, each.id())));
        below.removeAll(once.values());
        return new Stack(List.copyOf(below), asked);
    }

    /** {@return the shipped scenario of this id} */
    public static Scenario shipped(String id, Map<String, Scenario> known) {
        var scenario = known.get(id);
        if (scenario == null) {
            var near = NearIds.of(id, known.keySet());
            throw new BadInput(
                    "scenarios",
                    0,
                    id,
                    "no scenario is called (%s).".formatted(id),
                    near.isEmpty() ? "the list of scenarios has it." : "it is one of " + near + ".");
        }
        return scenario;
    }

    /** {@return everything that is laid, the lowest first} */
    public List<Scenario> all() {
        var all = new ArrayList<>(below);
        all.addAll(asked);
        return all;
    }
}
