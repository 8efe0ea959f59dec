package org.multipolar.whatif;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What scenarios do to a buyer's mix, in the shape that is printed, served and stored.
 *
 * @param asOf day of the baseline
 * @param scenarioAsOf day of the scenarios, another where they ask about another
 * @param on ids of the scenarios that the baseline itself stands on
 * @param noEffect why nothing moves, or null where something does
 * @param lost shares of the mix that the scenarios take away
 * @param moves shares that differ between the mix as it is and the new best one
 * @param duties duties that come or go with the new best mix
 * @param exposure parts of the volume that differ between the mix as it is and the new best one
 * @param broken limits that the mix would break if it were held
 * @param attribution what each change did, where several act at once; else empty
 */
public record WhatIf(
        String buyer,
        String buyerName,
        String asOf,
        String scenarioAsOf,
        List<Laid> scenarios,
        List<String> on,
        String headline,
        @Nullable String noEffect,
        Side baseline,
        Side hold,
        Side failOver,
        Side rePlan,
        List<LostShare> lost,
        List<Move> moves,
        List<DutyMove> duties,
        List<Exposure> exposure,
        List<Broken> broken,
        List<Attribution> attribution,
        Map<String, String> digests,
        String solver) {

    /** A scenario asked about, with what became of its patches. */
    public record Laid(
            String id,
            String title,
            String story,
            String from,
            String until,
            List<PatchLaid> patches,
            List<Cited> sources) {}

    /**
     * A patch.
     *
     * @param touched things it changed in world, buyer or rules; losses and bars change none of them
     * @param why why it changed nothing, or empty
     */
    public record PatchLaid(int number, String text, int touched, String why) {}

    /** A text that a scenario rests on. */
    public record Cited(String title, String publisher, String date, String url) {}

    /**
     * A share of the mix that is no more.
     *
     * @param ground scenario, gone, law, policy, unresolved, fit or price
     * @param citation of the law, or empty
     * @param by which changes take it away, each alone; empty where only several together do
     */
    public record LostShare(
            String demand,
            String offer,
            String supplier,
            String place,
            int percent,
            String ground,
            String why,
            String citation,
            List<String> by) {}

    /**
     * A share that differs.
     *
     * @param reason why, with old and new values
     * @param by which changes alone touch the candidate; empty where none does
     */
    public record Move(
            String demand,
            String offer,
            String model,
            String supplier,
            String place,
            int from,
            int to,
            String reason,
            String citation,
            List<String> by) {}

    /**
     * A duty.
     *
     * @param change added or dropped
     */
    public record DutyMove(String rule, String change, String duty, String citation) {}

    /** A part of the buyer's volume, in ten-thousandths. */
    public record Exposure(String kind, String value, long from, long to) {}

    /** A limit that held shares break. */
    public record Broken(String limit, String title, String source) {}

    /**
     * What one of several changes did.
     *
     * @param change the scenario, or the scenario and the number of the patch
     * @param alone what moves where only it acts
     * @param without what moves where all but it act
     */
    public record Attribution(String change, String text, Delta alone, Delta without, String finding) {}

    /**
     * Differences to the baseline.
     *
     * @param outcome of the new plan
     * @param score new less old, or null where there is no new mix
     * @param cost micro-USD a month, likewise
     * @param held ten-thousandths of the volume that holding loses
     * @param shares how many shares differ
     */
    public record Delta(String outcome, @Nullable Long score, @Nullable Long cost, long held, int shares) {

        boolean nothing() {
            return held == 0 && shares == 0 && score != null && score == 0 && cost != null && cost == 0;
        }
    }
}
