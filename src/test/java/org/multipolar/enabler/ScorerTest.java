package org.multipolar.enabler;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.Indicator.BlocAggregation;
import org.multipolar.catalog.Observation;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.YamlNode;

class ScorerTest {

    private static final Method PLAIN = Method.evenly(List.of("compute", "energy"));

    private static final double[] ALIKE = {1, 1};

    @Test
    void the_best_country_scores_1_and_half_of_it_scores_half() {
        var index = Scorer.score(
                two().value("gpus", "AA", 10).value("gpus", "BB", 5).world(), PLAIN);

        assertThat(compute(index, "AA").score()).isEqualTo(1);
        assertThat(compute(index, "BB").score()).isEqualTo(0.5);
        assertThat(compute(index, "BB").rank()).isEqualTo(2);
    }

    @Test
    void a_strength_weighs_what_the_asker_weighs_and_keeps_the_rest() {
        var index = Scorer.score(
                two().indicator("power", "energy")
                        .value("gpus", "AA", 10)
                        .value("gpus", "BB", 5)
                        .value("power", "AA", 1)
                        .value("power", "BB", 4)
                        .world(),
                PLAIN);

        var reweighed = index.reweighed(Map.of("compute", 3, "energy", 1), Map.of());

        var making = World.known(index.units(), "AA").making();
        assertThat(making.score()).isEqualTo((1 + 0.25) / 2);
        assertThat(making.have()).isEqualTo(2);
        assertThat(World.known(reweighed.units(), "AA").making().score()).isEqualTo((3 * 1 + 0.25) / 4);
        assertThat(World.known(reweighed.units(), "AA").serving())
                .isEqualTo(World.known(index.units(), "AA").serving());
        assertThat(index.reweighed(Map.of("compute", 6, "energy", 2), Map.of())).isSameAs(reweighed);
        assertThat(World.known(index.reweighed(Map.of(), Map.of("compute", 1)).units(), "AA")
                        .serving()
                        .score())
                .isEqualTo(1);
        assertThat(index.reweighed(Map.of(), Map.of())).isSameAs(index);
    }

    @Test
    void the_latest_weights_are_remembered_and_the_oldest_forgotten() {
        var index = Scorer.score(
                two().value("gpus", "AA", 10).value("gpus", "BB", 5).world(), PLAIN);
        var first = index.reweighed(Map.of("compute", 1, "energy", 1), Map.of());
        assertThat(index.reweighed(Map.of("compute", 1, "energy", 1), Map.of())).isSameAs(first);

        for (int weight = 2; weight < 1_000; weight++) {
            assertThat(index.reweighed(Map.of("compute", weight, "energy", 1), Map.of()))
                    .isNotSameAs(first);
        }

        assertThat(index.reweighed(Map.of("compute", 1, "energy", 1), Map.of())).isNotSameAs(first);
    }

    @Test
    void equal_scores_share_a_place() {
        var index =
                Scorer.score(two().value("gpus", "AA", 5).value("gpus", "BB", 5).world(), PLAIN);

        assertThat(compute(index, "AA").rank()).isEqualTo(1);
        assertThat(compute(index, "BB").rank()).isEqualTo(1);
    }

    @Test
    void a_missing_value_is_left_out_of_the_mean_and_counted() {
        var world = two().indicator("halls", "compute")
                .value("gpus", "AA", 10)
                .value("gpus", "BB", 5)
                .value("halls", "AA", 3)
                .world();

        var score = compute(Scorer.score(world, PLAIN), "BB");

        assertThat(score.score()).isEqualTo(0.5);
        assertThat(score.have()).isEqualTo(1);
        assertThat(score.of()).isEqualTo(2);
    }

    @Test
    void absence_from_a_list_that_says_so_is_zero_and_counts_as_known() {
        var world = two().indicator("funds", "compute", true, BlocAggregation.SUM, true, false)
                .value("gpus", "AA", 10)
                .value("gpus", "BB", 5)
                .value("funds", "AA", 3)
                .world();

        var score = compute(Scorer.score(world, PLAIN), "BB");

        assertThat(score.score()).isEqualTo(0.25);
        assertThat(score.have()).isEqualTo(2);
    }

