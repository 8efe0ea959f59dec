package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Drops from a demand's sets what says nothing: candidates that cannot be bought, caps that another cap implies. */
final class Lean {

    private Lean() {}

    /**
     * {@return the sets that matter, over candidates that can be bought}
     *
     * @param high most steps of each candidate; 0 is written where a set of it may hold nothing
     */
    static List<Block.Group> groups(Collection<Block.Group> all, int[] high, int total) {
        for (var group : all) {
            if (group.high <= 0) {
                for (int member : group.members) {
                    high[member] = 0;
                }
            }
        }
        var alive = new ArrayList<Block.Group>();
        var plain = new TreeMap<String, Block.Group>();
        for (var group : all) {
            var members = Arrays.stream(group.members)
                    .filter(member -> high[member] > 0)
                    .toArray();
            if (members.length == 0 && group.high >= 0 && group.counts.length == 0) {
                continue;
            }
            var key = Arrays.toString(members);
            var same = plain.get(key);
            if (same == null || (same.joint >= 0 && group.joint >= 0)) {
                var copy = new Block.Group(members, group.high);
                copy.least = group.least;
                copy.counts = group.counts;
                copy.joint = group.joint;
                alive.add(copy);
                plain.put(key, copy);
            } else {
                same.high = Math.min(same.high, group.high);
                same.least = Math.max(same.least, group.least);
                same.counts = joined(same.counts, group.counts);
                same.joint = Math.max(same.joint, group.joint);
            }
        }
        var bits = alive.stream().map(group -> bits(group.members)).toList();
        return IntStream.range(0, alive.size())
                .filter(g -> says(g, alive, bits, high, total))
                .mapToObj(alive::get)
                .toList();
    }

    private static int[] joined(int[] one, int[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static boolean says(int g, List<Block.Group> all, List<BitSet> bits, int[] high, int total) {
        var group = all.get(g);
        if (group.counts.length > 0 || group.joint >= 0 || group.least > 1) {
            return true;
        }
        long reach =
                Arrays.stream(group.members).mapToLong(member -> high[member]).sum();
        if (group.high >= Math.min(total, reach)) {
            return false;
        }
        for (int o = 0; o < all.size(); o++) {
            var other = all.get(o);
            if (o != g
                    && other.high <= group.high
                    && other.members.length > group.members.length
                    && contains(bits.get(o), bits.get(g))) {
                return false;
            }
        }
        return true;
    }

    private static BitSet bits(int[] members) {
        var bits = new BitSet();
        Arrays.stream(members).forEach(bits::set);
        return bits;
    }

    private static boolean contains(BitSet large, BitSet small) {
        var rest = (BitSet) small.clone();
        rest.andNot(large);
        return rest.isEmpty();
    }
}
