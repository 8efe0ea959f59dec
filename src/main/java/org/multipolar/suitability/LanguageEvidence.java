package org.multipolar.suitability;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multipolar.catalog.Benchmark;
import org.multipolar.catalog.TestScore;
import org.multipolar.catalog.World;

/**
 * What is known of every model in every language.
 *
 * <p>Codes are compared by their first part, so that a test in Portuguese speaks for Brazil; Bokmal and Nynorsk are
 * Norwegian.
 */
public final class LanguageEvidence {

    /** How well it is known that a model masters a language. */
    public enum Level {
        /** Tested in it by others than its maker, and not among the last tenth. */
        BENCHMARKED(1.0),
        /** Stated or tested by its maker. */
        STATED(0.7),
        NONE(0);

        private final double strength;

        Level(double strength) {
            this.strength = strength;
        }

        public double strength() {
            return strength;
        }

        /** {@return whether it counts as covering the language} */
        public boolean covers() {
            return this != NONE;
        }
    }

    private static final double LAST_TENTH = 0.9;

    private final Map<String, Set<String>> tested = new TreeMap<>();
    private final Map<String, Set<String>> stated = new TreeMap<>();

    private LanguageEvidence() {}

    public static LanguageEvidence of(World world) {
        var evidence = new LanguageEvidence();
        for (var model : world.models().values()) {
            model.languages().forEach(code -> note(evidence.stated, model.id(), base(code)));
        }
        var bySeries = new TreeMap<String, List<TestScore>>();
        for (var score : world.testScores()) {
            bySeries.computeIfAbsent(score.benchmark(), series -> new java.util.ArrayList<>())
                    .add(score);
        }
        bySeries.forEach((series, scores) -> {
            var benchmark = World.known(world.benchmarks(), series);
            scores.forEach(score -> evidence.weigh(world, benchmark, score, scores));
        });
        return evidence;
    }

    private void weigh(World world, Benchmark benchmark, TestScore score, List<TestScore> all) {
        if (benchmark.language().isEmpty()) {
            // general tests are taken in English; a maker's own list, where there is one, says more
            if (World.known(world.models(), score.model()).languages().isEmpty()) {
                note(stated, score.model(), "en");
            }
        } else if (!amongTheLast(benchmark, score, all)) {
            note(benchmark.vendor() ? stated : tested, score.model(), base(benchmark.language()));
        }
    }

    private static boolean amongTheLast(Benchmark benchmark, TestScore score, List<TestScore> all) {
        Comparator<TestScore> worseFirst = Comparator.comparingDouble(TestScore::score);
        var order = benchmark.higherIsBetter() ? worseFirst : worseFirst.reversed();
        long better =
                all.stream().filter(other -> order.compare(other, score) > 0).count();
        return better >= LAST_TENTH * all.size();
    }

    private static void note(Map<String, Set<String>> kind, String model, String language) {
        kind.computeIfAbsent(model, id -> new TreeSet<>()).add(language);
    }

    public Level level(String model, String code) {
        var language = base(code);
        if (tested.getOrDefault(model, Set.of()).contains(language)) {
            return Level.BENCHMARKED;
        }
        return stated.getOrDefault(model, Set.of()).contains(language) ? Level.STATED : Level.NONE;
    }

    private static String base(String code) {
        int end = code.indexOf('-');
        var first = end < 0 ? code : code.substring(0, end);
        return switch (first) {
            case "nb", "nn" -> "no";
            default -> first;
        };
    }
}