    @Test
    void a_missing_figure_takes_the_mean_of_its_group_flagged_and_not_counted_as_known() {
        var method = MethodReader.read(YamlNode.read(
                "m.yaml",
                """
                {method: m, normalisation: share-of-best, missing: group-mean, least_coverage: 0.5,
                 groups: {north: [AA, BB, CC], south: [DD]}}
                """
                        .getBytes(StandardCharsets.UTF_8)));
        var world = two().country("CC")
                .country("DD")
                .indicator("halls", "energy")
                .value("gpus", "AA", 10)
                .value("gpus", "BB", 5)
                .value("gpus", "DD", 10)
                .value("halls", "AA", 4)
                .value("halls", "BB", 4)
                .value("halls", "CC", 4)
                .world();
        var index = Scorer.score(world, method);
        var imputed = requireNonNull(index.unit("CC")).indicators().get(0);

        assertThat(imputed.value()).isEqualTo(7.5);
        assertThat(imputed.quality()).isEqualTo("imputed");
        assertThat(imputed.note()).contains("the mean of north stands in");
        assertThat(compute(index, "CC").score()).isEqualTo(0.75);
        assertThat(compute(index, "CC").have()).isZero();
        assertThat(compute(index, "CC").partial()).isEqualTo(1);
        // Nobody in the south has a hall, so the south has no mean.
        assertThat(enabler(index, "DD", "energy").score()).isNull();
        assertThat(requireNonNull(index.unit("CC")).rank())
                .as("one of two figures is enough")
                .isNotNull();
    }

    @Test
    void a_unit_with_too_few_figures_of_its_own_is_not_ranked() {
        var method = MethodReader.read(YamlNode.read(
                "m.yaml",
                "{method: m, normalisation: share-of-best, missing: group-mean, least_coverage: 0.6}"
                        .getBytes(StandardCharsets.UTF_8)));
        var world = two().indicator("halls", "energy")
                .value("gpus", "AA", 10)
                .value("gpus", "BB", 5)
                .value("halls", "AA", 4)
                .world();
        var index = Scorer.score(world, method);

        assertThat(requireNonNull(index.unit("BB")).rank()).isNull();
        assertThat(requireNonNull(index.unit("BB")).overall().score()).isNull();
        assertThat(requireNonNull(index.unit("AA")).rank()).isEqualTo(1);
    }

    @Test
    void an_indicator_that_weighs_nothing_is_left_out_of_score_and_coverage() {
        var method = MethodReader.read(YamlNode.read(
                "m.yaml",
                "{method: m, normalisation: share-of-best, weights: {indicators: {halls: 0}}}"
                        .getBytes(StandardCharsets.UTF_8)));
        var world = two().indicator("halls", "compute")
                .value("gpus", "AA", 10)
                .value("gpus", "BB", 5)
                .value("halls", "BB", 4)
                .world();
        var score = compute(Scorer.score(world, method), "BB");

        assertThat(score.score()).isEqualTo(0.5);
        assertThat(score.of()).isEqualTo(1);
    }

    @Test
    void a_bloc_leaves_countries_behind_by_percentile_without_being_one_of_them() {
        var world = new SmallWorld()
                .country("EU", "EU", 1, 1)
                .country("AA")
                .country("BB")
                .country("CC")
                .indicator("gpus", "compute")
                .value("gpus", "EU", 2.5)
                .value("gpus", "AA", 1)
                .value("gpus", "BB", 2)
                .value("gpus", "CC", 3)
                .world();
        var index = Scorer.score(world, PLAIN.with(PLAIN.choices().with(Normalisation.PERCENTILE_RANK)));

        assertThat(requireNonNull(compute(index, "EU").score())).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(compute(index, "CC").score()).isEqualTo(1);
        assertThat(compute(index, "BB").score()).isEqualTo(0.5);
    }

    @Test
    void per_head_a_sum_of_some_members_is_set_against_their_inhabitants_alone() {
        var world = new SmallWorld()
                .country("EU", "EU", 10, 1)
                .country("AA", "EU", 4, 1)
                .country("BB", "EU", 6, 1)
                .country("CC", null, 2, 1)
                .indicator("gpus", "compute")
                .value("gpus", "AA", 8)
                .value("gpus", "CC", 8)
                .world();
        var index = Scorer.score(world, PLAIN.perHead());

        assertThat(value(index, "EU")).isEqualTo(2);
        assertThat(value(index, "AA")).isEqualTo(2);
        assertThat(value(index, "CC")).isEqualTo(4);
    }

