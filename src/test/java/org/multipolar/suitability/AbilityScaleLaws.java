package org.multipolar.suitability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.catalog.Openness;

class AbilityScaleLaws {

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_the_rows_changes_nothing(long seed) {
        var sorted = AbilityScale.link(random(seed).world(), Bids.ABILITY);
        var shuffled = AbilityScale.link(random(seed).shuffled(seed).world(), Bids.ABILITY);

        assertThat(shuffled.models()).isEqualTo(sorted.models());
        assertThat(shuffled.leftOut()).isEqualTo(sorted.leftOut());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_ability_never_means_lower_quality(long seed) {
        var scale = AbilityScale.link(random(seed).world(), Bids.ABILITY);
        var models = new ArrayList<>(scale.models().values());
        for (var one : models) {
            for (var other : models) {
                if (one.prudent() >= other.prudent()) {
                    assertThat(scale.quality(one.model())).isGreaterThanOrEqualTo(scale.quality(other.model()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_untested_model_is_never_above_a_tested_one_of_its_kind(long seed) {
        var scale = AbilityScale.link(random(seed).world(), Bids.ABILITY);

        scale.models().values().stream().filter(ModelAbility::evaluated).forEach(tested -> assertThat(
                        scale.quality("untested"))
                .isLessThanOrEqualTo(scale.quality(tested.model())));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_scale_finds_the_order_that_the_scores_were_made_from(long seed) {
        var scale = AbilityScale.link(random(seed).world(), Bids.ABILITY);

        // abilities were dealt one unit apart, noise is a fifth of that
        for (int at = 2; at < 12; at++) {
            assertThat(scale.of("m" + name(at)).ability())
                    .isGreaterThan(scale.of("m" + name(at - 2)).ability());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_number_is_finite(long seed) {
        AbilityScale.link(random(seed).world(), Bids.ABILITY).models().values().forEach(model -> {
            assertThat(model.ability()).isFinite();
            assertThat(model.standardError()).isFinite().isNotNegative();
        });
    }

    /** Twelve models of known ability sit five series on scales of their own, each a part of the range. */
    private static TestedModels random(long seed) {
        var random = new Random(seed);
        var tests = new TestedModels().model("untested", Openness.CLOSED, null);
        IntStream.range(0, 12).forEach(at -> tests.closed("m" + name(at)));
        for (int series = 0; series < 5; series++) {
            tests.series("s" + series, "f" + series);
            double slope = 0.5 + 10 * random.nextDouble();
            double level = 100 * random.nextDouble();
            int from = series % 3;
            for (int at = from; at < 10 + from; at++) {
                double ability = at + 0.2 * random.nextGaussian();
                tests.score("m" + name(at), "s" + series, level + slope * ability);
            }
        }
        return tests;
    }

    private static String name(int at) {
        return Integer.toString(10 + at);
    }
}
