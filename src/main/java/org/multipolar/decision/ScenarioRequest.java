package org.multipolar.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.read.NearIds;
import org.multipolar.catalog.read.ScenarioReader;
import org.multipolar.whatif.Stack;

/**
 * The scenarios of a request: shipped ones by id, others as objects with the keys of a scenario's file.
 *
 * @param shipped ids of those laid that are shipped, which a record must keep with the request
 */
public record ScenarioRequest(Stack stack, List<String> shipped) {

    public static final String KEY = "scenarios";
    private static final ScenarioRequest NONE = new ScenarioRequest(new Stack(List.of(), List.of()), List.of());

    public ScenarioRequest {
        shipped = List.copyOf(shipped);
    }

    static ScenarioRequest read(JsonBody body, AdviceRequest.Around around) {
        var items = body.items(KEY);
        if (items.isEmpty()) {
            return NONE;
        }
        if (items.size() > Stack.MOST) {
            throw fault(
                    body.line(KEY),
                    KEY,
                    "%d scenarios; at most %d are laid on each other.".formatted(items.size(), Stack.MOST),
                    null);
        }
        var known = around.scenarios();
        var asked = new ArrayList<Scenario>();
        var brought = new TreeSet<String>();
        for (var item : items) {
            var scenario = item.text() == null ? inline(item, around) : shipped(item, asked.size(), known);
            if (asked.stream().anyMatch(each -> each.id().equals(scenario.id()))) {
                throw fault(
                        item.line(),
                        "%s[%d]".formatted(KEY, asked.size()),
                        "the scenario (%s) is asked about twice.".formatted(scenario.id()),
                        null);
            }
            asked.add(scenario);
            if (item.text() == null) {
                brought.add(scenario.id());
            }
        }
        var stack = Stack.of(asked, known);
        return new ScenarioRequest(
                stack,
                stack.all().stream()
                        .map(Scenario::id)
                        .filter(id -> !brought.contains(id))
                        .toList());
    }

    private static Scenario shipped(JsonBody.Item item, int number, Map<String, Scenario> known) {
        var id = String.valueOf(item.text());
        var scenario = known.get(id);
        if (scenario == null) {
            var near = NearIds.of(id, known.keySet());
            throw fault(
                    item.line(),
                    "%s[%d]".formatted(KEY, number),
                    "no scenario is called (%s).".formatted(id),
                    near.isEmpty() ? "GET /api/v1/scenarios lists them." : "it is one of " + near + ".");
        }
        return scenario;
    }

    /** Read twice: once where it stands, so that faults name its lines; once alone, so that its digest is its own. */
    private static Scenario inline(JsonBody.Item item, AdviceRequest.Around around) {
        var world = around.snapshot().world();
        var rules = around.snapshot().rulebook().cards().keySet();
        ScenarioReader.one("request", item.value(), world, rules);
        return ScenarioReader.one("request", item.alone(), world, rules);
    }

    /** {@return whether no scenario is asked about} */
    public boolean none() {
        return stack.asked().isEmpty();
    }

    private static BadInput fault(int line, String field, String what, @Nullable String maybe) {
        return new BadInput("request", line, field, what, maybe);
    }
}
