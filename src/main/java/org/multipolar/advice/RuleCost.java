package org.multipolar.advice;

import org.multipolar.catalog.Question;

/** What one rule costs a buyer: the mix with it beside the mix in a world without it. */
public final class RuleCost {

    private final MixDiffer differ;

    public RuleCost(Advisor advisor) {
        this.differ = MixDiffer.solving(advisor);
    }

    /** {@return how the mix would move if the rule were not there; it is solved only where that can be} */
    public MixDiff of(Snapshot snapshot, Question question, String rule) {
        var with = Assessed.of(snapshot, question);
        var without = Assessed.of(snapshot, question.without(rule));
        return MixDiffer.same(with.problem(), without.problem())
                ? MixDiffer.unmoved(false)
                : differ.diff(with, without, true);
    }
}
