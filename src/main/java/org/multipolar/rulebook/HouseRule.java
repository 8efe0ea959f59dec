package org.multipolar.rulebook;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One rule in the house form, as the linter read it: what the engine, the reference and the analysis all start from.
 *
 * @param name its whole name; a rule called {@code ID where nobody states it} belongs to the rule {@code ID}
 * @param effect the word after {@code findings.}
 * @param when what must hold of a case
 * @param annotations what stands after each {@code @}, unquoted
 */
record HouseRule(
        String name,
        String id,
        String effect,
        Condition.AllOf when,
        Map<String, String> annotations,
        String file,
        int line) {

    /** The effect of a rule that only says that nobody states the fact on which another turns. */
    static final String UNSTATED = "unstated";

    HouseRule {
        annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
    }

    boolean unstated() {
        return effect.equals(UNSTATED);
    }
}
