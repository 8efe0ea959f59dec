package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best portfolio among lists of mixes, one list a demand: exactly, and the first in the order of ties.
 *
 * <p>Under the prices of shared rows every mix loses something against its demand's best; what a portfolio loses in all is
 * the distance of its score from the bound. Demands are gone through in turn, and what has lost too much is cut.
 */
final class Finish {

    /** Mixes of all demands, in the order of the structure's blocks, and what their portfolio scores without the constant. */
    record Portfolio(List<Mix> mixes, long switches, long score, long scaled) {}

    private final Structure structure;
    private final Prices prices;
    private final Ranking ranking;
    private final Work work;
    private final long bound;
    /** Blocks in the order they are gone through, and by that order their mixes with what each loses. */
    private final int[] order;

    private final List<List<Mix>> lists = new ArrayList<>();
    private final List<long[]> losses = new ArrayList<>();
    private final long[] gains;
    private final boolean[] idle;
    /** By shared row and place in the order, the least and most that the demands from there on take. */
    private final long[][] least;

    private final long[][] most;
    private final long[] taken;
    private final Mix[] chosen;
    private long reach;
    private @Nullable Portfolio best;

    /**
     * @param found by block, mixes with their worth under the prices
     * @param bests by block, the most a mix is worth under the prices
     * @param bound scaled bound on the score without the constant
     */
    Finish(Structure structure, Prices prices, List<List<Mix>> found, long[] bests, long bound, Work work) {
        this.structure = structure;
        this.prices = prices;
        this.ranking = new Ranking(structure);
        this.work = work;
        this.bound = bound;
        int blocks = structure.blocks().size();
        int rows = structure.shared().size();
        this.gains = new long[structure.switches().size()];
        for (int z = 0; z < gains.length; z++) {
            gains[z] = prices.gain(structure, z);
        }
        this.idle = idle(found);
        var kept = new ArrayList<List<Mix>>();
        long mayDrop = ranking.neverHelp();
        for (int b = 0; b < blocks; b++) {
            kept.add(ranking.undominated(b, found.get(b), idle, mayDrop));
        }
        this.order = java.util.stream.IntStream.range(0, blocks)
                .boxed()
                .sorted(Comparator.comparing((Integer b) -> kept.get(b).size()).thenComparing(b -> b))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int b : order) {
            long top = bests[b];
            var block = structure.blocks().get(b);
            var worth = prices.worth(block);
            int at = b;
            var sorted = kept.get(b).stream()
                    .sorted(Comparator.comparingLong((Mix mix) -> -worth(block, at, worth, mix)))
                    .toList();
            lists.add(sorted);
            losses.add(sorted.stream()
                    .mapToLong(mix -> top - worth(block, at, worth, mix))
                    .toArray());
        }
        this.least = new long[rows][blocks + 1];
        this.most = new long[rows][blocks + 1];
        for (int i = 0; i < rows; i++) {
            for (int k = blocks - 1; k >= 0; k--) {
                var block = structure.blocks().get(order[k]);
                int at = java.util.Arrays.binarySearch(block.sharedRows, i);
                least[i][k] = least[i][k + 1];
                most[i][k] = most[i][k + 1];
                if (at >= 0 && !lists.get(k).isEmpty()) {
                    least[i][k] += lists.get(k).stream()
                            .mapToLong(mix -> mix.taken()[at])
                            .min()
                            .orElse(0);
                    most[i][k] += lists.get(k).stream()
                            .mapToLong(mix -> mix.taken()[at])
                            .max()
                            .orElse(0);
                }
            }
        }
        this.taken = new long[rows];
        this.chosen = new Mix[blocks];
    }

    private long worth(Block block, int b, long[] worth, Mix mix) {
        long sum = mix.value();
        for (int j = 0; j < worth.length; j++) {
            sum += (worth[j] - block.price[j]) * mix.steps()[j];
        }
        for (int z = 0; z < gains.length; z++) {
            if ((mix.switches() >> z & 1) == 1) {
                sum -= prices.links()[b][z];
            }
        }
        return sum;
    }

    /** Rows that hold whatever is taken from the lists need not be looked at. */
    private boolean[] idle(List<List<Mix>> found) {
        var idle = new boolean[structure.shared().size()];
        for (int i = 0; i < idle.length; i++) {
            var row = structure.shared().get(i);
            long low = 0;
            long high = 0;
            for (int b = 0; b < found.size(); b++) {
                int at = java.util.Arrays.binarySearch(structure.blocks().get(b).sharedRows, i);
                if (at >= 0) {
                    low += found.get(b).stream()
                            .mapToLong(mix -> mix.taken()[at])
                            .min()
                            .orElse(0);
                    high += found.get(b).stream()
                            .mapToLong(mix -> mix.taken()[at])
                            .max()
                            .orElse(0);
                }
            }
            for (long factor : row.factors()) {
                low += Math.min(0, factor);
                high += Math.max(0, factor);
            }
            idle[i] = row.link()
                    || ((row.low() == Long.MIN_VALUE || low >= row.low())
                            && (row.high() == Long.MAX_VALUE || high <= row.high()));
        }
        return idle;
    }

    /** {@return the best portfolio that loses at most this against the bound, or null where there is none} */
    @Nullable
    Portfolio best(long atMost) {
        reach = atMost;
        best = null;
        if (lists.stream().noneMatch(List::isEmpty)) {
            extend(0, 0, 0);
        }
        return best;
    }

    /** {@return the best portfolio met before the work ran out, or null} */
    @Nullable
    Portfolio atOnce(long atMost) {
        try {
            return best(atMost);
        } catch (Work.Out enough) {
            return best;
        }
    }

    private void extend(int at, long lost, long switches) {
        if (at == order.length) {
            finish(switches);
            return;
        }
        var list = lists.get(at);
        var losing = losses.get(at);
        var block = structure.blocks().get(order[at]);
        work.spend(1);
        for (int m = 0; m < list.size(); m++) {
            if (lost + losing[m] > reach) {
                return;
            }
            var mix = list.get(m);
            chosen[order[at]] = mix;
            for (int r = 0; r < block.sharedRows.length; r++) {
                taken[block.sharedRows[r]] += mix.taken()[r];
            }
            long on = switches | mix.switches();
            if (lost + losing[m] + more(at + 1, on) <= reach) {
                extend(at + 1, lost + losing[m], on);
            }
            for (int r = 0; r < block.sharedRows.length; r++) {
                taken[block.sharedRows[r]] -= mix.taken()[r];
            }
        }
    }

    /** {@return what is lost besides by the mixes: by switches, and by rows that cannot be used to their priced side any more} */
    private long more(int at, long on) {
        long lost = 0;
        for (int z = 0; z < gains.length; z++) {
            var of = structure.switches().get(z);
            if ((on >> z & 1) == 1) {
                if (of.high() == 0) {
                    return Long.MAX_VALUE / 2;
                }
                lost += Math.max(0, -gains[z]) * (of.low() == 1 ? 0 : 1);
                for (int k = 0; k < at; k++) {
                    if ((chosen[order[k]].switches() >> z & 1) == 0) {
                        lost += prices.links()[order[k]][z];
                    }
                }
            }
        }
        for (int i = 0; i < taken.length; i++) {
            if (idle[i] && prices.ofRows()[i].parts() == 0) {
                continue;
            }
            var row = structure.shared().get(i);
            long low = taken[i] + least[i][at];
            long high = taken[i] + most[i][at];
            for (int k = 0; k < row.switches().length; k++) {
                long factor = row.factors()[k];
                if ((on >> row.switches()[k] & 1) == 1) {
                    low += factor;
                    high += factor;
                } else if (at < order.length) {
                    low += Math.min(0, factor);
                    high += Math.max(0, factor);
                }
            }
            if (!row.link()
                    && ((row.high() != Long.MAX_VALUE && low > row.high())
                            || (row.low() != Long.MIN_VALUE && high < row.low()))) {
                return Long.MAX_VALUE / 2;
            }
            var price = prices.ofRows()[i];
            if (price.parts() > 0 && high < row.high()) {
                lost += price.floor(row.high() - high);
            } else if (price.parts() < 0 && low > row.low()) {
                lost += price.floor(row.low() - low);
            }
        }
        return lost;
    }

    private void finish(long switches) {
        for (int z = 0; z < gains.length; z++) {
            if (structure.switches().get(z).low() == 1 && (switches >> z & 1) == 0) {
                return;
            }
        }
        long score = 0;
        long scaled = 0;
        for (var mix : chosen) {
            score += mix.score();
            scaled += mix.value();
        }
        for (int z = 0; z < gains.length; z++) {
            score += (switches >> z & 1) * structure.switches().get(z).score();
            scaled += (switches >> z & 1) * structure.switches().get(z).price();
        }
        long lost = bound - scaled;
        if (lost > reach) {
            return;
        }
        var mixes = List.of(chosen);
        if (best == null
                || score > best.score()
                || (score == best.score() && ranking.before(mixes, switches, best.mixes(), best.switches()))) {
            best = new Portfolio(mixes, switches, score, scaled);
        }
        // One that wins the ties may look worse by as much as coarse ties misjudge.
        reach = Math.min(reach, lost + structure.coarse().slack());
    }
}
