package org.multipolar.enabler;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.catalog.Indicator.BlocAggregation;

class ScorerLaws {

    private static final Method PLAIN = Method.evenly(List.of("compute", "energy"));
    private static final List<String> COUNTRIES = List.of("AA", "BB", "CC", "DD", "EE");

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("seeds", 200));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_score_lies_between_0_and_1_or_is_unknown(long seed) {
        var index = Scorer.score(random(seed).world(), PLAIN);

        index.units().values().forEach(unit -> {
            unit.indicators().forEach(each -> assertThat(each.score())
                    .satisfiesAnyOf(score -> assertThat(score).isNull(), score -> assertThat(score)
                            .isBetween(0.0, 1.0)));
            unit.enablers().values().forEach(each -> assertThat(each.score())
                    .satisfiesAnyOf(score -> assertThat(score).isNull(), score -> assertThat(score)
                            .isBetween(0.0, 1.0)));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_the_rows_changes_nothing(long seed) {
        assertThat(Scorer.score(random(seed).shuffled(seed + 1).world(), PLAIN))
                .isEqualTo(Scorer.score(random(seed).world(), PLAIN));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void another_unit_of_measurement_changes_no_score(long seed) {
        var inOnes = Scorer.score(random(seed, 1).world(), PLAIN);
        var inThousands = Scorer.score(random(seed, 0.001).world(), PLAIN);

        inOnes.units().forEach((code, unit) -> {
            var overall = unit.overall().score();
            var again = requireNonNull(inThousands.unit(code)).overall().score();
            if (overall == null) {
                assertThat(again).isNull();
            } else {
                assertThat(again).isCloseTo(overall, within(1e-12));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_dearer_country_never_scores_above_a_cheaper_one(long seed) {
        for (var reading : LowerIsBetter.values()) {
            var random = new Random(seed);
            var indicator = random(seed).world().indicators().get("price");
            var yardstick = Yardstick.of(
                    PLAIN.scales(), PLAIN.choices().with(reading), requireNonNull(indicator), new double[] {0.02, 0.4});
            double cheap = 0.02 + random.nextDouble() * 0.38;
            double dear = cheap + random.nextDouble() * (0.4 - cheap);

            assertThat(yardstick.score(dear)).isLessThanOrEqualTo(yardstick.score(cheap));
        }
    }

    private static SmallWorld random(long seed) {
        return random(seed, 1);
    }

    private static SmallWorld random(long seed, double unit) {
        var random = new Random(seed);
        var world = new SmallWorld()
                .country("EU", "EU", 3, 3)
                .indicator("gpus", "compute")
                .indicator("halls", "compute", true, BlocAggregation.SUM, true, random.nextBoolean())
                .indicator("price", "energy", false, BlocAggregation.WEIGHTED, false, false);
        for (var code : COUNTRIES) {
            world.country(code, random.nextBoolean() ? "EU" : null, 1 + random.nextInt(9), 1 + random.nextInt(9));
            for (var indicator : List.of("gpus", "halls", "price")) {
                if (random.nextInt(4) > 0) {
                    world.value(indicator, code, (random.nextInt(100) + 1) * unit);
                }
            }
        }
        return world;
    }
}