    @Test
    void what_a_method_names_and_the_set_lacks_is_told() {
        var method = MethodReader.read(YamlNode.read(
                "m.yaml",
                """
                {method: m, normalisation: share-of-best, enablers: [compute], leave_out: [nothing],
                 weights: {indicators: {gpsu: 2}, overall: {compute: 1}}, groups: {north: [XX]}}
                """
                        .getBytes(StandardCharsets.UTF_8)));
        var world = two().indicator("price", "captial")
                .value("gpus", "AA", 1)
                .value("gpus", "BB", 2)
                .value("price", "AA", 1)
                .world();

        assertThat(Scorer.score(world, method).notes())
                .contains(
                        "The method weighs gpsu, which this set does not have.",
                        "The method leaves out nothing, which this set does not have.",
                        "The method groups XX, which this set does not have.",
                        "price feeds captial, which the method does not score: it counts nowhere.");
    }

    @Test
    void a_list_on_which_nobody_stands_is_unknown_and_not_zero() {
        var world = two().indicator("funds", "compute", true, BlocAggregation.SUM, true, false)
                .value("gpus", "AA", 10)
                .value("gpus", "BB", 5)
                .world();
        var index = Scorer.score(world, PLAIN);

        assertThat(compute(index, "BB").score()).isEqualTo(0.5);
        assertThat(compute(index, "BB").have()).isEqualTo(1);
        assertThat(index.notes()).anyMatch(note -> note.startsWith("No country has a figure for funds"));
    }

    @Test
    void an_enabler_without_any_figure_is_unknown_and_so_is_what_rests_on_it() {
        var index = Scorer.score(two().value("gpus", "AA", 10).world(), PLAIN);

        assertThat(compute(index, "BB").score()).isNull();
        assertThat(compute(index, "BB").rank()).isNull();
        assertThat(index.serving("AA")).isNull();
        assertThat(requireNonNull(index.unit("AA")).overall().score()).isEqualTo(1);
        assertThat(requireNonNull(index.unit("BB")).overall().score()).isNull();
    }

    @Test
    void the_cheapest_scores_1_the_dearest_0_and_the_middle_half() {
        var index = Scorer.score(prices(1, 3, 2), PLAIN);

        assertThat(energy(index, "AA")).isEqualTo(1);
        assertThat(energy(index, "BB")).isZero();
        assertThat(energy(index, "CC")).isEqualTo(0.5);
    }

    @Test
    void the_other_readings_of_a_price_can_be_chosen() {
        var overPrice = Scorer.score(prices(1, 4, 2), with(LowerIsBetter.CHEAPEST_OVER_PRICE));
        var inverted = Scorer.score(prices(1, 4, 2), with(LowerIsBetter.SHARE_OF_BEST_INVERTED));

        assertThat(energy(overPrice, "CC")).isEqualTo(0.5);
        assertThat(energy(overPrice, "BB")).isEqualTo(0.25);
        assertThat(energy(inverted, "AA")).isEqualTo(0.75);
        assertThat(energy(inverted, "BB")).isZero();
    }

    @Test
    void one_price_alone_scores_1() {
        assertThat(energy(Scorer.score(prices(2, 2, 2), PLAIN), "BB")).isEqualTo(1);
    }

    @Test
    void where_the_best_is_nothing_nobody_scores_and_nothing_divides_by_zero() {
        var index =
                Scorer.score(two().value("gpus", "AA", 0).value("gpus", "BB", 0).world(), PLAIN);

        assertThat(compute(index, "AA").score()).isZero();
    }

    @Test
    void a_bloc_without_a_row_of_its_own_is_the_sum_of_its_members_clamped_to_1() {
        var index = Scorer.score(union(BlocAggregation.SUM, false), PLAIN);

        assertThat(compute(index, "EU").score()).isEqualTo(1);
        assertThat(value(index, "EU")).isEqualTo(30);
        assertThat(compute(index, "BB").score()).isEqualTo(1);
    }

