package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How many steps groups of choices can hold at most, as far as rows already stated say so.
 *
 * <p>A yes-no variable tied to shares by the smallest valid factor, rather than by the whole demand, brings the relaxation
 * much closer to the whole-number optimum, and the proof with it.
 */
final class Ceilings {

    private record Ceiling(BitSet variables, long steps) {}

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
            if (ceiling.steps() < least && within(variables, ceiling.variables())) {
                least = ceiling.steps();
            }
        }
        return Math.max(0, least);
    }

    private static boolean within(BitSet few, BitSet many) {
        for (int at = few.nextSetBit(0); at >= 0; at = few.nextSetBit(at + 1)) {
            if (!many.get(at)) {
                return false;
            }
        }
        return true;
    }

    private static BitSet variables(List<Choice> choices) {
        var variables = new BitSet();
        choices.forEach(choice -> variables.set(choice.variable()));
        return variables;
    }
}
