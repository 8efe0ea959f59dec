package org.multipolar.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.Cost;

/**
 * How a buyer's mix moves.
 *
 * @param state unmoved, moved or not-asked
 * @param why how that is known
 * @param old null where the mix was not solved, because it cannot move or nobody asked
 * @param fresh null where the mix was not solved
 * @param demands those whose shares move
 */
public record MixDiff(String state, String why, @Nullable Side old, @Nullable Side fresh, List<DemandMix> demands) {

    /**
     * The answer under one rulebook.
     *
     * @param score of the mix, or null where there is none
     * @param cost of the mix a month; nothing where there is none
     * @param clash limits that cannot hold together; empty where there is a mix
     */
    public record Side(String outcome, String headline, @Nullable Long score, Cost cost, List<String> clash) {

        static Side of(Advice advice) {
            return new Side(
                    advice.outcome(),
                    advice.headline(),
                    advice.score(),
                    advice.cost(),
                    advice.clash().stream().map(member -> member.id()).toList());
        }
    }

    /** The shares of a demand that move. */
    public record DemandMix(String demand, List<ShareMove> shares) {

        public DemandMix {
            shares = List.copyOf(shares);
        }
    }

    /** One share in percent of its demand, before and after. */
    public record ShareMove(String offer, String model, String operator, String place, int old, int fresh) {}

    public MixDiff {
        demands = List.copyOf(demands);
    }

    static MixDiff unsolved(String state, String why) {
        return new MixDiff(state, why, null, null, List.of());
    }
}
