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
 * @param stabilityDraws draws of weights and data under which the mix is asked for again; 0 for none
 * @param circumstances what scenarios change of it
 */
public record Question(
        Buyer buyer,
        LocalDate asOf,
        List<LimitClause> extraLimits,
        Set<String> withoutRules,
        boolean explainAll,
        int stabilityDraws,
        Circumstances circumstances) {

    /** Draws whose problems are solved within seconds. */
    public static final int MOST_DRAWS = 1_000;

    public Question {
        if (stabilityDraws < 0 || stabilityDraws > MOST_DRAWS) {
            throw new IllegalArgumentException(
                    "%d draws are not between 0 and %d.".formatted(stabilityDraws, MOST_DRAWS));
        }
        buyer = buyer.on(asOf);
        extraLimits = List.copyOf(extraLimits);
        withoutRules = Collections.unmodifiableSet(new TreeSet<>(withoutRules));
    }

    public Question(Buyer buyer, LocalDate asOf, List<LimitClause> extraLimits) {
        this(buyer, asOf, extraLimits, Set.of(), false, 0, Circumstances.NONE);
    }

    /** {@return the same question, explained in full} */
    public Question explainedInFull() {
        return new Question(buyer, asOf, extraLimits, withoutRules, true, stabilityDraws, circumstances);
    }

    /** {@return the same question about another day} */
    public Question on(LocalDate day) {
        return new Question(buyer, day, extraLimits, withoutRules, explainAll, stabilityDraws, circumstances);
    }

    /** {@return the same question in a world without one rule} */
    public Question without(String rule) {
        var all = new TreeSet<>(withoutRules);
        all.add(rule);
        return new Question(buyer, asOf, extraLimits, all, explainAll, stabilityDraws, circumstances);
    }

    /** {@return the same question under what scenarios change, with exactly these rules left out} */
    public Question under(Buyer other, LocalDate day, Set<String> without, Circumstances changed) {
        return new Question(other, day, extraLimits, without, explainAll, stabilityDraws, changed);
    }

    /** {@return the same question with so many draws of its stability} */
    public Question drawing(int draws) {
        return new Question(buyer, asOf, extraLimits, withoutRules, explainAll, draws, circumstances);
    }
}
