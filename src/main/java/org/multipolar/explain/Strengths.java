package org.multipolar.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Indicator;
import org.multipolar.catalog.Observation;
import org.multipolar.catalog.World;
import org.multipolar.enabler.EnablerScore;
import org.multipolar.enabler.Index;
import org.multipolar.enabler.UnitScore;

/**
 * What a unit is strong and weak in, and what is not known of it: what sentences about it are made of, in any language.
 *
 * @param ranked how many units have a rank
 * @param strong its best enablers, best first; weak: its worst, worst first
 * @param standingOut figures near the top among the countries that have one, best first
 * @param unknown names of indicators without a score
 */
public record Strengths(
        int ranked, List<Placed> strong, List<Placed> weak, List<Figure> standingOut, List<String> unknown, int of) {

    /**
     * An enabler with the unit's place by it.
     *
     * @param score null only where a rank comes without one
     */
    public record Placed(String enabler, int rank, @Nullable Double score, int have, int of) {}

    /**
     * A figure and its place among the countries, blocs left out, and the unit itself.
     *
     * @param year 0 where none is stated
     * @param level how many are as good or better: a first place that half the world shares stands out nowhere
     */
    public record Figure(
            String indicator, String name, double value, String unit, int year, int place, int level, int of) {}

    /** How many of each are worth a sentence. */
    public static final int MOST = 3;

    private static final int STRONG_PLACE = 5;
    private static final double WEAK_THIRD = 2.0 / 3;
    /** Below this many countries a place says nothing. */
    private static final int FEWEST = 10;

    public static Strengths of(Index index, UnitScore unit) {
        var ranked = ranked(unit);
        var weak = new ArrayList<>(ranked.stream()
                .filter(each ->
                        each.rank() > placed(index, each.enabler()) * WEAK_THIRD && level(index, each) > STRONG_PLACE)
                .toList());
        Collections.reverse(weak);
        return new Strengths(
                index.ranking().size(),
                ranked.stream()
                        .filter(each -> level(index, each) <= STRONG_PLACE)
                        .limit(MOST)
                        .toList(),
                weak.stream().limit(MOST).toList(),
                standingOut(index, unit),
                unit.indicators().stream()
                        .filter(each -> each.score() == null)
                        .map(each -> World.known(index.set().indicators(), each.indicator())
                                .name())
                        .toList(),
                unit.indicators().size());
    }

    private static List<Placed> ranked(UnitScore unit) {
        var ranked = new ArrayList<Placed>();
        unit.enablers().forEach((id, score) -> {
            var rank = score.rank();
            if (rank != null) {
                ranked.add(new Placed(id, rank, score.score(), score.have(), score.of()));
            }
        });
        ranked.sort(Comparator.comparingInt(Placed::rank).thenComparing(Placed::enabler));
        return ranked;
    }

    /** {@return how many units are placed by an enabler} */
    private static long placed(Index index, String enabler) {
        return scores(index, enabler).stream()
                .filter(other -> other.rank() != null)
                .count();
    }

    /** {@return how many units are as good or better: a place that half of them share is no strength} */
    private static long level(Index index, Placed own) {
        var score = own.score();
        return scores(index, own.enabler()).stream()
                .filter(other ->
                        other.rank() != null && other.score() != null && score != null && other.score() >= score)
                .count();
    }

    private static List<EnablerScore> scores(Index index, String enabler) {
        return index.units().values().stream()
                .map(other -> World.known(other.enablers(), enabler))
                .toList();
    }

    /** What stands out in the figures, scored or not. */
    private static List<Figure> standingOut(Index index, UnitScore unit) {
        return index.set().observations().stream()
                .filter(row ->
                        row.unit().equals(unit.unit()) && !row.measuredIn().equals("binary"))
                .filter(row -> index.enablers().contains(indicator(index, row).enabler()))
                .map(row -> figure(index, indicator(index, row), row))
                .filter(figure -> figure.level() <= STRONG_PLACE && figure.of() >= FEWEST)
                .sorted(Comparator.comparingInt(Figure::place).thenComparing(Figure::indicator))
                .limit(MOST + 1L)
                .toList();
    }

    private static Indicator indicator(Index index, Observation row) {
        return World.known(index.set().indicators(), row.indicator());
    }

    private static Figure figure(Index index, Indicator indicator, Observation own) {
        int better = 0;
        int level = 0;
        int of = 0;
        for (var row : index.set().observations()) {
            var other = index.unit(row.unit());
            if (row.indicator().equals(indicator.id())
                    && other != null
                    && (other.kind() == UnitScore.Kind.COUNTRY || row.equals(own))) {
                of++;
                double ahead = indicator.higherIsBetter() ? row.value() - own.value() : own.value() - row.value();
                better += ahead > 0 ? 1 : 0;
                level += ahead >= 0 ? 1 : 0;
            }
        }
        return new Figure(
                indicator.id(), indicator.name(), own.value(), own.measuredIn(), own.year(), better + 1, level, of);
    }
}
