package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best mixes of one demand under given prices, exactly.
 *
 * <p>Candidates are taken from the dearest down; at every point {@link Filling} says how much the rest can still add, and
 * what cannot reach the threshold is cut. Caps that cross the nested family are priced into the worth of candidates
 * ({@link Multipliers}); how many sets are used, and which switches are on, is decided before the steps ({@link Toggled},
 * {@link Charges}). Belongs to one thread at a time.
 */
final class MixSearch implements AutoCloseable {

    private static final long FEW_NODES = 500;
    private static final long MANY_NODES = 20_000;
    private static final long MANY_FILLS = 3_000_000; // the hardest demand shipped takes half as many
    private static final int NODES_AT_ONCE = 4_096;
    /** Gaps begin at the bound over 2 to this. */
    private static final int CLOSE = 13;

    /** What is unpaid of a charge is not worth deciding below the threshold over 2 to this. */
    private static final int SLIGHT = 20;

    private final Block block;
    private Work work = new Work(0);
    private final Filling filling;
    private final Multipliers multipliers;
    private final Toggled toggled;
    private final Charges charges;
    private final Build build;
    private final boolean[] out;
    private final int[] scratch;
    private final Closing closing;

    // The question in force, and the best mix under it once it was found.
    private long @Nullable [] price;
    private long[] worth;
    private long base;
    private @Nullable Found known;

    // The search in force.
    private long value;
    private long threshold;
    private long began;
    private long ceiling;
    private long nodes;
    private long seen;
    private long fills;
    private long cap = Long.MAX_VALUE;
    /** Fillings after which a search ends that has met no mix. */
    private long barren = Long.MAX_VALUE;
    /** Whether the search ends: it had nodes enough, or met a mix so good that it pays to begin again with fewer candidates. */
    private boolean stopped;

    private @Nullable Consumer<Found> taker;
    private final List<Found> found = new ArrayList<>();

    MixSearch(Block block) {
        this.block = block;
        this.filling = new Filling(block);
        this.out = new boolean[block.size()];
        this.multipliers = new Multipliers(block, filling, out);
        this.toggled = new Toggled(block, filling);
        this.charges = new Charges(block);
        this.build = new Build(block);
        this.worth = new long[block.size()];
        this.scratch = new int[block.size()];
        this.closing = new Closing(block, toggled, build);
        letIn();
    }

    @Override
    public void close() {
        multipliers.close();
    }

    /**
     * Asks under these prices from here on.
     *
     * @param prices scaled worth of one step of each candidate
     * @param bySwitch what turning a switch on takes; none is negative
     */
    void ask(long[] prices, long[] bySwitch, Work spending) {
        work = spending;
        if (price != null && Arrays.equals(prices, price) && charges.same(bySwitch)) {
            return;
        }
        price = prices.clone();
        ready = false;
        asked = bySwitch.clone();
        known = memory.of(prices, bySwitch);
        charges.set(bySwitch, new long[prices.length]);
    }

    /** Works out what a search needs, which a question answered from memory does not. */
    private void prepare() {
        if (!ready) {
            var linear = price().clone();
            charges.set(asked, linear);
            base = multipliers.price(linear) - block.squaresAt(0);
            worth = multipliers.worth();
            filling.order(worth, out);
            ready = true;
        }
    }

    private final Remembered memory = new Remembered();
    private boolean ready;
    private long[] asked = {};

    private long[] price() {
        return Objects.requireNonNull(price, "Nothing was asked.");
    }

    /** Lets every candidate in that can be bought at all. */
    private void letIn() {
        for (int j = 0; j < out.length; j++) {
            out[j] = block.high[j] < block.lot[j] || block.high[j] <= 0;
        }
    }

    /** {@return what no mix can be worth more than; {@link Filling#NONE} where there is no mix} */
    long bound() {
        prepare();
        build.clear();
        closing.open();
        long rest = fill(0, block.total);
        return rest == Filling.NONE ? rest : base + rest;
    }

    /** {@return the least bound known on what a mix is worth} */
    long most() {
        return known == null ? bound() : known.worth();
    }

    private long fill(int from, int left) {
        fills++;
        return filling.fill(from, left, build.sums, build.squareSums, closing.closed(), toggled.wanted(), build.steps);
    }

    /** {@return the best mix, or null where there is none} */
    @Nullable
    Found best() {
        if (known == null) {
            known = searchBest();
            if (known != null) {
                memory.note(price(), asked, known);
            }
        }
        return known;
    }

    private @Nullable Found searchBest() {
        long bound = bound();
        if (bound == Filling.NONE) {
            return null;
        }
        long floor = block.lowest(price()) - charges.total();
        long gap = Math.max(1, Math.abs(bound) >> CLOSE);
        long from = bound - gap;
        long most = fills + MANY_FILLS;
        while (true) {
            limit(from <= floor ? MANY_NODES : Long.MAX_VALUE, most);
            search(Math.max(floor, from), null);
            limit(Long.MAX_VALUE, Long.MAX_VALUE);
            if (found.isEmpty() && stopped) {
                throw new Work.Out(); // there may be no mix at all, which others prove more quickly
            }
            if (found.isEmpty() && from <= floor) {
                return null;
            }
            if (found.isEmpty()) {
                gap = Math.multiplyExact(gap, 2);
                from = bound - gap;
            } else if (stopped) {
                from = found.get(0).worth();
            } else {
                return found.get(0);
            }
        }
    }

    private void limit(long mostNodes, long mostFills) {
        cap = mostNodes;
        barren = mostFills;
    }

