package org.multipolar.enabler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;

/**
 * How sure an index is: where each score and rank lies when the method's open choices, its weights and the figures vary.
 *
 * <p>A pure function of index, draws and seed, whatever the number of threads.
 *
 * @param varied what was really varied, in the order it changes a draw
 * @param notVaried what the method would vary but this set leaves no room for
 * @param units by code
 * @param sensitivity what drives the ranks, or null where only intervals were asked for
 */
public record Uncertainty(
        int draws,
        long seed,
        List<Varied> varied,
        List<NotVaried> notVaried,
        Map<String, Spread> units,
        @Nullable Sensitivity sensitivity) {

    /** Scores and ranks kept at once, four bytes each. */
    private static final long MOST_KEPT = 50_000_000;
    /** Figures scored in all, some fifty nanoseconds each. */
    private static final long MOST_SCORED = 1_000_000_000;

    public static final String OVERALL = "overall";
    public static final String MAKING = "making";
    public static final String SERVING = "serving";

    /** One thing varied, and over what. */
    public record Varied(String factor, String over) {}

    /** One thing that could not be varied, and why. */
    public record NotVaried(String factor, String why) {}

    /**
     * Where one unit's scores and ranks lie.
     *
     * @param scores by enabler id, making, serving and overall; what no draw knows is not there
     * @param ranks by enabler id and overall
     */
    public record Spread(Map<String, Interval> scores, Map<String, Interval> ranks) {

        public Spread {
            scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
            ranks = Collections.unmodifiableMap(new LinkedHashMap<>(ranks));
        }
    }

    public Uncertainty {
        varied = List.copyOf(varied);
        notVaried = List.copyOf(notVaried);
        units = Collections.unmodifiableMap(new TreeMap<>(units));
    }

    /** {@return the spread of a unit, or null where it has none} */
    public @Nullable Spread unit(String code) {
        return units.get(code);
    }

    /** {@return whether the method varies anything at all} */
    public boolean variesAnything() {
        return !varied.isEmpty();
    }

    /**
     * {@return the intervals of scores on the method's own scale, on one thread: its normalisation and mean stay, all else
     * varies, so that a quantile can stand in for the score}
     */
    static Uncertainty withinScale(Index index) {
        var panel = panelWithinScale(index);
        var variation = panel.method().variation();
        return of(index, panel, variation.draws(), variation.seed(), false, 1, Progress.SILENT);
    }

    /** {@return the layout of draws on the method's own scale} */
    static Panel panelWithinScale(Index index) {
        var method = index.method().varied();
        return Panel.of(index.set(), method.with(method.variation().withinScale()));
    }

    /**
     * {@return intervals, and what drives the ranks where that is asked}
     *
     * @throws java.util.concurrent.CancellationException where the progress ends the work
     */
    public static Uncertainty of(
            Index index, int draws, long seed, boolean sensitivity, int threads, Progress progress) {
        affordable(index, draws);
        return of(index, Panel.of(index.set(), index.method().varied()), draws, seed, sensitivity, threads, progress);
    }

    private static Uncertainty of(
            Index index, Panel panel, int draws, long seed, boolean sensitivity, int threads, Progress progress) {
        var factors = new Factors(panel);
        int many = factors.varied().size();
        int base = sensitivity && many > 0 ? Sobol.base(draws) : 0;
        var workers = new Workers(threads, progress, draws + (long) base * many);
        var sample = new Sample(panel, draws);
        workers.each(draws, () -> {
            var own = new Draws(panel, factors, seed);
            return row -> sample.keep(row, own.score(row, -1, row), own);
        });
        return new Uncertainty(
                draws,
                seed,
                factors.varied().stream()
                        .map(factor -> new Varied(factor.id(), factor.over()))
                        .toList(),
                factors.notVaried(),
                units(panel, sample),
                base > 0 ? new Sobol(panel, factors, seed, sample, index, base).run(workers) : null);
    }

    /**
     * Refuses draws that could not all be kept, or would take minutes.
     *
     * @throws BadInput with the number that can
     */
    public static void affordable(Index index, int draws) {
        long most = mostDraws(index);
        if (draws < 1 || draws > most) {
            throw new BadInput(
                    "request",
                    0,
                    "uncertainty",
                    "%d draws are not between 1 and %d, the most for a set of this size.".formatted(draws, most),
                    null);
        }
    }

    private static long mostDraws(Index index) {
        long units = Math.max(1, index.units().size());
        long kept = MOST_KEPT / (units * (2L * index.enablers().size() + 4));
        long scored = MOST_SCORED / (units * Math.max(1, index.panel().columns().size()));
        return Math.max(1, Math.min(kept, scored));
    }

    private static Map<String, Spread> units(Panel panel, Sample sample) {
        var units = new TreeMap<String, Spread>();
        for (int unit = 0; unit < panel.units().size(); unit++) {
            units.put(panel.units().get(unit).code(), spread(panel.method().enablers(), unit, sample));
        }
        return units;
    }

    private static Spread spread(List<String> enablers, int unit, Sample sample) {
        var scores = new LinkedHashMap<String, Interval>();
        var ranks = new LinkedHashMap<String, Interval>();
        var names = new ArrayList<>(enablers);
        names.add(OVERALL);
        names.add(MAKING);
        names.add(SERVING);
        for (int key = 0; key < names.size(); key++) {
            var score = Interval.of(sample.scores(key, unit));
            if (score != null) {
                scores.put(names.get(key), score);
            }
            var rank = key > enablers.size() ? null : Interval.of(sample.ranks(key, unit));
            if (rank != null) {
                ranks.put(names.get(key), rank);
            }
        }
        return new Spread(scores, ranks);
    }
}
