package org.multipolar.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.Stability;
import org.multipolar.portfolio.Choice;
import org.multipolar.portfolio.PortfolioProblem;

/** The shares of a mix by demand and candidate, so that mixes of two problems with other choices can be compared. */
final class Shares {

    /** A candidate with its share of its demand in percent. */
    record Share(Choice choice, int percent) {}

    private Shares() {}

    /** {@return what is bought; nothing where there are no values} */
    static Map<String, Share> of(PortfolioProblem problem, List<Long> values) {
        var shares = new TreeMap<String, Share>();
        if (values.isEmpty()) {
            return shares;
        }
        problem.parts().forEach(part -> part.choices().forEach(choice -> {
            long steps = values.get(choice.variable());
            if (steps > 0) {
                shares.put(
                        part.demand().id() + " " + choice.candidate().id(),
                        new Share(choice, (int) steps * PortfolioProblem.STEP_PERCENT));
            }
        }));
        return shares;
    }

    /** {@return the shares that differ} */
    static List<Stability.Move> moves(Map<String, Share> before, Map<String, Share> after) {
        var all = new TreeMap<>(after);
        all.putAll(before);
        var moves = new ArrayList<Stability.Move>();
        all.forEach((key, share) -> {
            int from = percent(before.get(key));
            int to = percent(after.get(key));
            if (from != to) {
                var candidate = share.choice().candidate();
                moves.add(new Stability.Move(
                        candidate.demand().id(),
                        candidate.id(),
                        candidate.model().name(),
                        candidate.operator(),
                        String.join(" ", candidate.places()),
                        from,
                        to));
            }
        });
        return moves;
    }

    private static int percent(@Nullable Share share) {
        return share == null ? 0 : share.percent();
    }
}
