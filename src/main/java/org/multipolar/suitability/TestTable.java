package org.multipolar.suitability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multipolar.catalog.TestScore;
import org.multipolar.catalog.World;

/**
 * All test scores, sorted, and which series can link models.
 *
 * @param rows scores by series, each sorted by model
 * @param leftOut series that cannot help, with the reason
 */
record TestTable(World world, Map<String, List<TestScore>> rows, Map<String, String> leftOut) {

    /** Fewer models say nothing about a line. */
    static final int FEWEST_MODELS = 4;

    /** Two points always lie on a line; from three common models on it can be wrong. */
    static final int FEWEST_COMMON = 3;

    private static final double VENDOR_WEIGHT = 0.5;

    static TestTable of(World world) {
        var rows = new TreeMap<String, List<TestScore>>();
        world.testScores().stream()
                .sorted(Comparator.comparing(TestScore::model).thenComparingDouble(TestScore::score))
                .forEach(score -> rows.computeIfAbsent(score.benchmark(), series -> new ArrayList<>())
                        .add(score));
        var leftOut = new TreeMap<String, String>();
        rows.forEach((series, scores) -> {
            long models = scores.stream().map(TestScore::model).distinct().count();
            if (models < FEWEST_MODELS) {
                leftOut.put(series, "only %d models sat it; %d are needed to link it".formatted(models, FEWEST_MODELS));
            }
        });
        return new TestTable(world, rows, leftOut).withoutIslands();
    }

    /** Series that hang on the others by too few models are left out, until none is. */
    private TestTable withoutIslands() {
        var out = new TreeMap<>(leftOut);
        var table = new TestTable(world, rows, out);
        boolean more = true;
        while (more) {
            var families = table.families();
            more = false;
            for (var series : table.linkable()) {
                long common = table.models(series).stream()
                        .filter(model -> families.getOrDefault(model, Set.of()).size() > 1)
                        .count();
                if (common < FEWEST_COMMON) {
                    out.put(series, "it shares only %d models with other families of tests".formatted(common));
                    more = true;
                }
            }
        }
        return table;
    }

    TestTable without(Map<String, String> others) {
        var out = new TreeMap<>(leftOut);
        out.putAll(others);
        return new TestTable(world, rows, out).withoutIslands();
    }

    List<String> linkable() {
        return rows.keySet().stream()
                .filter(series -> !leftOut.containsKey(series))
                .toList();
    }

    Set<String> models(String series) {
        var models = new TreeSet<String>();
        rows.getOrDefault(series, List.of()).forEach(score -> models.add(score.model()));
        return models;
    }

    /** {@return the families of linkable series that each model sat} */
    Map<String, Set<String>> families() {
        var families = new TreeMap<String, Set<String>>();
        for (var series : linkable()) {
            for (var model : models(series)) {
                families.computeIfAbsent(model, id -> new TreeSet<>()).add(family(series));
            }
        }
        return families;
    }

    String family(String series) {
        return World.known(world.benchmarks(), series).family();
    }

    /** {@return the linkable series with weights: a family counts once a model, a vendor's half} */
    List<Series> series() {
        var satOfFamily = new TreeMap<String, Integer>();
        for (var series : linkable()) {
            rows.getOrDefault(series, List.of())
                    .forEach(score -> satOfFamily.merge(key(score.model(), series), 1, Integer::sum));
        }
        var all = new ArrayList<Series>();
        for (var series : linkable()) {
            var benchmark = World.known(world.benchmarks(), series);
            double trust = benchmark.vendor() ? VENDOR_WEIGHT : 1;
            int sign = benchmark.higherIsBetter() ? 1 : -1;
            var sat = rows.getOrDefault(series, List.of()).stream()
                    .map(score -> new Series.Sat(
                            score.model(),
                            sign * score.score(),
                            trust / satOfFamily.getOrDefault(key(score.model(), series), 1)))
                    .toList();
            all.add(new Series(benchmark, sat));
        }
        return Collections.unmodifiableList(all);
    }

    private String key(String model, String series) {
        return model + "\n" + family(series);
    }
}
