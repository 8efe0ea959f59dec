package org.multipolar.enabler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a method's uncertainty varies on a set, and what it would vary but cannot. */
final class Factors {

    private static final double PERCENT = 100;
    private static final String BINARY = "binary";

    private final Panel panel;
    private final Variation variation;
    private final Run nominal;
    private final List<Factor> varied = new ArrayList<>();
    private final List<Uncertainty.NotVaried> notVaried = new ArrayList<>();

    Factors(Panel panel) {
        this.panel = panel;
        this.variation = panel.method().variation();
        this.nominal = Run.nominal(panel);
        choices();
        weights();
        series();
        noise();
    }

    /** {@return the factors in the order they change a draw: series before the noise on them} */
    List<Factor> varied() {
        return varied;
    }

    List<Uncertainty.NotVaried> notVaried() {
        return notVaried;
    }

    Run nominal() {
        return nominal;
    }

    private void choices() {
        var normalisations =
                variation.normalisation().stream().filter(this::possible).toList();
        choice(
                "normalisation",
                variation.normalisation(),
                normalisations.size() > 1 ? null : "the figures of this set allow only one of them",
                normalisations,
                Normalisation::word,
                Choices::with);
        boolean shares = panel.method().choices().normalisation() == Normalisation.SHARE_OF_BEST
                || normalisations.contains(Normalisation.SHARE_OF_BEST);
        choice(
                "lower_is_better",
                variation.lowerIsBetter(),
                columns().allMatch(column -> panel.indicator(column).higherIsBetter())
                        ? "no indicator of this set is better when lower"
                        : shares ? null : "only a share of the best can be turned round in more than one way",
                variation.lowerIsBetter(),
                LowerIsBetter::word,
                Choices::with);
        choice(
                "chip_access_of_barred_countries",
                variation.barredCountriesScore(),
                columns().noneMatch(panel::isChip) ? "this set has none of the method's chip indicators" : null,
                variation.barredCountriesScore(),
                score -> Integer.toString(score),
                Choices::withBarred);
        choice(
                "outliers",
                variation.outliers(),
                columns().noneMatch(this::skewed) ? "no indicator is skewed beyond the thresholds" : null,
                variation.outliers(),
                Outliers::word,
                Choices::with);
        choice(
                "missing",
                variation.missing(),
                columns().noneMatch(this::hasGaps) ? "no country lacks a figure" : null,
                variation.missing(),
                Missing::word,
                Choices::with);
        choice(
                "aggregation",
                variation.aggregation(),
                null,
                variation.aggregation(),
                Variation.Means::word,
                (choices, means) -> choices.with(means.within(), means.across()));
    }

    private <T> void choice(
            String id,
            List<T> asked,
            @Nullable String why,
            List<T> ways,
            Function<T, String> word,
            BiFunction<Choices, T, Choices> with) {
        if (asked.isEmpty()) {
            return;
        }
        if (why != null) {
            notVaried.add(new Uncertainty.NotVaried(id, why));
            return;
        }
        varied.add(new Factor(
                id,
                String.join(", ", ways.stream().map(word).toList()),
                (draft, chance) -> draft.choices = with.apply(draft.choices, ways.get(chance.among(ways.size())))));
    }

    private IntStream columns() {
        return IntStream.range(0, panel.scored());
    }

    private boolean possible(Normalisation normalisation) {
        return switch (normalisation) {
            case SHARE_OF_BEST -> columns().noneMatch(column -> known(column).anyMatch(value -> value < 0));
            case GOALPOSTS ->
                columns().allMatch(column -> panel.method()
                        .scales()
                        .goalposts()
                        .containsKey(panel.indicator(column).id()));
            case MIN_MAX, Z_SCORE, PERCENTILE_RANK -> true;
        };
    }

    /** A series that one of the normalisations drawn could not score would drop out of those draws unsaid. */
    private boolean fits(int series) {
        var id = panel.indicator(series).id();
        var normalisations = new java.util.TreeSet<>(variation.normalisation());
        normalisations.add(panel.method().choices().normalisation());
        boolean negative = normalisations.contains(Normalisation.SHARE_OF_BEST)
                && known(series).anyMatch(value -> value < 0);
        boolean unbounded = normalisations.contains(Normalisation.GOALPOSTS)
                && !panel.method().scales().goalposts().containsKey(id);
        if (negative || unbounded) {
            notVaried.add(new Uncertainty.NotVaried(
                    "series " + id, negative ? "it has values below zero" : "the method has no goalposts for it"));
        }
        return !negative && !unbounded;
    }

    private java.util.stream.DoubleStream known(int column) {
        return java.util.Arrays.stream(nominal.cells()[column]).filter(value -> !Double.isNaN(value));
    }

