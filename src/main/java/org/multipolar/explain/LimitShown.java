package org.multipolar.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit as it stands in the mix.
 *
 * @param owner law, house, buyer or structure
 * @param left what the mix reaches where it is closest to the limit, in its unit
 * @param relation at most or at least
 * @param right what the limit allows or asks, in its unit
 * @param unit percent, suppliers, contracts, origins, micro-USD or Mtok; shares over several demands are rounded towards the
 *     limit
 * @param binding whether one step more would break it
 * @param worth what one step of relief would add to the score; 0 where none, null where it was not asked or not proven
 * @param step one step of relief, in words; empty where it was not asked
 * @param worthCostMicroUsd by how much the mix with that relief costs more a month, or null likewise
 * @param moves shares that the relief would move
 */
public record LimitShown(
        String id,
        String owner,
        String title,
        String source,
        String demand,
        long left,
        String relation,
        long right,
        String unit,
        boolean binding,
        @Nullable Long worth,
        String step,
        @Nullable Long worthCostMicroUsd,
        List<ShareShift> moves) {

    public LimitShown {
        moves = List.copyOf(moves);
    }

    /** {@return the same limit with what one step of relief is worth} */
    public LimitShown worth(String inWords, long score, long costMicroUsd, List<ShareShift> shifts) {
        return new LimitShown(
                id,
                owner,
                title,
                source,
                demand,
                left,
                relation,
                right,
                unit,
                binding,
                score,
                inWords,
                costMicroUsd,
                shifts);
    }
}
