package org.multipolar.enabler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Places the units, blocs as one and their members left out; equal scores share a place. */
record Ranking(Method method, List<UnitScore> units) {

    Map<String, UnitScore> placed() {
        var overall = places(unit -> unit.overall().score());
        var byEnabler = new LinkedHashMap<String, Map<String, Integer>>();
        for (var enabler : method.enablers()) {
            byEnabler.put(enabler, places(unit -> of(unit, enabler).score()));
        }
        var placed = new TreeMap<String, UnitScore>();
        for (var unit : units) {
            var enablers = new LinkedHashMap<String, EnablerScore>();
            byEnabler.forEach(
                    (enabler, places) -> enablers.put(enabler, of(unit, enabler).ranked(places.get(unit.unit()))));
            placed.put(unit.unit(), unit.placed(enablers, overall.get(unit.unit())));
        }
        return placed;
    }

    private Map<String, Integer> places(Function<UnitScore, @Nullable Double> score) {
        var places = new TreeMap<String, Integer>();
        for (var unit : units) {
            var own = score.apply(unit);
            if (unit.ranked() && own != null) {
                long better = units.stream()
                        .filter(UnitScore::ranked)
                        .filter(other -> above(score.apply(other), own))
                        .count();
                places.put(unit.unit(), (int) better + 1);
            }
        }
        return places;
    }

    private static boolean above(@Nullable Double other, double own) {
        return other != null && other > own;
    }

    private static EnablerScore of(UnitScore unit, String enabler) {
        var score = unit.enablers().get(enabler);
        if (score == null) {
            throw new IllegalStateException("The unit (%s) lacks the enabler (%s).".formatted(unit.unit(), enabler));
        }
        return score;
    }
}
