package org.multipolar.web.ask;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A supplier of today as it is typed.
 *
 * @param more keys that the form does not show, as JSON
 */
public record OperatorRow(String operator, String exitCost, String more) {

    private static final String OPERATOR = "operator";
    private static final String EXIT_COST = "exit_cost_usd";

    static OperatorRow of(Profile incumbent) {
        return new OperatorRow(
                incumbent.text(OPERATOR),
                incumbent.text(EXIT_COST),
                incumbent.without(Set.of(OPERATOR, EXIT_COST)).json());
    }

    static OperatorRow of(Typed typed, String at) {
        return new OperatorRow(
                typed.text(at + "." + OPERATOR), typed.text(at + "." + EXIT_COST), typed.text(at + ".more"));
    }

    boolean blank() {
        return operator.isEmpty() && exitCost.isEmpty();
    }

    Map<String, Object> profile(String at) {
        var incumbent = new LinkedHashMap<String, Object>();
        incumbent.put(OPERATOR, Needed.text(at + "." + OPERATOR, operator));
        if (!exitCost.isEmpty()) {
            incumbent.put(EXIT_COST, Profile.scalar(exitCost));
        }
        incumbent.putAll(Profile.carried(more).entries());
        return incumbent;
    }
}