    @Test
    void a_bloc_of_intensive_figures_is_a_mean_by_population_or_by_product() {
        var byPopulation = Scorer.score(union(BlocAggregation.WEIGHTED, false), PLAIN);
        var byProduct = Scorer.score(union(BlocAggregation.WEIGHTED, false), with(List.of("EU"), List.of("gpus")));

        assertThat(value(byPopulation, "EU")).isEqualTo((3 * 10.0 + 20) / 4);
        assertThat(value(byProduct, "EU")).isEqualTo((10.0 + 4 * 20) / 5);
    }

    @Test
    void a_bloc_is_as_good_as_its_worst_or_best_member_where_the_indicator_says_so() {
        assertThat(value(Scorer.score(union(BlocAggregation.MIN, false), PLAIN), "EU"))
                .isEqualTo(10);
        assertThat(value(Scorer.score(union(BlocAggregation.MAX, false), PLAIN), "EU"))
                .isEqualTo(20);
    }

    @Test
    void a_bloc_that_needs_its_own_row_and_has_none_is_unknown_and_never_the_sum() {
        var index = Scorer.score(union(BlocAggregation.SUM, true), PLAIN);

        assertThat(compute(index, "EU").score()).isNull();
        assertThat(requireNonNull(index.unit("EU")).indicators())
                .filteredOn(score -> score.indicator().equals("gpus"))
                .allMatch(score -> score.note().contains("overlap"));
    }

    @Test
    void a_ranked_bloc_stands_in_for_its_members_and_another_bloc_does_not() {
        var ranked = Scorer.score(union(BlocAggregation.SUM, false), PLAIN);
        var unranked = Scorer.score(union(BlocAggregation.SUM, false), with(List.of(), List.of()));

        assertThat(compute(ranked, "AA").rank()).isNull();
        assertThat(compute(unranked, "AA").rank()).isEqualTo(3);
    }

    @Test
    void a_barred_country_scores_its_access_only_where_the_method_says_so() {
        var world = two().value("gpus", "AA", 1).value("gpus", "BB", 0).world();

        assertThat(compute(Scorer.score(world, barredScore(0)), "BB").score()).isZero();
        assertThat(compute(Scorer.score(world, barredScore(1)), "BB").score()).isEqualTo(1);
    }

    @Test
    void an_alternative_series_is_shown_and_moves_nothing() {
        var without = two().value("gpus", "AA", 10).value("gpus", "BB", 5).world();
        var with = two().alternative("gpus_other", "compute")
                .value("gpus", "AA", 10)
                .value("gpus", "BB", 5)
                .value("gpus_other", "BB", 99)
                .world();

        assertThat(compute(Scorer.score(with, PLAIN), "BB")).isEqualTo(compute(Scorer.score(without, PLAIN), "BB"));
        assertThat(requireNonNull(Scorer.score(with, PLAIN).unit("BB"))
                        .alternatives()
                        .get("compute"))
                .hasSize(1);
    }

    @Test
    void alternatives_stand_by_enabler_in_order_of_their_series() {
        var index = Scorer.score(
                two().alternative("z_other", "compute")
                        .alternative("a_other", "compute")
                        .alternative("oil", "drilling")
                        .value("gpus", "AA", 10)
                        .value("gpus", "BB", 5)
                        .value("z_other", "BB", 1)
                        .value("a_other", "BB", 2)
                        .value("oil", "BB", 3)
                        .world(),
                PLAIN);
        var alternatives = requireNonNull(index.unit("BB")).alternatives();

        assertThat(alternatives.keySet()).containsExactly("compute", "energy");
        assertThat(alternatives.get("compute"))
                .extracting(Observation::indicator)
                .containsExactly("a_other", "z_other");
        assertThat(alternatives.get("energy")).isEmpty();
        assertThat(requireNonNull(index.unit("AA")).alternatives().get("compute"))
                .isEmpty();
    }

