package org.multipolar.advice;

import java.util.List;
import org.multipolar.explain.Relaxation.Change;
import org.multipolar.portfolio.Barrier;

/** Says what would lift a ground against candidates. */
final class BarrierWords {

    private BarrierWords() {}

    /**
     * @param bought candidates that the mix holds once the ground is lifted
     */
    static Change change(Barrier barrier, List<String> bought) {
        var rule = barrier.rule();
        var name = rule == null ? "" : "%s (%s)".formatted(rule.id(), rule.title());
        var offers = bought.isEmpty() ? "" : " for " + String.join(", ", bought);
        var what =
                switch (barrier.kind()) {
                    case EXCLUSION -> "%s: switched off for %s, with a reason".formatted(name, barrier.demand());
                    case EVIDENCE -> "%s: evidence%s that settles it: %s".formatted(name, offers, barrier.why());
                    case NEED, RELEASE ->
                        "%s asks less%s, who fail it: %s".formatted(barrier.demand(), offers, barrier.why());
                };
        return new Change(
                barrier.id(),
                barrier.owner().word(),
                barrier.demand(),
                switch (barrier.kind()) {
                    case EXCLUSION -> "switch-off";
                    case EVIDENCE -> "evidence";
                    case NEED, RELEASE -> "need";
                },
                null,
                null,
                "",
                what);
    }
}
