package org.multipolar.explain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mixes of which none is better in score, cost and worst loss together.
 *
 * @param outcome optimal where the proposed mix is proven, else infeasible or unproven
 * @param lossKinds what may be lost at one blow
 * @param money the grid of most that may be paid, in micro-USD a month, smallest first
 * @param mostKept percent of every demand that can be made to survive at most
 * @param points cheapest first
 * @param proposed the mix that {@code advice} recommends, or null where none was proven
 * @param onFrontier whether it is one of the points; else a point is as good in all three and better in one
 * @param notSearched what the work did not reach; empty where the whole grid was searched
 * @param finding what was searched, and what was not
 * @param solves problems solved
 */
public record Tradeoffs(
        String buyer,
        String buyerName,
        String asOf,
        String outcome,
        List<String> lossKinds,
        List<Long> money,
        int mostKept,
        List<Point> points,
        @Nullable MixBrief proposed,
        boolean onFrontier,
        List<NotSearched> notSearched,
        String finding,
        int solves,
        Map<String, String> digests,
        String solver) {

    /** One mix; {@code proposed} says whether it is the one recommended. */
    public record Point(boolean proposed, MixBrief mix) {}

    /**
     * A question of the grid that stayed open.
     *
     * @param keeps percent of every demand that had to survive
     * @param mostMicroUsd most that might be paid a month, or null where no bound was set
     */
    public record NotSearched(int keeps, @Nullable Long mostMicroUsd) {}

    public Tradeoffs {
        lossKinds = List.copyOf(lossKinds);
        money = List.copyOf(money);
        points = List.copyOf(points);
        notSearched = List.copyOf(notSearched);
    }
}
