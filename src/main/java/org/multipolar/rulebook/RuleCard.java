package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a rule besides its conditions: title, citation, dates, confidence and the numbers it turns on.
 *
 * @param from first day it holds, or null where nobody read one
 * @param until last day it holds, or null while it holds
 * @param baseline whether the duty hits every candidate of a place alike and so leaves verdicts alone
 * @param weight how heavy a penalty is (low, medium, high), or empty
 * @param bounds what a cap or floor groups by, with the parameter that says how much
 * @param settledBy which evidence settles an unresolved verdict, or empty
 * @param switchedOff whether it holds only when a scenario switches it on: a proposal or draft
 * @param sources keys of the sources, the citation first
 * @param sourceRead whether the cited text itself was read when the rule was written
 * @param fields the facts its conditions ask for
 */
public record RuleCard(
        String id,
        String title,
        Effect effect,
        String kind,
        String status,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean baseline,
        String weight,
        List<Bound> bounds,
        String statement,
        String obligation,
        String settledBy,
        boolean switchedOff,
        List<String> jurisdictions,
        String citation,
        String reference,
        List<String> sources,
        boolean sourceRead,
        String confidence,
        String asOf,
        List<Field> fields,
        Map<String, String> annotations,
        String file,
        int line) {

    /** A cap or floor: shares summed by key may reach at most, or must reach at least, the parameter's value. */
    public record Bound(String key, String parameter) {}

    public RuleCard {
        bounds = List.copyOf(bounds);
        jurisdictions = List.copyOf(jurisdictions);
        sources = List.copyOf(sources);
        fields = List.copyOf(fields);
    }

    /** {@return whether its dates cover the day, both ends included} */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
