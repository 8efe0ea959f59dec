package org.multipolar.sweep;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says a sweep in a sentence or two. */
final class SweepWords {

    private SweepWords() {}

    static String finding(SweepPlan plan, int done, List<SweepReport.MixShown> mixes, Map<String, Integer> ends) {
        if (done == 0) {
            return "No future is worked out yet.";
        }
        var now = mixes.get(0).capacity();
        int none = ends.getOrDefault("infeasible", 0);
        int open = ends.getOrDefault("unproven", 0);
        return ("Over %d futures%s, holding the best mix of today keeps %s percent of the volume running on average, %s in the "
                        + "worst five of a hundred and %s in the worst.%s%s")
                .formatted(
                        done,
                        plan.grid() ? " of the grid" : "",
                        percent(now.mean()),
                        percent(now.p5()),
                        percent(now.least()),
                        none == 0
                                ? " In each of them some mix keeps all limits."
                                : " In %d of them no mix keeps all limits.".formatted(none),
                        open == 0 ? "" : " In %d the search came to no end.".formatted(open));
    }

    private static String percent(long parts) {
        return parts % 100 == 0 ? String.valueOf(parts / 100) : String.format(Locale.ROOT, "%.2f", parts / 100.0);
    }
}
