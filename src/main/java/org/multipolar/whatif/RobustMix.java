package org.multipolar.whatif;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Piece;

/**
 * A mix that stands up in several futures, held as it is in each of them.
 *
 * <p>Its score in a future is that of a held mix: what still runs, rated and priced as it is then, less what the mix is charged
 * for concentration, contracts and exits as it was bought. Demands weigh as they do today.
 *
 * @param outcome optimal, infeasible or unproven
 * @param value score in its worst future, on average, or the largest regret
 * @param bound no mix has a better one; for regret no mix a smaller one
 * @param scoreNow score as things are
 * @param scoreCost points that it gives up as things are, beside the best mix of today
 * @param moneyCost micro-USD a month that it costs more as things are
 */
public record RobustMix(
        Aim aim,
        String title,
        String outcome,
        @Nullable Long value,
        @Nullable Long bound,
        @Nullable Long scoreNow,
        @Nullable Long scoreCost,
        @Nullable Long moneyCost,
        List<Piece> pieces,
        String note) {

    /** For what it is chosen. */
    public enum Aim {
        WORST("the best worst case"),
        EXPECTED("the best on average"),
        REGRET("the least regret");

        private final String words;

        Aim(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public RobustMix {
        pieces = List.copyOf(pieces);
    }
}
