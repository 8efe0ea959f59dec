package org.multipolar.explain;

import java.util.List;
import java.util.Map;

/**
 * The best mixes in turn.
 *
 * @param outcome optimal where at least one mix is proven, else infeasible or unproven
 * @param distinct shares or suppliers: what makes two mixes two
 * @param complete whether as many as asked for were found, or all there are
 * @param mixes best first; between two that follow each other there is no third
 * @param solves problems solved
 */
public record BestMixes(
        String buyer,
        String buyerName,
        String asOf,
        String outcome,
        String distinct,
        int asked,
        boolean complete,
        String finding,
        List<Ranked> mixes,
        int solves,
        Map<String, String> digests,
        String solver) {

    /**
     * One of the mixes.
     *
     * @param behind score points behind the best
     * @param moves what is other than in the best mix
     */
    public record Ranked(int rank, long behind, MixBrief mix, List<Stability.Move> moves) {}

    public BestMixes {
        mixes = List.copyOf(mixes);
    }
}
