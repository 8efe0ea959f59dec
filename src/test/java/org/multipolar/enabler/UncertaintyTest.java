package org.multipolar.enabler;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Indicator.BlocAggregation;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.YamlNode;

class UncertaintyTest {

    private static final Index SHIPPED = Scorer.score(Profiles.world(), Profiles.method("published"));
    private static final Uncertainty KNOWN = of(SHIPPED, 2_000, 1, 1);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void the_same_seed_gives_the_same_on_any_number_of_threads(int threads) {
        assertThat(of(SHIPPED, 2_000, 1, threads)).isEqualTo(KNOWN);
    }

    @Test
    void another_seed_gives_other_draws_of_the_same_distribution() {
        var other = of(SHIPPED, 2_000, 2, 1);

        assertThat(other.units()).isNotEqualTo(KNOWN.units());
        for (var unit : SHIPPED.ranking()) {
            var one = requireNonNull(KNOWN.unit(unit.unit())).scores().get(Uncertainty.OVERALL);
            var two = requireNonNull(other.unit(unit.unit())).scores().get(Uncertainty.OVERALL);
            // Not the median: where the draws fall into two heaps it may lie in either.
            assertThat(requireNonNull(one).low())
                    .as(unit.unit())
                    .isCloseTo(requireNonNull(two).low(), within(0.03));
            assertThat(one.high()).as(unit.unit()).isCloseTo(two.high(), within(0.03));
        }
    }

    @Test
    void intervals_are_in_order_and_within_what_scores_and_ranks_can_be() {
        int ranked = SHIPPED.ranking().size();
        KNOWN.units().forEach((unit, spread) -> {
            spread.scores().values().forEach(each -> {
                assertThat(each.low()).isLessThanOrEqualTo(each.median()).isBetween(0.0, 1.0);
                assertThat(each.high()).isGreaterThanOrEqualTo(each.median()).isBetween(0.0, 1.0);
            });
            spread.ranks().values().forEach(each -> {
                assertThat(each.low()).isBetween(1.0, each.median());
                assertThat(each.high()).isBetween(each.median(), (double) ranked);
            });
        });
    }

    @Test
    void the_two_superpowers_stay_first_and_second_and_members_of_a_ranked_bloc_have_no_rank() {
        assertThat(rank("US")).isEqualTo(new Interval(1, 1, 1));
        assertThat(rank("CN").high()).isLessThanOrEqualTo(2);
        assertThat(requireNonNull(KNOWN.unit("DE")).ranks()).isEmpty();
        assertThat(requireNonNull(KNOWN.unit("DE")).scores()).containsKey(Uncertainty.OVERALL);
    }

    @Test
    void what_is_said_to_be_varied_is_what_the_method_varies() {
        assertThat(KNOWN.varied())
                .extracting(Uncertainty.Varied::factor)
                .containsExactly(
                        "normalisation",
                        "lower_is_better",
                        "chip_access_of_barred_countries",
                        "aggregation",
                        "weights",
                        "series",
                        "noise");
        assertThat(KNOWN.notVaried()).isEmpty();
    }

    @Test
    void a_variation_that_cannot_act_on_a_set_is_named_and_not_counted() {
        var method = Method.evenly(List.of("compute"))
                .with(new Variation(
                        100,
                        1,
                        List.of(),
                        List.of(LowerIsBetter.CHEAPEST_1_DEAREST_0, LowerIsBetter.CHEAPEST_OVER_PRICE),
                        List.of(0, 1),
                        List.of(),
                        List.of(Missing.LEAVE_OUT, Missing.GROUP_MEAN),
                        List.of(),
                        0,
                        0,
                        Map.of("estimated", 10.0),
                        Map.of("gpus", List.of("nowhere"))));
        var uncertainty = of(Scorer.score(three().world(), method), 100, 1, 1);

        assertThat(uncertainty.varied()).isEmpty();
        assertThat(uncertainty.notVaried())
                .extracting(Uncertainty.NotVaried::factor)
                .containsExactly("lower_is_better", "chip_access_of_barred_countries", "missing", "series", "noise");
    }

    @Test
    void noise_alone_moves_a_score_by_no_more_than_the_noise() {
        var method = Method.evenly(List.of("compute")).with(noise(10));
        var spread = requireNonNull(
                of(Scorer.score(three().world(), method), 5_000, 1, 1).unit("BB"));
        var score = requireNonNull(spread.scores().get("compute"));

        // A figure off by at most a tenth over a best off by at most a tenth.
        assertThat(score.low()).isGreaterThan(0.5 * 0.9 / 1.1);
        assertThat(score.high()).isLessThan(0.5 * 1.1 / 0.9);
        assertThat(score.median()).isCloseTo(0.5, within(0.005));
        assertThat(score.width()).isGreaterThan(0.03);
    }

