package org.multipolar.portfolio.solve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Which sets of a demand are decided to be used, or not to be used, while counts of used sets are settled. */
final class Toggled {

    private enum Is {
        FREE,
        MUST,
        NEVER
    }

    private final Block block;
    private final Filling filling;
    /** Candidates that must be bought; those that may not are barred in the filling. */
    private final boolean[] holds;

    private final boolean[] bars;

    private final Is[] is;
    private final int[] bySize;
    private final int[] bought;
    private final boolean[] used;
    /** By count how many must, and how many may still be used. */
    private final int[] must;

    private final int[] may;
    private int[] wanted = {};

    Toggled(Block block, Filling filling) {
        this.block = block;
        this.filling = filling;
        this.holds = new boolean[block.size()];
        this.bars = new boolean[block.size()];
        this.is = new Is[block.groups.size()];
        Arrays.fill(is, Is.FREE);
        this.bySize = IntStream.range(0, is.length)
                .filter(g -> block.nested[g] && block.groups.get(g).counts.length > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer g) -> block.groups.get(g).members.length)
                        .thenComparing(g -> g))
                .mapToInt(Integer::intValue)
                .toArray();
        this.bought = new int[block.size()];
        this.used = new boolean[is.length];
        this.must = new int[block.counts.size()];
        this.may = new int[block.counts.size()];
        for (var group : block.groups) {
            for (int count : group.counts) {
                may[count]++;
            }
        }
    }

    boolean must(int group) {
        return is[group] == Is.MUST;
    }

    boolean never(int group) {
        return is[group] == Is.NEVER;
    }

    /** {@return the sets that must be used, smaller ones first, as far as a filling can see to it} */
    int[] wanted() {
        return wanted;
    }

    /** {@return how many sets of a count must still be used} */
    int owed(int count, int[] sums) {
        if (must[count] == 0) {
            return 0;
        }
        int owed = 0;
        for (int g : wanted) {
            if (g < is.length && sums[g] == 0) {
                for (int of : block.groups.get(g).counts) {
                    owed += of == count ? 1 : 0;
                }
            }
        }
        return owed;
    }

    void decide(int group, boolean use) {
        is[group] = use ? Is.MUST : Is.NEVER;
        note(group, 1);
    }

    void free(int group) {
        note(group, -1);
        is[group] = Is.FREE;
        settle();
    }

    private void note(int group, int by) {
        for (int count : block.groups.get(group).counts) {
            if (is[group] == Is.MUST) {
                must[count] += by;
            } else {
                may[count] -= by;
            }
        }
        settle();
    }

    private void settle() {
        var held = IntStream.range(0, holds.length).filter(j -> holds[j]).map(j -> is.length + j);
        wanted =
                IntStream.concat(held, Arrays.stream(bySize).filter(this::must)).toArray();
        System.arraycopy(bars, 0, filling.barred, 0, bars.length);
        for (int g = 0; g < is.length; g++) {
            if (is[g] == Is.NEVER) {
                for (int member : block.groups.get(g).members) {
                    filling.barred[member] = true;
                }
            }
        }
    }

    void clear() {
        for (int g = 0; g < is.length; g++) {
            if (is[g] != Is.FREE) {
                free(g);
            }
        }
        Arrays.fill(holds, false);
        Arrays.fill(bars, false);
        settle();
    }

    /** {@return whether every count can still be met} */
    boolean possible() {
        for (int c = 0; c < must.length; c++) {
            if (must[c] > block.counts.get(c).high()
                    || may[c] < block.counts.get(c).low()) {
                return false;
            }
        }
        return true;
    }

    void hold(int candidate) {
        holds[candidate] = true;
        bars[candidate] = false;
        settle();
    }

    void bar(int candidate) {
        holds[candidate] = false;
        bars[candidate] = true;
        settle();
    }

    void release(int candidate) {
        holds[candidate] = false;
        bars[candidate] = false;
        settle();
    }

    /** {@return whether the candidate may not be bought for now} */
    boolean barred(int candidate) {
        return filling.barred[candidate];
    }

    /** {@return whether a mix uses all that must be used} */
    boolean kept(Build build) {
        for (int g = 0; g < is.length; g++) {
            if (is[g] == Is.MUST && build.sums[g] == 0) {
                return false;
            }
        }
        for (int j = 0; j < holds.length; j++) {
            if (holds[j] && build.steps[j] == 0) {
                return false;
            }
        }
        return true;
    }

    /** {@return a set outside the nested family that must be used and that the last filling leaves empty, or -1} */
    int bare() {
        for (int g = 0; g < is.length; g++) {
            if (is[g] == Is.MUST && !block.nested[g] && !used[g] && block.groups.get(g).counts.length > 0) {
                return g;
            }
        }
        return -1;
    }

    int[] inOrder(int group) {
        var members = block.groups.get(group).members;
        return IntStream.range(0, filling.count)
                .map(at -> filling.candidate[at])
                .filter(j -> Arrays.binarySearch(members, j) >= 0 && !filling.barred[j])
                .toArray();
    }

    /** No candidate left can make up for a count that is too low. */
    static final int IMPOSSIBLE = -2;

    /** The last filling keeps every count. */
    static final int NONE_OPEN = -1;

    /** {@return a free set by which the last filling breaks a count, {@link #NONE_OPEN}, or {@link #IMPOSSIBLE}} */
    int open() {
        if (must.length == 0) {
            return NONE_OPEN;
        }
        filling.take(bought);
        var uses = new int[must.length];
        for (int g = 0; g < is.length; g++) {
            used[g] = false;
            for (int member : block.groups.get(g).members) {
                used[g] |= bought[member] > 0;
            }
            if (used[g]) {
                for (int count : block.groups.get(g).counts) {
                    uses[count]++;
                }
            }
        }
        for (int c = 0; c < uses.length; c++) {
            boolean tooMany = uses[c] > block.counts.get(c).high();
            boolean tooFew = uses[c] < block.counts.get(c).low();
            if (tooMany || tooFew) {
                int group = free(c, tooMany);
                if (group >= 0) {
                    return group;
                }
                if (tooFew && uses[c] + mustAndBare(c) < block.counts.get(c).low()) {
                    return IMPOSSIBLE;
                }
            }
        }
        return NONE_OPEN;
    }

    private int mustAndBare(int count) {
        int bare = 0;
        for (int g = 0; g < is.length; g++) {
            if (is[g] == Is.MUST && !used[g]) {
                for (int of : block.groups.get(g).counts) {
                    bare += of == count ? 1 : 0;
                }
            }
        }
        return bare;
    }

    /** The one whose best member comes first in the order of worth. */
    private int free(int count, boolean amongUsed) {
        for (int i = 0; i < filling.count; i++) {
            for (int g : block.groupsOf[filling.candidate[i]]) {
                if (is[g] == Is.FREE && used[g] == amongUsed) {
                    for (int of : block.groups.get(g).counts) {
                        if (of == count) {
                            return g;
                        }
                    }
                }
            }
        }
        return -1;
    }
}
