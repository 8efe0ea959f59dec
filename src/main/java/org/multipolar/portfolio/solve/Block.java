package org.multipolar.portfolio.solve;

import java.util.Arrays;
import java.util.List;

/**
 * One demand as the fast way sees it: candidates bought in whole steps that add up to a total, and sets that bound them.
 *
 * <p>Everything a demand asks is in one of five forms, whatever it is called: a set of candidates holds at most so many
 * steps; a set, once used, holds at least so many; so many sets may or must be used; a weighted sum is bounded; a set's steps
 * cost more the more they are. A floor on a set is a cap on all the others, because the total is fixed.
 */
final class Block {

    /** A set whose steps are bounded. */
    static final class Group {
        final int[] members;
        int high;
        /** Fewest steps once it is used at all. */
        int least = 1;
        /** Numbers of the counts in which its use counts. */
        int[] counts = new int[0];
        /** Number of the switch shared by all demands that its use turns on, or -1. */
        int joint = -1;

        Group(int[] members, int high) {
            this.members = members;
            this.high = high;
        }
    }

    /** How many of some sets are used. */
    record Count(int low, int high) {}

    /** A weighted sum of steps between bounds. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Weighed(long[] factors, long low, long high) {}

    final String name;
    /** Numbers of the candidates' variables in the whole problem. */
    final int[] variables;

    final int total;
    /** Scaled objective of one step of each candidate, less a little for its cost. */
    final long[] price;
    /** Objective of one step, as it is. */
    final long[] score;
    /** Bits that the scaled objective has below one point. */
    final int shift;
    /** Fewest steps of a candidate once it is bought, and most. */
    final int[] lot;

    final int[] high;
    final List<Group> groups;
    final List<Count> counts;
    final List<Weighed> weighed;
    /** The set whose square prices a candidate, or -1, and by set what its steps cost, scaled and convex. */
    final int[] squareOf;

    final long[][] squares;
    /** By shared row that sees this demand: its number, and what one step of each candidate takes of it. */
    final int[] sharedRows;

    final long[][] shared;
    /** By tie objective what one step of each candidate costs in it. */
    final long[][] ties;
    /** Groups of each candidate, and whether a group is one of a nested family. */
    final int[][] groupsOf;

    final boolean[] nested;

    Block(
            String name,
            int[] variables,
            int total,
            long[] price,
            int[] lot,
            int[] high,
            List<Group> groups,
            List<Count> counts,
            List<Weighed> weighed,
            int[] squareOf,
            long[][] squares,
            int[] sharedRows,
            long[][] shared,
            long[][] ties,
            long[] score,
            int shift) {
        this.name = name;
        this.variables = variables;
        this.total = total;
        this.price = price;
        this.lot = lot;
        this.high = high;
        this.groups = groups;
        this.counts = counts;
        this.weighed = weighed;
        this.squareOf = squareOf;
        this.squares = squares;
        this.sharedRows = sharedRows;
        this.shared = shared;
        this.ties = ties;
        this.score = score;
        this.shift = shift;
        this.groupsOf = Nesting.groupsOf(variables.length, groups);
        this.nested = Nesting.nested(groups, squareOf);
    }

    int size() {
        return variables.length;
    }

    /** {@return what no mix is worth less than under these prices, charges aside} */
    long lowest(long[] prices) {
        long least = 0;
        for (long each : prices) {
            least = Math.min(least, each);
        }
        return least * total - squaresAt(total);
    }

    /** {@return what all squares cost together with so many steps each} */
    long squaresAt(int steps) {
        long sum = 0;
        for (var costs : squares) {
            sum += costs[steps];
        }
        return sum;
    }

    /** {@return whether this is a mix of the demand} */
    boolean holds(byte[] steps) {
        var build = new Build(this);
        int sum = 0;
        for (int j = 0; j < steps.length; j++) {
            if (steps[j] > 0) {
                if (steps[j] < lot[j] || steps[j] > high[j] || !build.room(j, steps[j])) {
                    return false;
                }
                build.put(j, steps[j], 1);
                sum += steps[j];
            }
        }
        return sum == total && build.holds();
    }

    /** {@return whether another demand is the same in all that a mix can depend on} */
    boolean same(Block other) {
        return total == other.total
                && shift == other.shift
                && Arrays.equals(price, other.price)
                && Arrays.equals(score, other.score)
                && Arrays.equals(lot, other.lot)
                && Arrays.equals(high, other.high)
                && Arrays.equals(squareOf, other.squareOf)
                && Arrays.equals(sharedRows, other.sharedRows)
                && Arrays.deepEquals(squares, other.squares)
                && Arrays.deepEquals(shared, other.shared)
                && Arrays.deepEquals(ties, other.ties)
                && counts.equals(other.counts)
                && sameGroups(other.groups)
                && sameWeighed(other.weighed);
    }

    private boolean sameGroups(List<Group> others) {
        boolean same = groups.size() == others.size();
        for (int g = 0; same && g < groups.size(); g++) {
            var one = groups.get(g);
            var other = others.get(g);
            same = one.high == other.high
                    && one.least == other.least
                    && one.joint == other.joint
                    && Arrays.equals(one.counts, other.counts)
                    && Arrays.equals(one.members, other.members);
        }
        return same;
    }

    private boolean sameWeighed(List<Weighed> others) {
        boolean same = weighed.size() == others.size();
        for (int w = 0; same && w < weighed.size(); w++) {
            var one = weighed.get(w);
            var other = others.get(w);
            same = one.low == other.low && one.high == other.high && Arrays.equals(one.factors, other.factors);
        }
        return same;
    }
}
