package org.multipolar.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Circumstances;
import org.multipolar.explain.ClashMember;
import org.multipolar.explain.Cost;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.explain.GapShown;
import org.multipolar.explain.LimitShown;
import org.multipolar.explain.NotCovered;
import org.multipolar.explain.Relaxation;
import org.multipolar.explain.RuleCostShown;
import org.multipolar.explain.Stability;
import org.multipolar.explain.Upcoming;

/**
 * The answer to a question, in the shape that is printed, served and stored.
 *
 * @param decision digest of question, data, rules and program: equal questions have equal decisions
 * @param scenarios those under which it was asked and that hold on the day; not shown where there are none
 * @param outcome optimal, infeasible or unproven
 * @param score of the mix, or null where there is none
 * @param bound what the search proved no mix can exceed, or null where there is no mix at all
 * @param ruleCosts what the mix would score and cost without each rule that shaped it, the dearest first
 * @param clash a smallest set of limits, exclusions and needs that cannot hold together; empty where there is a mix
 * @param otherClashes what clashes in other demands, each by itself
 * @param relaxations ways out of all of these, fewest changes first
 * @param notCovered countries of operation for which no rules were read: there nothing is known to be allowed
 * @param stability whether the mix holds within the intervals of the country scores
 */
public record Advice(
        String decision,
        String buyer,
        String buyerName,
        String asOf,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Circumstances.Named> scenarios,
        String outcome,
        String headline,
        @Nullable Long score,
        @Nullable Long bound,
        Cost cost,
        List<DemandAnswer> demands,
        List<LimitShown> limits,
        List<RuleCostShown> ruleCosts,
        List<ClashMember> clash,
        List<List<ClashMember>> otherClashes,
        List<Relaxation> relaxations,
        List<String> setAside,
        Stability stability,
        List<Upcoming> upcoming,
        List<GapShown> openGaps,
        List<NotCovered> notCovered,
        Map<String, String> digests,
        String solver) {

    public Advice {
        // Records written before there were scenarios do not name them.
        scenarios = scenarios == null ? List.of() : List.copyOf(scenarios);
    }
}
