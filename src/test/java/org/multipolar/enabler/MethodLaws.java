package org.multipolar.enabler;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.catalog.Indicator.BlocAggregation;

/** What every method keeps to, whatever the figures. */
class MethodLaws {

    private static final List<String> COUNTRIES = List.of("AA", "BB", "CC", "DD", "EE", "FF");
    private static final List<String> INDICATORS = List.of("gpus", "halls", "price");

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("seeds", 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_score_of_every_method_lies_between_0_and_1(long seed) {
        for (var method : methods()) {
            var index = Scorer.score(world(figures(seed), 1), method);
            index.units().values().forEach(unit -> {
                unit.enablers().values().forEach(each -> assertThat(requireNonNull(each.score()))
                        .as(method.choices().words().toString())
                        .isBetween(0.0, 1.0));
                assertThat(requireNonNull(unit.overall().score())).isBetween(0.0, 1.0);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_of_what_is_good_never_lowers_a_countrys_score(long seed) {
        var random = new Random(seed);
        var country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
        var indicator = INDICATORS.get(random.nextInt(INDICATORS.size()));
        var before = figures(seed);
        var after = new TreeMap<>(before);
        double change = 1 + random.nextInt(50);
        after.merge(
                indicator + "/" + country,
                change,
                (value, by) -> indicator.equals("price") ? Math.max(0.5, value - by) : value + by);
        for (var method : methods()) {
            if (method.choices().outliers().none()) {
                assertThat(overall(after, method, country))
                        .as("%s of %s, %s", indicator, country, method.choices().words())
                        .isGreaterThanOrEqualTo(overall(before, method, country) - 1e-12);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void another_unit_of_measurement_changes_no_score(long seed) {
        for (var method : methods()) {
            if (method.choices().normalisation() != Normalisation.GOALPOSTS) {
                var one = Scorer.score(world(figures(seed), 1), method);
                var thousand = Scorer.score(world(figures(seed), 1000), method);
                one.units().forEach((code, unit) -> assertThat(requireNonNull(
                                requireNonNull(thousand.unit(code)).overall().score()))
                        .isCloseTo(requireNonNull(unit.overall().score()), within(1e-9)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void under_fixed_goalposts_a_country_more_moves_no_other_score_at_all(long seed) {
        var method = with(choices -> choices.with(Normalisation.GOALPOSTS));
        var figures = figures(seed);
        var more = new TreeMap<>(figures);
        var random = new Random(seed + 1000);
        INDICATORS.forEach(id -> more.put(id + "/ZZ", 1.0 + random.nextInt(500)));
        var before = Scorer.score(world(figures, 1), method);
        var after = Scorer.score(world(more, 1), method);

        COUNTRIES.forEach(code -> assertThat(requireNonNull(after.unit(code)).overall())
                .isEqualTo(requireNonNull(before.unit(code)).overall()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_bloc_that_is_a_sum_has_what_its_members_have(long seed) {
        var figures = figures(seed);
        var index = Scorer.score(world(figures, 1), with(choices -> choices));
        var bloc = requireNonNull(index.unit("EU")).indicators().stream()
                .filter(each -> each.indicator().equals("gpus"))
                .findFirst()
                .orElseThrow();

        assertThat(requireNonNull(bloc.value()))
                .isEqualTo(World.known(figures, "gpus/AA") + World.known(figures, "gpus/BB"));
    }

    private static final class World {
        static double known(Map<String, Double> figures, String key) {
            return requireNonNull(figures.get(key));
        }
    }

    private static double overall(Map<String, Double> figures, Method method, String country) {
        return requireNonNull(
                requireNonNull(Scorer.score(world(figures, 1), method).unit(country))
                        .overall()
                        .score());
    }

    private static List<Method> methods() {
        var methods = new ArrayList<Method>();
        for (var normalisation : Normalisation.values()) {
            for (var across : Aggregation.values()) {
                methods.add(with(choices -> choices.with(normalisation).with(Aggregation.ARITHMETIC, across)));
            }
            methods.add(with(choices -> choices.with(normalisation)
                    .with(new Outliers(2, false, 0.5, 0.5))
                    .with(Missing.GROUP_MEAN)));
        }
        for (var reading : LowerIsBetter.values()) {
            methods.add(with(choices -> choices.with(reading)));
        }
        return methods;
    }

    private static Method with(UnaryOperator<Choices> change) {
        var method = Method.evenly(List.of("compute", "energy"));
        var goalposts = new Scales(
                Map.of(
                        "gpus", new Scales.Goalpost(0, 300, false),
                        "halls", new Scales.Goalpost(1, 400, true),
                        "price", new Scales.Goalpost(0, 300, false)),
                0.5,
                0.1,
                0.01,
                List.of(),
                false);
        return method.with(change.apply(method.choices())).with(goalposts);
    }

    private static Map<String, Double> figures(long seed) {
        var random = new Random(seed);
        var figures = new TreeMap<String, Double>();
        for (var country : COUNTRIES) {
            for (var indicator : INDICATORS) {
                figures.put(indicator + "/" + country, 1.0 + random.nextInt(200));
            }
        }
        return figures;
    }

    private static org.multipolar.catalog.World world(Map<String, Double> figures, double unit) {
        var world = new SmallWorld()
                .country("EU", "EU", 3, 3)
                .indicator("gpus", "compute")
                .indicator("halls", "compute")
                .indicator("price", "energy", false, BlocAggregation.WEIGHTED, false, false);
        figures.keySet().stream()
                .map(key -> key.substring(key.indexOf('/') + 1))
                .distinct()
                .sorted()
                .forEach(code -> world.country(code, code.equals("AA") || code.equals("BB") ? "EU" : null, 2, 2));
        figures.forEach((key, value) ->
                world.value(key.substring(0, key.indexOf('/')), key.substring(key.indexOf('/') + 1), value * unit));
        return world.world();
    }
}
