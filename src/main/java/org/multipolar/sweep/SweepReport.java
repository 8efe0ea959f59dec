package org.multipolar.sweep;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep came to, in the shape that is printed and served. Scores are points, costs micro-USD a month, capacities
 * ten-thousandths of the buyer's volume.
 *
 * @param state whole, or partial while futures are missing
 * @param futures drawn, or in the grid
 * @param done of those, worked out
 * @param finding the whole in a sentence or two
 * @param ends how the search for a new mix ended, by outcome
 * @param rePlan score and cost of the new best mix, where there is one
 * @param mixes mixes held in every future; the first is the best one as things are
 * @param winners which of these is best by which measure
 * @param convergence means over the first futures, so that one sees whether more would change them
 * @param tornado what moves the result, the most first: each thing varied alone
 * @param suppliers how often each is in the new best mix
 */
public record SweepReport(
        String sweep,
        String title,
        String buyer,
        String buyerName,
        String asOf,
        String state,
        boolean grid,
        int futures,
        int done,
        long seed,
        String finding,
        List<VariableShown> variables,
        List<String> noise,
        Map<String, Integer> ends,
        Best rePlan,
        List<MixShown> mixes,
        List<Winner> winners,
        List<Robust> robust,
        List<Step> convergence,
        List<Bar> tornado,
        List<SupplierShown> suppliers,
        Map<String, String> digests,
        String solver) {

    /**
     * Something varied.
     *
     * @param likelihood in millionths, or null where all options are as likely
     * @param happened in how many futures the event happened, or null for a range
     */
    public record VariableShown(
            String id,
            String title,
            @Nullable Long likelihood,
            String why,
            List<String> options,
            @Nullable Integer happened) {}

    public record Best(Distribution score, Distribution cost) {}

    /**
     * A mix that is held in every future.
     *
     * @param score of what is left of it
     * @param regret points that the new best mix has more; 0 where none or where a held mix breaks a limit that came anew
     * @param least how often it has the least regret of all
     */
    public record MixShown(
            String id,
            String title,
            Distribution capacity,
            Distribution score,
            Distribution cost,
            Distribution regret,
            int least,
            Map<String, Integer> shares) {}

    /**
     * The best of the mixes held.
     *
     * @param by worst capacity, worst score, expected score, or least regret
     * @param value of the measure
     */
    public record Winner(String by, String mix, String title, long value) {}

    /**
     * A mix that was searched to stand up in several futures.
     *
     * @param title the aim in words
     * @param outcome optimal, infeasible or unproven
     * @param value what it is sure of by its aim, or null
     * @param bound what the search proved no mix can exceed, or null
     * @param scoreNow points as things are; what it costs beside the best mix is the difference
     * @param scoreCost points given up as things are
     * @param moneyCost micro-USD a month more as things are
     */
    public record Robust(
            String aim,
            String title,
            String outcome,
            @Nullable Long value,
            @Nullable Long bound,
            @Nullable Long scoreNow,
            @Nullable Long scoreCost,
            @Nullable Long moneyCost,
            String note) {}

    /** Means over the first so many futures: of the first mix held, and of the new best one. */
    public record Step(int futures, Distribution capacity, Distribution score, Distribution best) {}

    /**
     * One thing varied alone: the figures at its ends, or the fifth and ninety-fifth of a hundred draws.
     *
     * @param lawful whether some mix keeps all limits at every end
     */
    public record Bar(
            String variable, String title, List<String> texts, Ends capacity, Ends score, Ends cost, boolean lawful) {}

    /**
     * Figures of a bar.
     *
     * @param base as things are
     */
    public record Ends(long base, long low, long high) {

        long swing() {
            return Math.max(Math.abs(low - base), Math.abs(high - base));
        }
    }

    /**
     * A supplier.
     *
     * @param now ten-thousandths of the volume in the best mix as things are
     * @param stays futures in whose best mix it is
     * @param part of the volume over all futures with a mix
     */
    public record SupplierShown(String supplier, String name, long now, int stays, Distribution part) {}
}
