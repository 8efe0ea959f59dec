package org.multipolar.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hard bound on the portfolio as a buyer or a scenario writes it.
 *
 * @param of the values bounded together one by one; empty means each value that occurs, by itself
 * @param at percent for shares, a count for contracts and suppliers, micro-USD for cost, 1 for what is kept
 * @param source citation, or empty where it is the buyer's own wish
 */
public record LimitClause(
        String id,
        Kind kind,
        On on,
        List<String> of,
        Scope scope,
        @Nullable String demand,
        @Nullable String region,
        long at,
        String why,
        String source) {

    /** Upper bound, lower bound, a bound on a count, or a place in the mix at all. */
    public enum Kind {
        CAP,
        FLOOR,
        COUNT,
        /** One lot or more, in some demand of the scope, of the values named. */
        KEEP
    }

    /** What the shares are grouped by. */
    public enum On {
        ORIGIN("origin"),
        PARENT("parent"),
        SUPPLIER("supplier"),
        OPERATOR("operator"),
        HOST_ORIGIN("host-origin"),
        PLACE("place"),
        LINEAGE("lineage"),
        MODEL("model"),
        OFFER("offer"),
        OPENNESS("openness"),
        OUTSIDE_SUPERPOWERS("outside-superpowers"),
        CONTRACTS("contracts"),
        SUPPLIERS("suppliers"),
        COST("cost"),
        RETAINED("retained");

        private final String word;

        On(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Over what the shares are summed: one demand, or by volume over a region or the whole buyer. */
    public enum Scope {
        DEMAND,
        REGION,
        BUYER
    }

    public LimitClause {
        of = List.copyOf(of);
    }

    /** {@return the same limit at another number} */
    public LimitClause at(long other) {
        return new LimitClause(id, kind, on, of, scope, demand, region, other, why, source);
    }
}
