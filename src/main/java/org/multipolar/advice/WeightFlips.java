package org.multipolar.advice;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.Sampled;
import org.multipolar.suitability.Criterion;
import org.multipolar.suitability.FineWeights;

/**
 * Looks for the smallest change of one weight that lets another supplier lead.
 *
 * <p>By halving over whole percents: where another leads at the end of the way, the middle is tried, and so on, until two
 * neighbouring percents differ. A change that comes and goes again between two values tried is not seen.
 */
final class WeightFlips {

    private static final int ALL = 100;

    private final String leader;
    private final FineWeights weights;
    private final Function<FineWeights, @Nullable Bought> best;
    private final UnaryOperator<String> name;

    /** A percentage at which another supplier leads. */
    private record Found(int percent, String leader) {}

    /**
     * @param best what the best mix under some weights buys, or null where none was proven
     * @param name of a supplier
     */
    WeightFlips(
            String leader,
            FineWeights weights,
            Function<FineWeights, @Nullable Bought> best,
            UnaryOperator<String> name) {
        this.leader = leader;
        this.weights = weights;
        this.best = best;
        this.name = name;
    }

    List<Sampled.Flip> all() {
        return Arrays.stream(Criterion.values()).parallel().map(this::flip).toList();
    }

    private Sampled.Flip flip(Criterion criterion) {
        int from = weights.of(criterion) / ALL;
        var found = search(criterion, from, ALL);
        // Downwards only what is nearer than that is worth a look.
        int reach = found == null ? from : found.percent() - from - 1;
        var nearer = search(criterion, from, Math.max(0, from - reach));
        if (nearer != null) {
            found = nearer;
        }
        if (found == null) {
            return new Sampled.Flip(
                    criterion.word(),
                    from,
                    null,
                    null,
                    null,
                    "%s leads at every weight of %s tried".formatted(name.apply(leader), criterion.word()));
        }
        return new Sampled.Flip(
                criterion.word(),
                from,
                found.percent(),
                found.leader(),
                name.apply(found.leader()),
                "%s leads where %s weighs %d percent instead of %d"
                        .formatted(name.apply(found.leader()), criterion.word(), found.percent(), from));
    }

    private @Nullable Found search(Criterion criterion, int from, int end) {
        var found = end == from ? null : other(criterion, end);
        if (found == null) {
            return null;
        }
        int keeps = from;
        while (Math.abs(found.percent() - keeps) > 1) {
            int middle = (keeps + found.percent()) / 2;
            var there = other(criterion, middle);
            if (there == null) {
                keeps = middle;
            } else {
                found = there;
            }
        }
        return found;
    }

    /** {@return who else leads alone at a percentage; null where the leader is level or ahead, or nothing was proven} */
    private @Nullable Found other(Criterion criterion, int percent) {
        var bought = best.apply(weights.with(criterion, percent));
        return bought == null || bought.leads(leader) ? null : new Found(percent, bought.leader());
    }
}
