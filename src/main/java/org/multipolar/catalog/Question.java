package org.multipolar.catalog;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One question: which mix should this buyer have, under the law and data of this day.
 *
 * @param withoutRules rules to leave out, to see what they change; empty for a question that is meant
 * @param explainAll whether to ask of every rejected candidate that is shown what would bring it in, not of the first few
 */
public record Question(
        Buyer buyer, LocalDate asOf, List<LimitClause> extraLimits, Set<String> withoutRules, boolean explainAll) {

    public Question {
        extraLimits = List.copyOf(extraLimits);
        withoutRules = Collections.unmodifiableSet(new TreeSet<>(withoutRules));
    }

    public Question(Buyer buyer, LocalDate asOf, List<LimitClause> extraLimits) {
        this(buyer, asOf, extraLimits, Set.of(), false);
    }

    /** {@return the same question, explained in full} */
    public Question explainedInFull() {
        return new Question(buyer, asOf, extraLimits, withoutRules, true);
    }

    /** {@return the same question in a world without one rule} */
    public Question without(String rule) {
        var all = new TreeSet<>(withoutRules);
        all.add(rule);
        return new Question(buyer, asOf, extraLimits, all, explainAll);
    }
}
