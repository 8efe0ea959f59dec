package org.multipolar.explain;

import java.util.List;

/**
 * What one rule costs: the mix with it beside the best mix without it.
 *
 * @param owner law or house
 * @param score of the mix with the rule
 * @param scoreWithout of the best mix without it
 * @param moves shares that differ
 */
public record RuleCostShown(
        String rule,
        String title,
        String citation,
        String owner,
        long score,
        long scoreWithout,
        long costMicroUsd,
        long costWithoutMicroUsd,
        List<ShareShift> moves) {

    public RuleCostShown {
        moves = List.copyOf(moves);
    }
}
