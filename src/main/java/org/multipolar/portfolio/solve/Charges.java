package org.multipolar.portfolio.solve;

import java.util.Arrays;

/**
 * What a demand pays for turning on switches that it shares with others.
 *
 * <p>A charge is first spread over the most steps it can be paid for, which never exceeds it; where a search decides that a
 * switch is on, it is paid in full and its steps are free of it.
 */
final class Charges {

    private final Block block;
    private final long[] charge;
    private final boolean[] paid;
    private boolean any;

    Charges(Block block) {
        this.block = block;
        this.charge = new long[block.groups.size()];
        this.paid = new boolean[charge.length];
    }

    boolean same(long[] bySwitch) {
        for (int g = 0; g < charge.length; g++) {
            if (charge[g] != of(g, bySwitch)) {
                return false;
            }
        }
        return true;
    }

    private long of(int g, long[] bySwitch) {
        int joint = block.groups.get(g).joint;
        return joint < 0 ? 0 : bySwitch[joint];
    }

    /** Sets the charges and takes their spread parts off the prices. */
    void set(long[] bySwitch, long[] prices) {
        any = false;
        Arrays.fill(paid, false);
        for (int g = 0; g < charge.length; g++) {
            charge[g] = of(g, bySwitch);
            if (charge[g] > 0) {
                any = true;
                for (int member : block.groups.get(g).members) {
                    prices[member] -= rate(g);
                }
            }
        }
    }

    private long rate(int g) {
        return charge[g] / Math.max(1, Math.min(block.groups.get(g).high, block.total));
    }

    /** {@return what used switches cost beyond the part spread over steps bought and steps that may still come} */
    long correction(int[] sums, int left) {
        long sum = 0;
        for (int g = 0; any && g < charge.length; g++) {
            if (charge[g] > 0 && sums[g] > 0 && !paid[g]) {
                int may = Math.min(block.groups.get(g).high, sums[g] + left);
                sum += charge[g] - rate(g) * may;
            }
        }
        return sum;
    }

    long total() {
        return Arrays.stream(charge).sum();
    }

    /** {@return the charges of the switches that a mix turns on} */
    long full(int[] sums) {
        long sum = 0;
        for (int g = 0; any && g < charge.length; g++) {
            sum += sums[g] > 0 ? charge[g] : 0;
        }
        return sum;
    }

    /** {@return the set of whose charge a filling pays the smallest part, or -1 where what is unpaid is slight} */
    int partly(int[] bought, Toggled toggled, long slight) {
        int worst = -1;
        long most = slight;
        for (int g = 0; any && g < charge.length; g++) {
            if (charge[g] > 0 && !paid[g] && !toggled.never(g)) {
                int sum = 0;
                for (int member : block.groups.get(g).members) {
                    sum += bought[member];
                }
                long unpaid = sum == 0 ? 0 : charge[g] - rate(g) * sum;
                if (unpaid > most) {
                    most = unpaid;
                    worst = g;
                }
            }
        }
        return worst;
    }

    /** {@return what the worth of a mix changes by} Pays a charge in full instead of by the step, or undoes that. */
    long pay(int g, int sign, long[] worth) {
        paid[g] = sign > 0;
        for (int member : block.groups.get(g).members) {
            worth[member] += sign * rate(g);
        }
        return -sign * charge[g];
    }

    /** Undoes all payments. */
    void unpay(long[] worth) {
        for (int g = 0; g < paid.length; g++) {
            if (paid[g]) {
                pay(g, -1, worth);
            }
        }
    }
}
