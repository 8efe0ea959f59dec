package org.multipolar.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the mix would be another one if the scores of countries lay elsewhere in their intervals, by one harsh test; and,
 * where draws were asked for, how it stands when weights and data vary together.
 *
 * @param verdict of one test, in which the countries that make or serve the mix are at the low end of their intervals and all
 *     others at the high end. holds: the same mix is best; places-may-move: the makers keep their parts, but other models
 *     of theirs, places or operators come in; makers-may-move: makers gain and lose; not-asked: nothing was bought, nothing
 *     was proven, or nobody asked
 * @param method of the scores of countries
 * @param reading point, median or prudent: what the mix itself was chosen by
 * @param low units put at the low end
 * @param moves shares that would move, in percent of their demand
 * @param sampled what draws of weights and data came to, or null where none were asked for or no mix is proven
 */
public record Stability(
        String verdict,
        String finding,
        String method,
        String reading,
        int draws,
        long seed,
        List<String> low,
        List<Move> moves,
        @Nullable Sampled sampled) {

    /** One share before and after. */
    public record Move(String demand, String offer, String model, String operator, String place, int from, int to) {}

    /** {@return the same with what draws came to} */
    public Stability with(Sampled draws) {
        return new Stability(verdict, finding, method, reading, this.draws, seed, low, moves, draws);
    }

    public Stability {
        low = List.copyOf(low);
        moves = List.copyOf(moves);
    }
}
