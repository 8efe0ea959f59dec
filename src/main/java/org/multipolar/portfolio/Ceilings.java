package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many steps groups of choices can hold at most, as far as rows already stated say so.
 *
 * <p>A yes-no variable tied to shares by the smallest valid factor, rather than by the whole demand, brings the relaxation
 * much closer to the whole-number optimum, and the proof with it.
 */
final class Ceilings {

    private record Ceiling(Set<Integer> variables, long steps) {}

    private final boolean tight;
    private final List<Ceiling> ceilings = new ArrayList<>();

    /**
     * @param tight whether what is noted counts; otherwise every group may hold the whole demand
     */
    Ceilings(boolean tight) {
        this.tight = tight;
    }

    /** Notes that these choices hold at most so many steps together. */
    void note(List<Choice> choices, long steps) {
        if (tight && steps < PortfolioProblem.STEPS) {
            ceilings.add(new Ceiling(variables(choices), steps));
        }
    }

    /** {@return the most steps that these choices of one demand can hold together} */
    long of(List<Choice> choices) {
        var variables = variables(choices);
        long least = PortfolioProblem.STEPS;
        for (var ceiling : ceilings) {
            if (ceiling.steps() < least && ceiling.variables().containsAll(variables)) {
                least = ceiling.steps();
            }
        }
        return Math.max(0, least);
    }

    private static Set<Integer> variables(List<Choice> choices) {
        var variables = new HashSet<Integer>();
        choices.forEach(choice -> variables.add(choice.variable()));
        return variables;
    }
}
