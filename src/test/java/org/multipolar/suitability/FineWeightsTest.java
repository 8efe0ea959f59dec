package org.multipolar.suitability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.Policy;

/** Weights moved a little keep their sum; what is rounded away goes to the largest remainders. */
class FineWeightsTest {

    private static final FineWeights WEIGHTS = FineWeights.of(new Policy.Weights(40, 10, 10, 10, 20, 10));

    @Test
    void a_percent_is_a_hundred_parts() {
        assertThat(WEIGHTS.parts()).containsExactly(4_000, 1_000, 1_000, 1_000, 2_000, 1_000);
    }

    @Test
    void one_weight_moves_and_the_others_keep_their_proportions() {
        assertThat(WEIGHTS.with(Criterion.QUALITY, 70).parts()).containsExactly(7_000, 500, 500, 500, 1_000, 500);
        assertThat(WEIGHTS.with(Criterion.QUALITY, 40)).isEqualTo(WEIGHTS);
        assertThat(WEIGHTS.with(Criterion.OPENNESS, 100).parts()).containsExactly(0, 0, 0, 0, 0, 10_000);
    }

    /** 4,000 is left for 9 parts: 444.4 each of one part, 888.8 of two; 4 missing go to the largest remainders. */
    @Test
    void what_does_not_divide_goes_to_the_largest_remainders() {
        var weights = FineWeights.of(new Policy.Weights(10, 10, 20, 20, 20, 20));

        assertThat(weights.with(Criterion.QUALITY, 60).parts()).containsExactly(6_000, 444, 889, 889, 889, 889);
    }

    @Test
    void a_weight_that_was_all_leaves_equal_parts() {
        var all = FineWeights.of(new Policy.Weights(100, 0, 0, 0, 0, 0));

        assertThat(all.with(Criterion.QUALITY, 50).parts()).containsExactly(5_000, 1_000, 1_000, 1_000, 1_000, 1_000);
    }

    /** 40 x 1.25 = 50 and 60 untouched make 110: 4,545.45 and so on; 20 of 110 is 1,818.18, 10 of 110 is 909.09. */
    @Test
    void factors_are_shared_out_to_the_same_sum() {
        assertThat(WEIGHTS.times(List.of(1.25, 1.0, 1.0, 1.0, 1.0, 1.0)).parts())
                .containsExactly(4_546, 909, 909, 909, 1_818, 909);
    }
}