    /** The best is measured and exact here, so the score errs as the figure does: as far down as up. */
    @Test
    void noise_errs_to_both_sides_alike() {
        var variation = new Variation(
                100,
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                Map.of("estimated", 40.0),
                Map.of());
        var world = new SmallWorld()
                .country("AA")
                .country("BB")
                .indicator("gpus", "compute")
                .value("gpus", "AA", 10)
                .estimate("gpus", "BB", 5)
                .world();
        var index = Scorer.score(world, Method.evenly(List.of("compute")).with(variation));
        var score = requireNonNull(
                requireNonNull(of(index, 20_000, 1, 1).unit("BB")).scores().get("compute"));

        // A triangle of half-width w has its 95th percentile at w (1 - sqrt(0.1)).
        double expected = 0.5 * 0.4 * (1 - Math.sqrt(0.1));
        assertThat(score.high() - 0.5).isCloseTo(expected, within(0.005));
        assertThat(0.5 - score.low()).isCloseTo(expected, within(0.005));
    }

    @Test
    void weights_of_enablers_alone_move_a_unit_that_is_uneven_and_leave_an_even_one() {
        var variation = new Variation(
                100, 1, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0, 50, Map.of(), Map.of());
        var world = three().indicator("halls", "energy")
                .value("halls", "AA", 10)
                .value("halls", "BB", 10)
                .value("halls", "CC", 1)
                .world();
        var index =
                Scorer.score(world, Method.evenly(List.of("compute", "energy")).with(variation));
        var uncertainty = of(index, 2_000, 1, 1);

        assertThat(overall(uncertainty, "BB").width()).isGreaterThan(0.05);
        assertThat(overall(uncertainty, "AA").width()).isCloseTo(0, within(1e-6));
        assertThat(requireNonNull(
                                requireNonNull(uncertainty.unit("BB")).scores().get(Uncertainty.MAKING))
                        .width())
                .isGreaterThan(0.05);
    }

    private static Interval overall(Uncertainty uncertainty, String unit) {
        return requireNonNull(requireNonNull(uncertainty.unit(unit)).scores().get(Uncertainty.OVERALL));
    }

    @Test
    void a_draw_of_a_figure_does_not_depend_on_what_else_is_in_the_set() {
        var method = Method.evenly(List.of("compute")).with(noise(30));
        var more = three().country("0Z")
                .value("gpus", "0Z", 2)
                .indicator("a_first", "compute")
                .value("a_first", "AA", 1)
                .value("a_first", "BB", 2)
                .world();
        var alone = Drawn.again(Scorer.score(three().world(), method), 1, 7).figures();
        var beside = Drawn.again(Scorer.score(more, method), 1, 7).figures();

        requireNonNull(alone.get("gpus"))
                .forEach((unit, figure) ->
                        assertThat(requireNonNull(beside.get("gpus")).get(unit)).isEqualTo(figure));
    }

    @Test
    void stating_only_draws_or_seed_keeps_the_usual_variation() {
        var method = MethodReader.read(YamlNode.read(
                "m.yaml",
                "{method: m, normalisation: share-of-best, aggregation: harmonic, uncertainty: {draws: 600, seed: 2}}"
                        .getBytes(StandardCharsets.UTF_8)));
        var world = three().indicator("halls", "energy")
                .value("halls", "AA", 1)
                .value("halls", "BB", 7)
                .value("halls", "CC", 3)
                .world();
        var varied = of(Scorer.score(world, method), 600, 2, 1).varied();

        assertThat(varied)
                .extracting(Uncertainty.Varied::factor)
                .containsExactly("normalisation", "aggregation", "weights", "noise");
        assertThat(varied.get(1).over()).isEqualTo("harmonic, arithmetic");
    }

    @Test
    void a_series_that_a_normalisation_drawn_cannot_score_is_named_and_not_drawn() {
        var variation = new Variation(
                100,
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                Map.of(),
                Map.of("gpus", List.of("gpus_other")));
        var world = three().alternative("gpus_other", "compute")
                .value("gpus_other", "AA", -1)
                .value("gpus_other", "BB", 4)
                .world();
        var uncertainty =
                of(Scorer.score(world, Method.evenly(List.of("compute")).with(variation)), 100, 1, 1);

        assertThat(uncertainty.varied()).isEmpty();
        assertThat(uncertainty.notVaried())
                .extracting(Uncertainty.NotVaried::factor)
                .containsExactly("series gpus_other", "series");
    }

