package org.multipolar.enabler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Indicator;
import org.multipolar.catalog.IndicatorSet;
import org.multipolar.catalog.Observation;
import org.multipolar.catalog.World;

/** Scores every country and bloc by a method; a pure function of its two arguments. */
public final class Scorer {

    private final Panel panel;
    private final Method method;
    private final Run run;
    private final Scoring scoring;
    private final Figures figures;
    private final Map<String, List<Observation>> rows;

    private Scorer(Panel panel) {
        this.panel = panel;
        this.method = panel.method();
        this.run = Run.nominal(panel);
        this.scoring = new Scoring(panel);
        this.figures = new Figures(panel);
        this.rows = panel.set().observations().stream().collect(Collectors.groupingBy(Observation::unit));
        scoring.run(run);
    }

    public static Index score(World world, Method method) {
        return score(IndicatorSet.of(world), method);
    }

    /**
     * {@return the index of a set}
     *
     * @throws org.multipolar.catalog.BadInput where a figure cannot be scored by this method
     */
    public static Index score(IndicatorSet set, Method method) {
        var panel = Panel.of(set, method);
        Fitness.check(panel);
        var scorer = new Scorer(panel);
        return new Index(panel, Fitness.notes(panel, scorer.scoring), scorer.units());
    }

    private Map<String, UnitScore> units() {
        var ranking = new Ranking(panel);
        int many = panel.units().size();
        var overall = new int[many];
        ranking.places(scoring.overall(), overall);
        var byEnabler = new int[method.enablers().size()][many];
        for (int enabler = 0; enabler < byEnabler.length; enabler++) {
            ranking.places(scoring.enabler(enabler), byEnabler[enabler]);
        }
        var units = new TreeMap<String, UnitScore>();
        for (int unit = 0; unit < many; unit++) {
            var indicators = indicators(unit);
            var enablers = enablers(unit, byEnabler, indicators);
            var score = orNull(scoring.overall()[unit]);
            var country = panel.units().get(unit);
            units.put(
                    country.code(),
                    new UnitScore(
                            country.code(),
                            country.name(),
                            panel.isBloc(unit) ? UnitScore.Kind.BLOC : UnitScore.Kind.COUNTRY,
                            panel.rankedBloc(unit),
                            enablers,
                            strength(scoring.making()[unit], run.making(), unit),
                            strength(scoring.serving()[unit], run.serving(), unit),
                            strength(scoring.overall()[unit], run.overall(), unit),
                            place(overall[unit]),
                            tier(score),
                            indicators,
                            alternatives(unit)));
        }
        return units;
    }

    private Map<String, EnablerScore> enablers(int unit, int[][] places, List<IndicatorScore> indicators) {
        var enablers = new LinkedHashMap<String, EnablerScore>();
        for (int enabler = 0; enabler < method.enablers().size(); enabler++) {
            var id = method.enablers().get(enabler);
            var own = indicators.stream()
                    .filter(each -> each.enabler().equals(id))
                    .toList();
            enablers.put(
                    id,
                    new EnablerScore(
                            orNull(scoring.enabler(enabler)[unit]),
                            place(places[enabler][unit]),
                            (int) own.stream().filter(IndicatorScore::known).count(),
                            own.size(),
                            (int) own.stream()
                                    .filter(each -> each.score() != null && each.partial())
                                    .count()));
        }
        return enablers;
    }

    private List<IndicatorScore> indicators(int unit) {
        var scores = new ArrayList<IndicatorScore>();
        for (int column = 0; column < panel.scored(); column++) {
            var indicator = panel.indicator(column);
            double value = scoring.value(column, unit);
            if (Double.isNaN(value)) {
                scores.add(IndicatorScore.unknown(indicator, run.indicators()[column], figures.absence(column, unit)));
                continue;
            }
            var from = scoring.imputed(column, unit) ? figures.imputed(unit) : figures.of(column, unit);
            scores.add(new IndicatorScore(
                    indicator.id(),
                    indicator.enabler(),
                    value,
                    measuredIn(indicator, column, unit),
                    from.year(),
                    from.quality(),
                    from.partial(),
                    scoring.score(column, unit),
                    run.indicators()[column],
                    Sum.of(scoring.yardstick(column), value),
                    from.source(),
                    from.note()));
        }
        return scores;
    }

    /** The meta table's unit; where it states none, that of the figure. */
    private String measuredIn(Indicator indicator, int column, int unit) {
        var row = panel.row(column, unit);
        var stated = indicator.unit().isEmpty() && row != null ? row.measuredIn() : indicator.unit();
        return method.scales().perHead() && indicator.extensive() ? stated + " per million inhabitants" : stated;
    }

    private Strength strength(double score, double[] weights, int unit) {
        int have = 0;
        int of = 0;
        for (int enabler = 0; enabler < weights.length; enabler++) {
            if (weights[enabler] > 0) {
                of++;
                have += Double.isNaN(scoring.enabler(enabler)[unit]) ? 0 : 1;
            }
        }
        return new Strength(orNull(score), have, of);
    }

    private @Nullable String tier(@Nullable Double overall) {
        if (overall == null) {
            return null;
        }
        return method.tiers().stream()
                .filter(tier -> overall >= tier.atLeast())
                .map(Tier::name)
                .findFirst()
                .orElse(null);
    }

    private Map<String, List<Observation>> alternatives(int unit) {
        var code = panel.units().get(unit).code();
        var alternatives = new LinkedHashMap<String, List<Observation>>();
        method.enablers().forEach(enabler -> alternatives.put(enabler, new ArrayList<>()));
        for (var row : rows.getOrDefault(code, List.of())) {
            var indicator = World.known(panel.set().indicators(), row.indicator());
            var series = alternatives.get(indicator.enabler());
            var column = panel.columnOf(row.indicator());
            if (series != null && (column == null || column >= panel.scored())) {
                series.add(row);
            }
        }
        alternatives.replaceAll((enabler, series) -> series.stream()
                .sorted(java.util.Comparator.comparing(Observation::indicator))
                .toList());
        return alternatives;
    }

    private static @Nullable Double orNull(double score) {
        return Double.isNaN(score) ? null : score;
    }

    private static @Nullable Integer place(int place) {
        return place == Ranking.NONE ? null : place;
    }
}
