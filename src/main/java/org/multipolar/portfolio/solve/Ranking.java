package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What makes one mix of a demand, or one portfolio, come before another: the score, then the ties in turn. */
final class Ranking {

    private final Structure structure;
    /** By block its candidates in the order in which a larger share wins. */
    private final int[][] orders;

    Ranking(Structure structure) {
        this.structure = structure;
        var places = new ArrayList<List<Integer>>();
        structure.blocks().forEach(block -> places.add(new ArrayList<>()));
        for (var each : structure.order()) {
            places.get(each[0]).add(each[1]);
        }
        this.orders = places.stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** {@return an order of mixes of one demand in which, all else alike, the better comes first} */
    Comparator<Mix> ofBlock(int block) {
        return Comparator.comparingLong((Mix mix) -> -mix.score())
                .thenComparing(Mix::ties, Arrays::compare)
                .thenComparing((one, other) -> larger(orders[block], one.steps(), other.steps()));
    }

    private static int larger(int[] order, byte[] one, byte[] other) {
        for (int j : order) {
            if (one[j] != other[j]) {
                return one[j] > other[j] ? -1 : 1;
            }
        }
        return 0;
    }

    /** {@return whether a portfolio comes before another of the same score} */
    boolean before(List<Mix> one, long oneSwitches, List<Mix> other, long otherSwitches) {
        for (int t = 0; t < structure.tieSwitches().length; t++) {
            int compared = Long.compare(tie(t, one, oneSwitches), tie(t, other, otherSwitches));
            if (compared != 0) {
                return compared < 0;
            }
        }
        for (var each : structure.order()) {
            int mine = one.get(each[0]).steps()[each[1]];
            int its = other.get(each[0]).steps()[each[1]];
            if (mine != its) {
                return mine > its;
            }
        }
        return false;
    }

    private long tie(int t, List<Mix> mixes, long switches) {
        long sum = 0;
        for (var mix : mixes) {
            sum += mix.ties()[t];
        }
        var ofSwitches = structure.tieSwitches()[t];
        for (int z = 0; z < ofSwitches.length; z++) {
            sum += (switches >> z & 1) * ofSwitches[z];
        }
        return sum;
    }

    /**
     * Drops mixes that another of the same demand can replace in any portfolio, making it better or earlier.
     *
     * @param idle shared rows that hold whatever mixes of the lists are taken
     */
    List<Mix> undominated(int b, List<Mix> mixes, boolean[] idle, long mayDrop) {
        var block = structure.blocks().get(b);
        var order = ofBlock(b);
        var sorted = mixes.stream().sorted(order).toList();
        var kept = new ArrayList<Mix>();
        for (var mix : sorted) {
            boolean replaced = false;
            for (var better : kept) {
                if (replaces(block, better, mix, idle, mayDrop)) {
                    replaced = true;
                    break;
                }
            }
            if (!replaced) {
                kept.add(mix);
            }
        }
        return kept;
    }

    private boolean replaces(Block block, Mix better, Mix mix, boolean[] idle, long mayDrop) {
        if ((better.switches() & ~mix.switches()) != 0 || (mix.switches() & ~better.switches() & ~mayDrop) != 0) {
            return false;
        }
        for (int r = 0; r < block.sharedRows.length; r++) {
            int i = block.sharedRows[r];
            var row = structure.shared().get(i);
            if (!idle[i]
                    && ((row.high() != Long.MAX_VALUE && better.taken()[r] > mix.taken()[r])
                            || (row.low() != Long.MIN_VALUE && better.taken()[r] < mix.taken()[r]))) {
                return false;
            }
        }
        if (better.score() > mix.score()) {
            return true;
        }
        // Equal values: fewer switches can only lower the ties, so the first tie that differs decides.
        return Arrays.compare(better.ties(), mix.ties()) <= 0;
    }

    /** {@return as bits the switches that cost something, or nothing, but never help} */
    long neverHelp() {
        long bits = 0;
        for (int z = 0; z < structure.switches().size(); z++) {
            var of = structure.switches().get(z);
            boolean helps = of.score() > 0 || of.low() > 0;
            for (var ties : structure.tieSwitches()) {
                helps |= ties[z] < 0;
            }
            for (var row : structure.shared()) {
                for (int k = 0; k < row.switches().length && !row.link(); k++) {
                    long factor = row.factors()[k];
                    helps |= row.switches()[k] == z
                            && (factor < 0 ? row.high() != Long.MAX_VALUE : row.low() != Long.MIN_VALUE);
                }
            }
            bits |= helps ? 0 : 1L << z;
        }
        return bits;
    }
}