    @Test
    void a_strength_counts_the_enablers_that_weigh_and_those_known() {
        var index = Scorer.score(two().value("gpus", "AA", 10).world(), PLAIN);
        var weighed = index.reweighed(Map.of("compute", 1), Map.of("energy", 1));

        assertThat(requireNonNull(index.unit("AA")).overall()).isEqualTo(new Strength(1.0, 1, 2));
        assertThat(requireNonNull(index.unit("BB")).overall()).isEqualTo(new Strength(null, 0, 2));
        assertThat(requireNonNull(weighed.unit("AA")).making()).isEqualTo(new Strength(1.0, 1, 1));
        assertThat(requireNonNull(weighed.unit("AA")).serving()).isEqualTo(new Strength(null, 0, 1));
    }

    @Test
    void a_bloc_is_one_by_name() {
        var index = Scorer.score(union(BlocAggregation.SUM, false), PLAIN);

        assertThat(requireNonNull(index.unit("EU")).kind().word()).isEqualTo("bloc");
        assertThat(requireNonNull(index.unit("AA")).kind().word()).isEqualTo("country");
    }

    @Test
    void a_figure_of_some_members_says_of_whom_since_when_and_from_where() {
        var world = members(3)
                .value("gpus", "M1", 5, 2021, "b-source")
                .value("gpus", "M2", 7, 0, "a-source")
                .value("gpus", "M0", 1, 2023, "");
        var some = requireNonNull(Scorer.score(
                                members(3)
                                        .value("gpus", "M1", 5, 2021, "b-source")
                                        .value("gpus", "M2", 7, 2019, "a-source")
                                        .world(),
                                PLAIN)
                        .unit("EU"))
                .indicators()
                .get(0);
        var all = requireNonNull(Scorer.score(world.world(), PLAIN).unit("EU"))
                .indicators()
                .get(0);

        assertThat(some.partial()).isTrue();
        assertThat(some.value()).isEqualTo(12);
        assertThat(some.year()).isEqualTo(2019);
        assertThat(some.source()).isEqualTo("a-source;b-source");
        assertThat(some.note()).isEqualTo("partial: sum of 2 of 3 members (M1, M2)");
        assertThat(all.partial()).isFalse();
        assertThat(all.year()).as("who states no year is not the oldest").isEqualTo(2021);
        assertThat(all.source()).isEqualTo("a-source;b-source");
        assertThat(all.note()).isEqualTo("sum of 3 of 3 members");
    }

    @Test
    void up_to_five_members_are_named() {
        for (int known = 5; known <= 6; known++) {
            var world = members(7);
            for (int member = 0; member < known; member++) {
                world.value("gpus", "M" + member, 1, 0, "");
            }
            var figure = requireNonNull(Scorer.score(world.world(), PLAIN).unit("EU"))
                    .indicators()
                    .get(0);

            assertThat(figure.note())
                    .isEqualTo(
                            known == 5
                                    ? "partial: sum of 5 of 7 members (M0, M1, M2, M3, M4)"
                                    : "partial: sum of 6 of 7 members");
            assertThat(figure.year()).isNull();
        }
    }

    @Test
    void a_list_of_some_members_is_whole_and_one_of_none_is_none() {
        var list = new SmallWorld()
                .country("EU", "EU", 1, 1)
                .country("M0", "EU", 1, 1)
                .country("M1", "EU", 1, 1)
                .country("AA")
                .indicator("gpus", "compute", true, BlocAggregation.SUM, true, false)
                .value("gpus", "AA", 4, 2020, "the-list");
        var none = requireNonNull(Scorer.score(list.world(), PLAIN).unit("EU"))
                .indicators()
                .get(0);
        var some = requireNonNull(Scorer.score(
                                list.value("gpus", "M1", 3, 2020, "the-list").world(), PLAIN)
                        .unit("EU"))
                .indicators()
                .get(0);

        assertThat(none.value()).isZero();
        assertThat(none.note()).isEqualTo("not in the list, which means none");
        assertThat(none.source()).isEqualTo("the-list");
        assertThat(some.partial()).isFalse();
        assertThat(some.note()).isEqualTo("sum of 1 of 2 members");
    }

    @Test
    void a_group_without_any_figure_has_no_mean_and_one_with_some_fills_only_what_is_missing() {
        var values = new double[] {Double.NaN, 4, 8, Double.NaN, Double.NaN};
        var filled = new boolean[5];

        Groups.fill(values, filled, new int[][] {{0, 1, 2}, {3, 4}});

        assertThat(values).containsExactly(6, 4, 8, Double.NaN, Double.NaN);
        assertThat(filled).containsExactly(true, false, false, false, false);
    }