    /** {@return a good mix, found with few nodes and not proven the best, or null where none was met} */
    @Nullable
    Found some() {
        if (known != null) {
            return known;
        }
        long bound = bound();
        if (bound == Filling.NONE) {
            return null;
        }
        long floor = block.lowest(price()) - charges.total();
        long gap = Math.max(1, Math.abs(bound) >> CLOSE);
        limit(FEW_NODES, Long.MAX_VALUE);
        try {
            while (true) {
                long from = Math.max(floor, bound - gap);
                search(from, null);
                if (!found.isEmpty() || from == floor) {
                    return found.isEmpty() ? null : found.get(0);
                }
                gap = gap > Long.MAX_VALUE / 32 ? Long.MAX_VALUE / 4 : gap * 16;
            }
        } finally {
            limit(Long.MAX_VALUE, Long.MAX_VALUE);
        }
    }

    /** Hands over all mixes worth at least this, in no order; with nobody to take them, keeps the best. */
    void search(long atLeast, @Nullable Consumer<Found> all) {
        threshold = atLeast;
        began = atLeast;
        taker = all;
        found.clear();
        nodes = 0;
        seen = 0;
        stopped = false;
        ceiling = bound();
        value = base;
        try {
            narrow();
            branch();
        } finally {
            charges.unpay(worth);
            toggled.clear();
            letIn();
            filling.order(worth, out);
            work.spend(nodes);
        }
    }

    /** {@return the candidates that no mix worth at least this can hold} */
    boolean[] impossible(long atLeast) {
        threshold = atLeast;
        bound();
        narrow();
        var impossible = out.clone();
        letIn();
        filling.order(worth, out);
        return impossible;
    }

    /** Leaves out candidates of which not even the smallest lot fits into a mix worth enough. */
    private void narrow() {
        int size = filling.count;
        for (int i = 0; i < size; i++) {
            int j = filling.candidate[i];
            int lot = block.lot[j];
            if (lot > block.total || !build.room(j, lot)) {
                out[j] = true;
                continue;
            }
            long with = base + worth[j] * lot + build.put(j, lot, 1);
            long rest = fill(0, block.total - lot);
            build.put(j, lot, -1);
            out[j] = rest == Filling.NONE || with + rest < threshold;
        }
        filling.order(worth, out);
    }

    /** Decides which sets are used where the filling uses too many or too few of them; then lays out the steps. */
    private void branch() {
        if (stopped) {
            return;
        }
        count();
        closing.settle();
        long rest = fill(0, block.total);
        if (rest == Filling.NONE || value + rest < threshold) {
            return;
        }
        int group = toggled.open();
        int bare = group == Toggled.NONE_OPEN ? toggled.bare() : -1;
        if (group >= 0) {
            decided(group, true, 0);
            decided(group, false, 0);
        } else if (bare >= 0) {
            firstOf(toggled.inOrder(bare));
        } else if (group != Toggled.IMPOSSIBLE) {
            settleCharges();
        }
    }

    private void decided(int group, boolean use, int pay) {
        toggled.decide(group, use);
        if (toggled.possible()) {
            pay(group, pay);
            branch();
            pay(group, -pay);
        }
        toggled.free(group);
    }

    /** One of these comes first in the mix; which one is decided in turn. */
    private void firstOf(int[] members) {
        for (int j : members) {
            toggled.hold(j);
            branch();
            toggled.bar(j);
        }
        for (int j : members) {
            toggled.release(j);
        }
    }

    /** Decides which switches are turned on where the filling pays for one in part only; then lays out the steps. */
    private void settleCharges() {
        filling.take(scratch);
        int partly = charges.partly(scratch, toggled, Math.abs(threshold) >> SLIGHT);
        if (partly < 0) {
            extend(0, block.total);
        } else if (toggled.must(partly)) {
            pay(partly, 1);
            branch();
            pay(partly, -1);
        } else {
            decided(partly, true, 1);
            decided(partly, false, 0);
        }
    }

    private void pay(int group, int sign) {
        if (sign != 0) {
            value += charges.pay(group, sign, worth);
            filling.order(worth, out);
        }
    }

    private void count() {
        stopped |= ++seen > cap || (fills > barren && found.isEmpty());
        if (++nodes == NODES_AT_ONCE) {
            work.spend(nodes);
            nodes = 0;
        }
    }

    private void extend(int from, int left) {
        if (left == 0) {
            leaf();
            return;
        }
        count();
        closing.settle();
        long now = value - charges.correction(build.sums, left);
        for (int i = from; i < filling.count && !stopped; i++) {
            long rest = fill(i, left);
            if (rest == Filling.NONE || now + rest < threshold) {
                return;
            }
            int j = filling.candidate[i];
            int high = toggled.barred(j) ? 0 : Math.min(left, block.high[j]);
            while (high >= block.lot[j] && !build.room(j, high)) {
                high--;
            }
            for (int n = high; n >= block.lot[j] && !stopped && now + rest >= threshold; n--) {
                long change = worth[j] * n + build.put(j, n, 1);
                value += change;
                extend(i + 1, left - n);
                value -= change;
                build.put(j, n, -1);
            }
            if (high >= block.lot[j]) {
                closing.settle(); // what lies deeper has changed it
            }
        }
    }

    private void leaf() {
        if (!build.holds() || !toggled.kept(build)) {
            return;
        }
        long real = build.worth(price()) - charges.full(build.sums);
        if (real < threshold) {
            return;
        }
        var mix = new Found(build.steps.clone(), real);
        if (taker != null) {
            taker.accept(mix);
            return;
        }
        found.clear();
        found.add(mix);
        stopped |= seen > FEW_NODES && real - began > (ceiling - began) / 4;
        threshold = real + 1;
    }
}