    private boolean skewed(int column) {
        var values = IntStream.range(0, panel.units().size())
                .filter(unit -> !panel.isBloc(unit))
                .mapToDouble(unit -> nominal.cells()[column][unit])
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return variation.outliers().stream()
                .anyMatch(way -> !way.treatment(values).equals(Outliers.Treatment.NONE));
    }

    private boolean hasGaps(int column) {
        return !panel.indicator(column).absentMeansZero()
                && IntStream.range(0, panel.units().size())
                        .anyMatch(unit -> !panel.isBloc(unit) && Double.isNaN(nominal.cells()[column][unit]));
    }

    private void weights() {
        double indicators = variation.indicatorWeightsPercent();
        double enablers = variation.enablerWeightsPercent();
        if (indicators == 0 && enablers == 0) {
            return;
        }
        if (panel.scored() < 2) {
            notVaried.add(new Uncertainty.NotVaried("weights", "one indicator alone has no weight against another"));
            return;
        }
        varied.add(new Factor(
                "weights",
                String.format(
                        Locale.ROOT,
                        "up to %.0f percent up or down for indicators, %.0f for enablers",
                        indicators,
                        enablers),
                (draft, chance) -> {
                    for (int at = 0; at < draft.indicators.length; at++) {
                        draft.indicators[at] *=
                                moved(chance, "indicator " + panel.indicator(at).id(), indicators);
                    }
                    for (int at = 0; at < draft.overall.length; at++) {
                        double by = moved(
                                chance, "enabler " + panel.method().enablers().get(at), enablers);
                        draft.making[at] *= by;
                        draft.serving[at] *= by;
                        draft.overall[at] *= by;
                    }
                }));
    }

    /** {@return a factor within so many percent of 1, each as likely} */
    private static double moved(Chance chance, String part, double percent) {
        return percent == 0 ? 1 : 1 + percent / PERCENT * (2 * chance.of(part).nextDouble() - 1);
    }

    private void series() {
        if (variation.series().isEmpty()) {
            return;
        }
        var ways = new int[panel.scored()][];
        var words = new ArrayList<String>();
        columns().forEach(column -> {
            var id = panel.indicator(column).id();
            var others = variation.series().getOrDefault(id, List.of()).stream()
                    .map(panel::columnOf)
                    .filter(other -> other != null && known(other).findAny().isPresent() && fits(other))
                    .toList();
            ways[column] = IntStream.concat(
                            IntStream.of(column), others.stream().mapToInt(Integer::intValue))
                    .toArray();
            others.forEach(other -> words.add(panel.indicator(other).id()));
        });
        if (words.isEmpty()) {
            notVaried.add(new Uncertainty.NotVaried("series", "this set has none of the other series"));
            return;
        }
        varied.add(new Factor("series", "the scored series or " + String.join(", ", words), (draft, chance) -> {
            for (int column = 0; column < ways.length; column++) {
                draft.series[column] = ways[column].length == 1
                        ? column
                        : ways[column][chance.of(panel.indicator(column).id()).nextInt(ways[column].length)];
            }
        }));
    }

    private void noise() {
        var percents = variation.noisePercent();
        if (percents.isEmpty()) {
            return;
        }
        var parts = new double[panel.columns().size()][panel.units().size()];
        boolean any = false;
        for (int column = 0; column < parts.length; column++) {
            for (int unit = 0; unit < parts[column].length; unit++) {
                var row = panel.row(column, unit);
                if (row != null && !panel.indicator(column).unit().equals(BINARY)) {
                    parts[column][unit] = percents.getOrDefault(row.quality(), 0.0) / PERCENT;
                    any |= parts[column][unit] > 0;
                }
            }
        }
        if (!any) {
            notVaried.add(new Uncertainty.NotVaried("noise", "no figure of this set has a quality that is noisy"));
            return;
        }
        var codes =
                panel.units().stream().mapToInt(unit -> unit.code().hashCode()).toArray();
        varied.add(new Factor("noise", errors(percents), (draft, chance) -> {
            for (int column = 0; column < draft.series.length; column++) {
                int series = draft.series[column];
                jitter(
                        draft.own(series),
                        parts[series],
                        chance.key(panel.indicator(series).id()),
                        codes);
            }
        }));
    }

    private static String errors(java.util.Map<String, Double> percents) {
        return "figures off by at most "
                + String.join(
                        ", ",
                        percents.entrySet().stream()
                                .map(each ->
                                        String.format(Locale.ROOT, "%.0f percent (%s)", each.getValue(), each.getKey()))
                                .toList());
    }

    /** Small errors are likelier than large ones: the difference of two even chances is a triangle around 0. */
    private static void jitter(double[] values, double[] parts, long key, int[] codes) {
        for (int unit = 0; unit < values.length; unit++) {
            long bits = Chance.bits(key, codes[unit]);
            double error = ((bits >>> 32) - (bits & 0xFFFFFFFFL)) / (double) (1L << 32);
            values[unit] += parts[unit] * error * Math.abs(values[unit]);
        }
    }
}
