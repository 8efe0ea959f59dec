package org.multipolar.enabler;

import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A weighted mean of enablers.
 *
 * @param score between 0 and 1, or null where too little is known
 * @param have enablers known
 * @param of enablers weighed
 */
public record Strength(@Nullable Double score, int have, int of) {

    /** {@return the mean of the enablers that are known, as the published ranking takes it} */
    static Strength ofKnown(Map<String, EnablerScore> enablers, Map<String, Integer> parts, Aggregation aggregation) {
        var known = new ArrayList<Aggregation.Part>();
        parts.forEach((enabler, weight) -> {
            var score = enablers.get(enabler);
            if (score != null && score.score() != null) {
                known.add(new Aggregation.Part(score.score(), weight));
            }
        });
        return new Strength(known.isEmpty() ? null : aggregation.mean(known), known.size(), parts.size());
    }

    /** {@return the mean of all its enablers, unknown where one of them is: half a strength must not pass for a whole} */
    static Strength ofAll(Map<String, EnablerScore> enablers, Map<String, Integer> parts, Aggregation aggregation) {
        var strength = ofKnown(enablers, parts, aggregation);
        return strength.have() == strength.of() ? strength : new Strength(null, strength.have(), strength.of());
    }
}