    @Test
    void the_means_differ_on_unequal_parts_and_agree_on_equal_ones() {
        var unequal = new double[] {1, 0.25};
        var equal = new double[] {0.5, 0.5};

        assertThat(Aggregation.ARITHMETIC.mean(unequal, ALIKE, 0)).isEqualTo(0.625);
        assertThat(Aggregation.GEOMETRIC.mean(unequal, ALIKE, 0)).isCloseTo(0.5, within(1e-12));
        assertThat(Aggregation.HARMONIC.mean(unequal, ALIKE, 0)).isCloseTo(0.4, within(1e-12));
        for (var aggregation : Aggregation.values()) {
            assertThat(aggregation.mean(equal, new double[] {3, 1}, 0)).isCloseTo(0.5, within(1e-12));
        }
    }

    @Test
    void nothing_in_one_part_is_nothing_in_the_geometric_and_harmonic_mean_unless_the_lowest_score_is_lifted() {
        var parts = new double[] {1, 0};

        assertThat(Aggregation.GEOMETRIC.mean(parts, ALIKE, 0)).isZero();
        assertThat(Aggregation.HARMONIC.mean(parts, ALIKE, 0)).isZero();
        assertThat(Aggregation.GEOMETRIC.mean(parts, ALIKE, 0.01)).isCloseTo(0.1, within(1e-12));
        // All scores are moved into 0.01..1, not only the zeros.
        assertThat(Aggregation.GEOMETRIC.mean(new double[] {0.5, 0.5}, ALIKE, 0.01))
                .isCloseTo(0.505, within(1e-12));
    }

    @Test
    void an_unknown_part_is_left_out_of_every_mean() {
        for (var aggregation : Aggregation.values()) {
            assertThat(aggregation.mean(new double[] {0.5, Double.NaN}, ALIKE, 0))
                    .isCloseTo(0.5, within(1e-12));
            assertThat(aggregation.mean(new double[] {Double.NaN, Double.NaN}, ALIKE, 0))
                    .isNaN();
        }
    }

    private static SmallWorld two() {
        return new SmallWorld().country("AA").country("BB").indicator("gpus", "compute");
    }

    private static SmallWorld members(int many) {
        var world = new SmallWorld().country("EU", "EU", 1, 1).indicator("gpus", "compute");
        for (int member = 0; member < many; member++) {
            world.country("M" + member, "EU", 1, 1);
        }
        return world;
    }

    private static World prices(double first, double second, double third) {
        return two().country("CC")
                .indicator("price", "energy", false, BlocAggregation.WEIGHTED, false, false)
                .value("price", "AA", first)
                .value("price", "BB", second)
                .value("price", "CC", third)
                .world();
    }

    private static World union(BlocAggregation how, boolean ownRow) {
        return new SmallWorld()
                .country("EU", "EU", 4, 5)
                .country("AA", "EU", 3, 1)
                .country("BB", "EU", 1, 4)
                .indicator("gpus", "compute", true, how, false, ownRow)
                .value("gpus", "AA", 10)
                .value("gpus", "BB", 20)
                .world();
    }

    private static Method with(LowerIsBetter reading) {
        return PLAIN.with(PLAIN.choices().with(reading));
    }

    private static Method barredScore(int score) {
        return PLAIN.with(PLAIN.scales().withChips(List.of("gpus")))
                .with(PLAIN.choices().withBarred(score));
    }

    private static Method with(List<String> rankedAsOne, List<String> weighedByGdp) {
        return PLAIN.with(new Method.BlocRule(rankedAsOne, weighedByGdp, Map.of()));
    }

    private static EnablerScore compute(Index index, String unit) {
        return enabler(index, unit, "compute");
    }

    private static double energy(Index index, String unit) {
        return requireNonNull(enabler(index, unit, "energy").score());
    }

    private static EnablerScore enabler(Index index, String unit, String enabler) {
        return requireNonNull(requireNonNull(index.unit(unit)).enablers().get(enabler));
    }

    private static double value(Index index, String unit) {
        return requireNonNull(
                requireNonNull(index.unit(unit)).indicators().get(0).value());
    }
}
