package org.multipolar.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void of_a_hundred_figures_the_fifth_lies_five_from_below() {
        // 1..100: mean 50.5 to the even 50; variance 100 * 101 / 12 = 841.67, standard error 2.901, times 1.96 is 5.686
        assertThat(Distribution.of(LongStream.rangeClosed(1, 100)))
                .isEqualTo(new Distribution(100, 50, 45, 56, 1, 5, 50, 95, 100));
    }

    @Test
    void few_figures_by_hand() {
        assertThat(Distribution.of(LongStream.empty())).isEqualTo(new Distribution(0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(Distribution.of(LongStream.of(-7))).isEqualTo(new Distribution(1, -7, -7, -7, -7, -7, -7, -7, -7));
        // mean 15, variance 50, standard error 5, times 1.96 is 9.8
        assertThat(Distribution.of(LongStream.of(20, 10)))
                .isEqualTo(new Distribution(2, 15, 5, 25, 10, 10, 10, 20, 20));
        // 0, 0, 10: mean 3.33, variance 33.33, standard error 3.33, times 1.96 is 6.53
        assertThat(Distribution.of(LongStream.of(10, 0, 0))).isEqualTo(new Distribution(3, 3, -3, 10, 0, 0, 0, 10, 10));
    }

    @Test
    void equal_figures_have_no_spread_however_large() {
        assertThat(Distribution.of(LongStream.generate(() -> Long.MAX_VALUE / 3).limit(1_000)))
                .isEqualTo(new Distribution(
                        1_000,
                        Long.MAX_VALUE / 3,
                        Long.MAX_VALUE / 3,
                        Long.MAX_VALUE / 3,
                        Long.MAX_VALUE / 3,
                        Long.MAX_VALUE / 3,
                        Long.MAX_VALUE / 3,
                        Long.MAX_VALUE / 3,
                        Long.MAX_VALUE / 3));
    }

    @Test
    void the_mean_of_parts_stays_a_part_within_its_interval() {
        var capacities = Distribution.of(LongStream.of(10_000, 10_000, 0)).within(0, 10_000);

        // mean 6,667, half width 6,533: the upper end would be 13,200
        assertThat(capacities.mean()).isEqualTo(6_667);
        assertThat(capacities.meanLow()).isEqualTo(133);
        assertThat(capacities.meanHigh()).isEqualTo(10_000);
    }

    @Test
    void the_order_of_figures_makes_no_difference() {
        for (long seed = 0; seed < 50; seed++) {
            var figures = new ArrayList<>(new Random(seed)
                    .longs(1 + seed, -1_000_000_000_000L, 1_000_000_000_000L)
                    .boxed()
                    .toList());
            var first = Distribution.of(figures.stream().mapToLong(Long::longValue));
            Collections.shuffle(figures, new Random(seed));

            assertThat(Distribution.of(figures.stream().mapToLong(Long::longValue)))
                    .isEqualTo(first);
            assertThat(first.meanLow()).isLessThanOrEqualTo(first.mean());
            assertThat(first.mean()).isBetween(first.least(), first.most());
        }
    }
}
