package org.multipolar.enabler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Country;
import org.multipolar.catalog.Indicator;
import org.multipolar.catalog.Observation;
import org.multipolar.catalog.World;

/** Scores every country and bloc by a method; a pure function of its two arguments. */
public final class Scorer {

    private final World world;
    private final Method method;
    private final Figures figures;
    private final Map<String, List<Indicator>> core = new LinkedHashMap<>();
    private final Map<String, Yardstick> yardsticks = new TreeMap<>();

    private Scorer(World world, Method method) {
        this.world = world;
        this.method = method;
        this.figures = new Figures(world, method);
        for (var enabler : method.enablers()) {
            core.put(enabler, new ArrayList<>());
        }
        for (var indicator : world.indicators().values()) {
            var scored = core.get(indicator.enabler());
            if (scored != null && indicator.core() && !method.leaveOut().contains(indicator.id())) {
                scored.add(indicator);
                var yardstick = Yardstick.of(method, indicator, figures.reference(indicator));
                if (yardstick != null) {
                    yardsticks.put(indicator.id(), yardstick);
                }
            }
        }
    }

    public static Index score(World world, Method method) {
        var scorer = new Scorer(world, method);
        var units = world.countries().values().stream().map(scorer::unit).toList();
        return new Index(method, new Ranking(method, units).placed());
    }

    private UnitScore unit(Country country) {
        var indicators = new ArrayList<IndicatorScore>();
        var enablers = new LinkedHashMap<String, EnablerScore>();
        core.forEach((enabler, scored) -> {
            var scores = scored.stream().map(each -> score(each, country)).toList();
            indicators.addAll(scores);
            enablers.put(enabler, enabler(scores));
        });
        var overall = Strength.ofKnown(enablers, method.weights().overall(), method.aggregation());
        return new UnitScore(
                country.code(),
                country.name(),
                figures.isBloc(country) ? UnitScore.Kind.BLOC : UnitScore.Kind.COUNTRY,
                rankedBloc(country),
                enablers,
                Strength.ofAll(enablers, method.weights().making(), method.aggregation()),
                Strength.ofAll(enablers, method.weights().serving(), method.aggregation()),
                overall,
                null,
                tier(overall.score()),
                indicators,
                alternatives(country));
    }

    private IndicatorScore score(Indicator indicator, Country unit) {
        var figure = figures.of(indicator, unit);
        var yardstick = yardsticks.get(indicator.id());
        if (figure == null || yardstick == null) {
            return IndicatorScore.unknown(indicator, figures.absence(indicator, unit));
        }
        return new IndicatorScore(
                indicator.id(),
                indicator.enabler(),
                figure.value(),
                indicator.unit(),
                figure.year(),
                figure.quality(),
                figure.partial(),
                yardstick.score(figure.value()),
                figure.source(),
                figure.note());
    }

    private static EnablerScore enabler(List<IndicatorScore> scores) {
        double sum = 0;
        int have = 0;
        int partial = 0;
        for (var each : scores) {
            if (each.score() != null) {
                sum += each.score();
                have++;
                partial += each.partial() ? 1 : 0;
            }
        }
        return new EnablerScore(have == 0 ? null : sum / have, null, have, scores.size(), partial);
    }

    private @Nullable String rankedBloc(Country country) {
        var bloc = country.bloc();
        boolean standsIn = bloc != null
                && !bloc.equals(country.code())
                && method.blocs().rankedAsOne().contains(bloc)
                && world.countries().containsKey(bloc);
        return standsIn ? bloc : null;
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

    private Map<String, List<Observation>> alternatives(Country country) {
        var alternatives = new LinkedHashMap<String, List<Observation>>();
        core.forEach((enabler, scored) -> alternatives.put(enabler, new ArrayList<>()));
        for (var indicator : world.indicators().values()) {
            var series = alternatives.get(indicator.enabler());
            var row = figures.own(indicator, country.code());
            if (series != null && row != null && !core(indicator)) {
                series.add(row);
            }
        }
        alternatives.replaceAll((enabler, series) -> List.copyOf(series));
        return alternatives;
    }

    private boolean core(Indicator indicator) {
        return core.getOrDefault(indicator.enabler(), List.of()).contains(indicator);
    }
}