    @Test
    void few_draws_say_nothing_of_what_drives_the_ranks() {
        assertThat(of(SHIPPED, 499, 1, 1).sensitivity()).isNull();
        assertThat(of(SHIPPED, 500, 1, 1).sensitivity()).isNotNull();
    }

    @Test
    void strengths_for_advice_keep_the_methods_scale_and_hold_the_score() {
        var strengths = SHIPPED.intervals();

        assertThat(strengths.varied())
                .extracting(Uncertainty.Varied::factor)
                .doesNotContain("normalisation", "aggregation")
                .contains("series", "weights", "noise");
        for (var reading : org.multipolar.catalog.Policy.Reading.values()) {
            var read = Strengths.read(SHIPPED, reading);
            assertThat(requireNonNull(read.making("US", true))).isBetween(0.5, 1.0);
        }
        for (var unit : SHIPPED.ranking()) {
            var point = unit.serving().score();
            if (point != null) {
                var low = Strengths.against(SHIPPED, List.of(), List.of(unit.unit()))
                        .serving(unit.unit());
                var high = Strengths.against(SHIPPED, List.of(), List.of()).serving(unit.unit());
                assertThat(point).isBetween(requireNonNull(low), requireNonNull(high));
            }
        }
    }

    @Test
    void more_noise_gives_wider_intervals() {
        double calm = width(5);
        double wild = width(30);

        assertThat(wild).isGreaterThan(3 * calm);
    }

    @Test
    void a_method_that_says_nothing_of_uncertainty_gets_the_usual_variation() {
        var plain = Method.evenly(List.of("compute", "energy"));
        var world = three().indicator("halls", "energy")
                .value("halls", "AA", 1)
                .value("halls", "BB", 7)
                .value("halls", "CC", 3)
                .world();

        assertThat(of(Scorer.score(world, plain), 500, 1, 1).varied())
                .extracting(Uncertainty.Varied::factor)
                .containsExactly("normalisation", "aggregation", "weights", "noise");
    }

