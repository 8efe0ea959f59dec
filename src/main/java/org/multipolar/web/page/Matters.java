package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.multipolar.advice.Advice;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.explain.LimitShown;
import org.multipolar.explain.LossShown;

/** The three things a reader must know besides the mix. */
final class Matters {

    private static final int NAMED = 3;

    /** A demand beside one loss that would touch it. */
    private record Blow(DemandAnswer demand, LossShown loss) {}

    private final Advice advice;
    private final Words words;

    Matters(Advice advice, Words words) {
        this.advice = advice;
        this.words = words;
    }

    List<String> all() {
        var matters = new ArrayList<String>();
        advice.notCovered().forEach(place -> matters.add(place.text()));
        matters.addAll(worstLoss());
        matters.addAll(mostExposedOrigin());
        matters.add(boundOrComing());
        return matters;
    }

    private List<String> worstLoss() {
        return advice.demands().stream()
                .flatMap(demand -> demand.worstLoss().values().stream().map(loss -> new Blow(demand, loss)))
                .max(Comparator.comparingInt((Blow blow) -> blow.loss().lost())
                        .thenComparingLong(blow -> blow.demand().volumeMtok()))
                .map(blow ->
                        "The hardest single loss: without the %s %s, %d%% of \u201c%s\u201d stops and %d%% keeps running."
                                .formatted(
                                        blow.loss().of(),
                                        words.lost(blow.loss().of(), blow.loss().is()),
                                        blow.loss().lost(),
                                        blow.demand().title(),
                                        blow.loss().keeps()))
                .stream()
                .toList();
    }

    /** Weighed by volume over all demands. */
    private List<String> mostExposedOrigin() {
        var byOrigin = new TreeMap<String, Long>();
        long volume = 0;
        for (var demand : advice.demands()) {
            volume += demand.volumeMtok();
            demand.exposure()
                    .getOrDefault("origin", Map.of())
                    .forEach((origin, percent) -> byOrigin.merge(origin, percent * demand.volumeMtok(), Long::sum));
        }
        long all = Math.max(volume, 1);
        return byOrigin.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> "The widest exposure: %s of all volume runs on models made in %s."
                        .formatted(
                                Words.percent(Math.round(100.0 * most.getValue() / all)),
                                words.inSentence(most.getKey())))
                .stream()
                .toList();
    }

    private String boundOrComing() {
        var binding = advice.limits().stream().filter(LimitShown::binding).toList();
        if (!binding.isEmpty()) {
            return "%d limits leave no room, among them %s."
                    .formatted(
                            binding.size(),
                            binding.stream()
                                    .sorted(Comparator.comparing(
                                            (LimitShown limit) -> limit.demand().isEmpty() ? 0 : 1))
                                    .map(limit -> "\u201c" + limit.title() + "\u201d")
                                    .distinct()
                                    .limit(NAMED)
                                    .collect(Collectors.joining(", ")));
        }
        if (advice.upcoming().isEmpty()) {
            return "No limit is reached, and no change of law that touches this mix is announced.";
        }
        return "The next change of law that touches this mix: "
                + advice.upcoming().get(0).text();
    }
}
