package org.multipolar.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Piece;

/** Lays two mixes beside each other, candidate by candidate. */
final class Mixes {

    /**
     * A share that differs.
     *
     * @param before null where nothing was bought
     * @param after null where nothing is bought
     */
    record Pair(@Nullable Piece before, @Nullable Piece after) {

        Piece either() {
            if (after != null) {
                return after;
            }
            if (before != null) {
                return before;
            }
            throw new IllegalStateException("A pair of nothing.");
        }

        int from() {
            return before == null ? 0 : before.percent();
        }

        int to() {
            return after == null ? 0 : after.percent();
        }
    }

    private Mixes() {}

    static String key(Piece piece) {
        var candidate = piece.assessment().candidate();
        return candidate.demand().id() + " | " + candidate.id();
    }

    /** {@return the shares that differ, by demand and candidate} */
    static List<Pair> differing(List<Piece> before, List<Piece> after) {
        var old = byKey(before);
        var fresh = byKey(after);
        var keys = new TreeMap<>(old);
        keys.putAll(fresh);
        var pairs = new ArrayList<Pair>();
        for (var key : keys.keySet()) {
            var pair = new Pair(old.get(key), fresh.get(key));
            if (pair.from() != pair.to()) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static Map<String, Piece> byKey(List<Piece> pieces) {
        var byKey = new TreeMap<String, Piece>();
        pieces.forEach(each -> byKey.put(key(each), each));
        return byKey;
    }
}