    @Test
    void progress_reaches_all_of_the_work_and_an_end_on_request_keeps_nothing() {
        var furthest = new AtomicLong();
        var whole = new AtomicLong();
        Uncertainty.of(SHIPPED, 500, 1, true, 2, (done, of) -> {
            furthest.accumulateAndGet(done, Math::max);
            whole.set(of);
        });

        assertThat(furthest.get()).isEqualTo(whole.get()).isGreaterThan(500);
        assertThatThrownBy(() -> Uncertainty.of(SHIPPED, 50_000, 1, true, 2, (done, of) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void more_draws_than_can_be_kept_are_refused_with_the_number_that_can() {
        assertThatThrownBy(() -> of(SHIPPED, 900_000, 1, 1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("900000 draws are not between 1 and");
        assertThatThrownBy(() -> of(SHIPPED, 0, 1, 1)).isInstanceOf(BadInput.class);
    }

    @Test
    void shares_are_shares_and_their_resamples_lie_around_them() {
        var sensitivity = requireNonNull(of(SHIPPED, 4_000, 3, 2).sensitivity());

        assertThat(sensitivity.ranks()).hasSize(7).allSatisfy(share -> {
            assertThat(share.first()).isBetween(-0.1, 1.1);
            assertThat(share.total()).isBetween(0.0, 1.2);
            assertThat(share.total()).isGreaterThan(share.first() - 0.1);
            assertThat(requireNonNull(share.firstInterval()).low()).isLessThan(share.first());
            assertThat(requireNonNull(share.totalInterval()).high()).isGreaterThan(share.total());
        });
    }

    @Test
    void a_factor_has_a_share_in_the_units_it_touches_and_none_in_the_others() {
        var method = Method.evenly(List.of("compute", "energy"))
                .with(new Variation(
                        100,
                        1,
                        List.of(),
                        List.of(LowerIsBetter.values()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        0,
                        Map.of("measured", 5.0),
                        Map.of()));
        var world = three().country("DD")
                .indicator("price", "energy", false, BlocAggregation.WEIGHTED, false, false)
                .value("gpus", "DD", 4)
                .value("price", "AA", 1)
                .value("price", "BB", 2)
                .value("price", "CC", 4)
                .world();
        var sensitivity =
                requireNonNull(of(Scorer.score(world, method), 4_000, 1, 1).sensitivity());

        assertThat(overallShare(sensitivity, "DD", "lower_is_better")).isCloseTo(0, within(1e-9));
        assertThat(overallShare(sensitivity, "DD", "noise")).isCloseTo(1, within(0.1));
        assertThat(overallShare(sensitivity, "BB", "lower_is_better")).isGreaterThan(0.5);
    }

    @Test
    void leaving_one_out_tells_of_every_enabler_and_indicator_and_moves_what_rests_on_it() {
        var all = LeaveOneOut.of(SHIPPED);

        assertThat(all).hasSize(6 + 16);
        assertThat(all)
                .filteredOn(one -> one.without().equals("energy"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.largest().unit()).isEqualTo("GB");
                    assertThat(one.meanShift()).isGreaterThan(1);
                });
    }

    @Test
    void leaving_an_indicator_out_ranks_as_if_it_had_never_been_there() {
        var small = new SmallWorld().indicator("gpus", "compute").indicator("halls", "compute");
        var without = new SmallWorld().indicator("gpus", "compute");
        for (var each : List.of(Map.entry("AA", 9.0), Map.entry("BB", 6.0), Map.entry("CC", 3.0))) {
            small.country(each.getKey()).value("gpus", each.getKey(), each.getValue());
            without.country(each.getKey()).value("gpus", each.getKey(), each.getValue());
            small.value("halls", each.getKey(), 10 - each.getValue() * each.getValue() / 9);
        }
        var method = Method.evenly(List.of("compute"));
        var index = Scorer.score(small.world(), method);
        var bare = Scorer.score(without.world(), method);

        var halls = LeaveOneOut.of(index).stream()
                .filter(one -> one.without().equals("halls"))
                .findFirst()
                .orElseThrow();
        assertThat(World.known(index.units(), "CC").rank())
                .isNotEqualTo(World.known(bare.units(), "CC").rank());
        assertThat(halls.ranks()).isEqualTo(Map.of("AA", 1, "BB", 2, "CC", 3));
    }

    /** The sample's quantiles, taken from draws that were each taken again by themselves. */
    @Test
    void every_draw_can_be_taken_again_and_gives_what_the_sample_holds() {
        int draws = 201;
        var sample = of(SHIPPED, draws, 5, 2);
        var ranks = new double[draws];
        for (int row = 0; row < draws; row++) {
            var drawn = Drawn.again(SHIPPED, 5, row);
            ranks[row] = requireNonNull(drawn.ranks().get("JP"));
            assertThat(drawn.choices()).containsKeys("normalisation", "aggregation");
        }
        java.util.Arrays.sort(ranks);
        var japan = requireNonNull(requireNonNull(sample.unit("JP")).ranks().get(Uncertainty.OVERALL));

        assertThat(japan.median()).isEqualTo(ranks[100]);
        assertThat(japan.low()).isEqualTo(ranks[10]);
        assertThat(japan.high()).isEqualTo(ranks[190]);
    }

    @Test
    void draws_differ_and_each_is_the_same_again() {
        assertThat(Drawn.again(SHIPPED, 1, 3)).isEqualTo(Drawn.again(SHIPPED, 1, 3));
        assertThat(Drawn.again(SHIPPED, 1, 3).figures())
                .isNotEqualTo(Drawn.again(SHIPPED, 1, 4).figures());
    }

    private static double overallShare(Sensitivity sensitivity, String unit, String factor) {
        return requireNonNull(
                        requireNonNull(sensitivity.units().get(unit)).overall().get(factor))
                .total();
    }

    private static Interval rank(String unit) {
        return requireNonNull(requireNonNull(KNOWN.unit(unit)).ranks().get(Uncertainty.OVERALL));
    }

    private static double width(double percent) {
        var method = Method.evenly(List.of("compute")).with(noise(percent));
        var spread = requireNonNull(
                of(Scorer.score(three().world(), method), 2_000, 1, 1).unit("BB"));
        return requireNonNull(spread.scores().get("compute")).width();
    }

    private static Variation noise(double percent) {
        return new Variation(
                100,
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                Map.of("measured", percent),
                Map.of());
    }

    private static SmallWorld three() {
        return new SmallWorld()
                .country("AA")
                .country("BB")
                .country("CC")
                .indicator("gpus", "compute")
                .value("gpus", "AA", 10)
                .value("gpus", "BB", 5)
                .value("gpus", "CC", 1);
    }

    private static Uncertainty of(Index index, int draws, long seed, int threads) {
        return Uncertainty.of(index, draws, seed, true, threads, Progress.SILENT);
    }
}
