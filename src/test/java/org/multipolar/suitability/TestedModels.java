package org.multipolar.suitability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Benchmark;
import org.multipolar.catalog.Country;
import org.multipolar.catalog.Indicator;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Observation;
import org.multipolar.catalog.Openness;
import org.multipolar.catalog.TestScore;
import org.multipolar.catalog.World;

/** A world of models and their tests, written by hand. */
final class TestedModels {

    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, Benchmark> benchmarks = new LinkedHashMap<>();
    private final List<TestScore> scores = new ArrayList<>();

    TestedModels model(String id, Openness openness, @Nullable Double size, String... languages) {
        models.put(
                id,
                new Model(
                        id,
                        "maker",
                        id,
                        "",
                        openness,
                        "unknown",
                        "",
                        List.of(),
                        List.of(),
                        null,
                        size,
                        null,
                        List.of("text"),
                        List.of("text"),
                        List.of(),
                        List.of(languages),
                        List.of("a-source")));
        return this;
    }

    TestedModels closed(String... ids) {
        for (var id : ids) {
            model(id, Openness.CLOSED, null);
        }
        return this;
    }

    TestedModels series(String name, String family) {
        return series(name, family, true, "", false);
    }

    TestedModels series(String name, String family, boolean higherIsBetter, String language, boolean vendor) {
        benchmarks.put(name, new Benchmark(name, family, higherIsBetter, language, vendor));
        return this;
    }

    TestedModels score(String model, String series, double score) {
        scores.add(new TestScore(model, series, score, "2026-11-01", "a-source", ""));
        return this;
    }

    /** Each model in turn sits the series with one of the scores. */
    TestedModels sat(String series, List<String> ids, double... results) {
        for (int at = 0; at < ids.size(); at++) {
            score(ids.get(at), series, results[at]);
        }
        return this;
    }

    TestedModels shuffled(long seed) {
        Collections.shuffle(scores, new Random(seed));
        return this;
    }

    World world() {
        return new World(
                countries(),
                Map.of(
                        "gpus", indicator("gpus", "compute"),
                        "papers", indicator("papers", "ip")),
                List.of(
                        observation("gpus", "DE", 5),
                        observation("gpus", "FR", 4),
                        observation("gpus", "US", 10),
                        observation("papers", "FR", 2),
                        observation("papers", "US", 4)),
                Map.of(),
                Map.of(),
                models,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                benchmarks,
                scores,
                Map.of(),
                Map.of(),
                "");
    }

    private static Map<String, Country> countries() {
        var countries = new LinkedHashMap<String, Country>();
        for (var code : List.of("DE", "FR", "JP", "US")) {
            var bloc = code.equals("DE") || code.equals("FR") ? "EU" : null;
            countries.put(code, new Country(code, code, bloc, List.of(), 1, 1));
        }
        return countries;
    }

    private static Indicator indicator(String id, String enabler) {
        return new Indicator(
                id, enabler, id, "pieces", true, true, Indicator.BlocAggregation.SUM, "", "", true, false, false);
    }

    private static Observation observation(String indicator, String unit, double value) {
        return new Observation(indicator, unit, value, "pieces", 2024, "measured", "a-source", "");
    }
}
