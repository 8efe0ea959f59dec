package org.multipolar.whatif;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.DemandPart;
import org.multipolar.scenario.Applied.PatchEffect;
import org.multipolar.whatif.WhatIf.LostShare;
import org.multipolar.whatif.WhatIf.Move;

/** Says why scenarios move nothing, instead of an empty page. */
final class NoEffect {

    private NoEffect() {}

    /** {@return why nothing moves, or null where something does} */
    static @Nullable String why(
            Standpoint before,
            Standpoint after,
            List<PatchEffect> effects,
            Side baseline,
            Side rePlan,
            List<LostShare> lost,
            List<Move> moves) {
        boolean still = lost.isEmpty()
                && moves.isEmpty()
                && baseline.outcome().equals(rePlan.outcome())
                && Objects.equals(baseline.score(), rePlan.score())
                && baseline.cost().equals(rePlan.cost())
                && baseline.duties().equals(rePlan.duties());
        if (!still) {
            return null;
        }
        var reasons = new LinkedHashSet<String>();
        effects.stream().filter(each -> !each.takesPart()).forEach(each -> reasons.add(each.why()));
        boolean any = effects.stream().anyMatch(PatchEffect::takesPart);
        if (effects.isEmpty()) {
            reasons.add("the scenario states no change that offers, rules or figures could show");
        }
        if (any) {
            reasons.add(field(before, after, baseline.stands()));
        }
        return "No effect, because " + String.join("; ", reasons) + ".";
    }

    private static String field(Standpoint before, Standpoint after, boolean stands) {
        var old = buyable(before);
        var fresh = buyable(after);
        long taken =
                old.keySet().stream().filter(key -> !fresh.containsKey(key)).count();
        long come = fresh.keySet().stream().filter(key -> !old.containsKey(key)).count();
        long otherwise = fresh.entrySet().stream()
                .filter(each ->
                        old.containsKey(each.getKey()) && !Objects.equals(old.get(each.getKey()), each.getValue()))
                .count();
        if (!stands) {
            return "there is no mix before and none after";
        }
        if (taken + come + otherwise == 0) {
            return "of %d candidates that this buyer may buy it touches none".formatted(old.size());
        }
        return "of %d candidates that this buyer may buy it takes %d away, brings %d in and rates or prices %d otherwise, none of them in the mix nor better than it"
                .formatted(old.size(), taken, come, otherwise);
    }

    private static Map<String, List<Long>> buyable(Standpoint point) {
        var buyable = new HashMap<String, List<Long>>();
        var demands = point.inquiry().problem().parts().stream()
                .map(DemandPart::demand)
                .toList();
        demands.forEach(demand -> point.inquiry()
                .candidates(demand.id())
                .forEach(each ->
                        buyable.put(demand.id() + " | " + each.candidate().id(), List.of(each.score(), cost(each)))));
        return buyable;
    }

    private static long cost(Assessment assessment) {
        return assessment.candidate().priced() ? assessment.candidate().monthlyCost() : -1;
    }
}
