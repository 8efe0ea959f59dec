package org.multipolar.suitability;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.TestScore;
import org.multipolar.catalog.World;

/**
 * What every model can do, on one scale linked from all tests.
 *
 * <p>Immutable; computed once per world.
 */
public final class AbilityScale {

    /** A series that moves less than this with ability measures something else. */
    private static final double LEAST_TELLING_SLOPE = 0.2;

    private final Map<String, ModelAbility> models;
    private final Map<String, String> leftOut;
    private final AbilityGoalposts goalposts;

    private AbilityScale(Map<String, ModelAbility> models, Map<String, String> leftOut, AbilityGoalposts goalposts) {
        this.models = Collections.unmodifiableMap(models);
        this.leftOut = Collections.unmodifiableMap(leftOut);
        this.goalposts = goalposts;
    }

    public static AbilityScale link(World world, AbilityGoalposts goalposts) {
        var table = TestTable.of(world);
        var first = fit(table);
        var astray = new TreeMap<String, String>();
        first.slopes().forEach((series, slope) -> {
            if (slope < LEAST_TELLING_SLOPE) {
                astray.put(series, "it hardly moves with the other tests, so it measures something else");
            }
        });
        var telling = table.without(astray);
        var fitted = astray.isEmpty() ? first : fit(telling);
        var evidence = evidence(telling);
        var models = tested(world, telling, fitted, evidence);
        assumeTheRest(world, evidence, models);
        return new AbilityScale(models, telling.leftOut(), goalposts);
    }

    private static FactorModel fit(TestTable table) {
        var linking = new TreeSet<String>();
        table.families().forEach((model, families) -> {
            if (families.size() > 1) {
                linking.add(model);
            }
        });
        return new FactorModel(table.series(), linking);
    }

    private static Map<String, ModelAbility> tested(
            World world, TestTable table, FactorModel fitted, Map<String, List<ModelAbility.Score>> evidence) {
        var families = table.families();
        var evaluated = new TreeSet<String>();
        for (var series : table.linkable()) {
            if (!World.known(world.benchmarks(), series).vendor()) {
                evaluated.addAll(table.models(series));
            }
        }
        var tested = new TreeMap<String, ModelAbility>();
        for (var model : evaluated) {
            var own = evidence.getOrDefault(model, List.of());
            tested.put(
                    model,
                    new ModelAbility(
                            model,
                            true,
                            fitted.ability(model),
                            fitted.standardError(model),
                            (int) own.stream()
                                    .filter(ModelAbility.Score::linked)
                                    .count(),
                            families.getOrDefault(model, Set.of()).size(),
                            own,
                            ""));
        }
        return tested;
    }

    /** {@return all scores by model} */
    private static Map<String, List<ModelAbility.Score>> evidence(TestTable table) {
        return table.rows().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        TestScore::model,
                        Collectors.mapping(
                                score -> new ModelAbility.Score(
                                        score.benchmark(),
                                        score.score(),
                                        score.source(),
                                        !table.leftOut().containsKey(score.benchmark())),
                                Collectors.toUnmodifiableList())));
    }

    private static void assumeTheRest(
            World world, Map<String, List<ModelAbility.Score>> evidence, Map<String, ModelAbility> models) {
        var lowest = lowest(world, models);
        for (var model : world.models().values()) {
            if (!models.containsKey(model.id())) {
                models.put(model.id(), assumed(model, lowest, evidence.getOrDefault(model.id(), List.of())));
            }
        }
    }

    private static Map<SizeClass, ModelAbility> lowest(World world, Map<String, ModelAbility> tested) {
        var lowest = new EnumMap<SizeClass, ModelAbility>(SizeClass.class);
        tested.forEach((id, ability) -> lowest.merge(
                SizeClass.of(World.known(world.models(), id)),
                ability,
                (one, other) -> other.prudent() < one.prudent() ? other : one));
        return lowest;
    }

    /** {@return the same scale over a world with more models, of which no test is known} */
    public AbilityScale over(World wider) {
        var tested = new TreeMap<>(models);
        tested.values().removeIf(each -> !each.evaluated());
        var lowest = lowest(wider, tested);
        var all = new TreeMap<>(models);
        for (var model : wider.models().values()) {
            all.computeIfAbsent(model.id(), id -> assumed(model, lowest, List.of()));
        }
        return new AbilityScale(all, leftOut, goalposts);
    }

    private static ModelAbility assumed(
            Model model, Map<SizeClass, ModelAbility> lowest, List<ModelAbility.Score> evidence) {
        var size = SizeClass.of(model);
        var taken = lowest.get(size);
        if (taken == null) { // nobody of its kind was tested: the lowest of all, or the middle where nobody was
            taken = lowest.values().stream()
                    .min(java.util.Comparator.comparingDouble(ModelAbility::prudent))
                    .orElse(null);
        }
        return new ModelAbility(
                model.id(),
                false,
                taken == null ? 0 : taken.prudent(),
                0,
                0,
                0,
                evidence,
                taken == null
                        ? "not independently evaluated, and nobody was"
                        : "not independently evaluated in a test that could be linked; taken as the lowest known that is %s (%s)"
                                .formatted(size.words(), taken.model()));
    }

    /** {@return every model's ability, by id} */
    public Map<String, ModelAbility> models() {
        return models;
    }

    public ModelAbility of(String model) {
        return World.known(models, model);
    }

    /** {@return series that do not help to link, with the reason} */
    public Map<String, String> leftOut() {
        return leftOut;
    }

    public AbilityGoalposts goalposts() {
        return goalposts;
    }

    /** {@return prudent ability between the goalposts, within 0 and 1} */
    public double quality(String model) {
        return goalposts.between(of(model).prudent());
    }

    /** {@return the same where the tests erred by so many standard errors; nothing changes where the ability is assumed} */
    public double quality(String model, double errors) {
        var own = of(model);
        return goalposts.between(own.prudent() + errors * own.standardError());
    }

    /** {@return whether the model is not surely below what the demand needs} */
    public AbilityFit meets(Demand.Ability needed, String model) {
        var named = needed.atLeastModel();
        if (named != null) {
            return reaches(of(model), of(named).ability(), "the ability of " + named);
        }
        var threshold = goalposts.threshold(needed.threshold());
        if (threshold == null) {
            throw new IllegalArgumentException(
                    """
                    Nobody defined the ability (%s).
                    Maybe it is one of %s."""
                            .formatted(
                                    needed.threshold(),
                                    goalposts.thresholds().stream()
                                            .map(AbilityGoalposts.Threshold::name)
                                            .toList()));
        }
        return reaches(of(model), threshold.ability(), "the threshold " + threshold.name());
    }

    private static AbilityFit reaches(ModelAbility own, double needed, String what) {
        boolean met = own.hopeful() >= needed;
        return new AbilityFit(
                met,
                "ability %s%s %s %s (%s)"
                        .formatted(
                                inWords(own),
                                own.evaluated() ? "" : ", assumed as nobody tested it independently,",
                                met ? "is not surely below" : "is surely below",
                                what,
                                twoPlaces(needed)));
    }

    private static String inWords(ModelAbility own) {
        return own.evaluated()
                ? twoPlaces(own.ability()) + " +/- " + twoPlaces(own.standardError())
                : twoPlaces(own.ability());
    }

    private static String twoPlaces(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
