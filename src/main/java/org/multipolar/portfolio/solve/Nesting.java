package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Picks from a demand's sets a family in which any two are nested or apart.
 *
 * <p>Within such a family, filling up step by step with the best step left is exact, so its caps cost nothing in a bound. What
 * crosses the family (a cap on an operator that runs models of several makers) is priced instead.
 */
final class Nesting {

    private Nesting() {}

    static int[][] groupsOf(int size, List<Block.Group> groups) {
        var of = new ArrayList<List<Integer>>();
        for (int j = 0; j < size; j++) {
            of.add(new ArrayList<>());
        }
        for (int g = 0; g < groups.size(); g++) {
            for (int member : groups.get(g).members) {
                of.get(member).add(g);
            }
        }
        return of.stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Sets inside one priced square come first, the largest first: they nest by origin, maker and model. */
    static boolean[] nested(List<Block.Group> groups, int[] squareOf) {
        var nested = new boolean[groups.size()];
        var sets = groups.stream().map(group -> bits(group.members)).toList();
        var within = groups.stream()
                .map(group -> withinOneSquare(group.members, squareOf))
                .toList();
        var chosen = new ArrayList<BitSet>();
        IntStream.range(0, groups.size())
                .boxed()
                .sorted(Comparator.comparing((Integer g) -> !within.get(g))
                        .thenComparing(g -> -groups.get(g).members.length)
                        .thenComparing(g -> g))
                .forEach(g -> {
                    if (within.get(g) && chosen.stream().allMatch(other -> apartOrNested(other, sets.get(g)))) {
                        nested[g] = true;
                        chosen.add(sets.get(g));
                    }
                });
        return nested;
    }

    private static BitSet bits(int[] members) {
        var bits = new BitSet();
        Arrays.stream(members).forEach(bits::set);
        return bits;
    }

    private static boolean withinOneSquare(int[] members, int[] squareOf) {
        for (int member : members) {
            if (squareOf[member] != squareOf[members[0]]) {
                return false;
            }
        }
        return true;
    }

    private static boolean apartOrNested(BitSet one, BitSet other) {
        if (!one.intersects(other)) {
            return true;
        }
        var only = (BitSet) other.clone();
        only.andNot(one);
        if (only.isEmpty()) {
            return true;
        }
        only.clear();
        only.or(one);
        only.andNot(other);
        return only.isEmpty();
    }
}
