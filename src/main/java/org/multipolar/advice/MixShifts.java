package org.multipolar.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.explain.ShareShift;
import org.multipolar.portfolio.Choice;
import org.multipolar.portfolio.PortfolioProblem;

/** Tells which shares differ between the solutions of two statements of one question. */
final class MixShifts {

    private record Bought(Choice choice, int percent) {}

    private MixShifts() {}

    /** {@return the shares that differ, in the order of demands and offers} */
    static List<ShareShift> between(
            PortfolioProblem old, List<Long> oldValues, PortfolioProblem fresh, List<Long> freshValues) {
        var before = bought(old, oldValues);
        var after = bought(fresh, freshValues);
        var all = new TreeMap<>(before);
        all.putAll(after);
        var shifts = new ArrayList<ShareShift>();
        all.forEach((key, each) -> {
            int from = percent(before, key);
            int to = percent(after, key);
            if (from != to) {
                var candidate = each.choice().candidate();
                shifts.add(new ShareShift(candidate.demand().id(), candidate.id(), candidate.place(), from, to));
            }
        });
        return shifts;
    }

    private static int percent(Map<String, Bought> bought, String key) {
        var each = bought.get(key);
        return each == null ? 0 : each.percent();
    }

    private static Map<String, Bought> bought(PortfolioProblem problem, List<Long> values) {
        var bought = new TreeMap<String, Bought>();
        problem.bought(values)
                .forEach(choice -> bought.put(
                        choice.candidate().demand().id() + " "
                                + choice.candidate().id(),
                        new Bought(
                                choice,
                                Math.toIntExact(values.get(choice.variable()) * PortfolioProblem.STEP_PERCENT))));
        return bought;
    }
}
