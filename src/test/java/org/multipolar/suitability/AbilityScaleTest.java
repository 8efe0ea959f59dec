package org.multipolar.suitability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.Openness;

class AbilityScaleTest {

    private static final List<String> ALL = List.of("small", "fair", "good", "great");

    /** Four models sat both families; the hard test tells the strong ones apart, the easy one the weak ones. */
    private static TestedModels twoFamilies() {
        return new TestedModels()
                .closed("small", "fair", "good", "great")
                .series("easy", "schoolbook")
                .series("hard", "olympiad")
                .sat("easy", ALL, 50, 70, 80, 90)
                .sat("hard", ALL, 5, 20, 40, 60);
    }

    @Test
    void models_are_placed_in_the_order_that_all_tests_agree_on() {
        var scale = link(twoFamilies());

        assertThat(ability(scale, "great")).isGreaterThan(ability(scale, "good"));
        assertThat(ability(scale, "good")).isGreaterThan(ability(scale, "fair"));
        assertThat(ability(scale, "fair")).isGreaterThan(ability(scale, "small"));
        assertThat(scale.of("great").families()).isEqualTo(2);
    }

    @Test
    void the_scale_has_mean_0_and_deviation_1_over_models_of_two_families() {
        var scale = link(twoFamilies());
        var abilities = ALL.stream().mapToDouble(model -> ability(scale, model)).toArray();

        assertThat(java.util.Arrays.stream(abilities).average().orElseThrow()).isCloseTo(0, within(1e-9));
        assertThat(java.util.Arrays.stream(abilities)
                        .map(each -> each * each)
                        .average()
                        .orElseThrow())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void whoever_sat_the_easy_test_only_is_not_above_those_who_did_well_in_the_hard_one() {
        var scale = link(twoFamilies()
                .closed("shirker")
                .score("shirker", "easy", 75)
                .closed("striver")
                .score("striver", "hard", 50));

        // a plain mean would put 75 of the easy test above 50 of the hard one
        assertThat(ability(scale, "striver")).isGreaterThan(ability(scale, "shirker"));
        assertThat(ability(scale, "shirker")).isLessThan(ability(scale, "good"));
    }

    @Test
    void fewer_families_mean_a_wider_error() {
        var scale = link(twoFamilies().closed("shirker").score("shirker", "easy", 80));

        assertThat(scale.of("shirker").standardError())
                .isGreaterThan(scale.of("good").standardError());
    }

    @Test
    void ten_series_of_one_family_count_as_one() {
        var tests = twoFamilies();
        var copied = twoFamilies();
        for (int copy = 0; copy < 9; copy++) {
            copied.series("easy-" + copy, "schoolbook").sat("easy-" + copy, ALL, 50, 70, 80, 90);
        }

        for (var model : ALL) {
            assertThat(ability(link(copied), model)).isCloseTo(ability(link(tests), model), within(1e-9));
            assertThat(link(copied).of(model).standardError())
                    .isCloseTo(link(tests).of(model).standardError(), within(1e-9));
        }
    }

    @Test
    void where_lower_is_better_the_lowest_is_the_best() {
        var scale =
                link(twoFamilies().series("rank", "ranking", false, "", false).sat("rank", ALL, 4, 3, 2, 1));

        assertThat(ability(scale, "great")).isGreaterThan(ability(scale, "small"));
        assertThat(scale.leftOut()).isEmpty();
    }

    @Test
    void a_series_that_three_models_sat_does_not_link_and_is_named() {
        var scale = link(twoFamilies().series("rare", "rarity").sat("rare", ALL.subList(0, 3), 9, 5, 1));

        assertThat(scale.leftOut()).containsOnlyKeys("rare");
        assertThat(scale.leftOut().get("rare")).isEqualTo("only 3 models sat it; 4 are needed to link it");
        assertThat(ability(scale, "small")).isEqualTo(ability(link(twoFamilies()), "small"));
    }

    @Test
    void a_series_that_shares_no_models_with_the_others_does_not_link() {
        var island = List.of("a", "b", "c", "d");
        var scale = link(twoFamilies()
                .closed("a", "b", "c", "d")
                .series("island", "island")
                .sat("island", island, 1, 2, 3, 4));

        assertThat(scale.leftOut().get("island")).contains("shares only 0 models");
        assertThat(scale.of("d").evaluated()).isFalse();
    }

    @Test
    void a_series_that_goes_against_all_others_measures_something_else() {
        var scale = link(twoFamilies().series("odd", "oddity").sat("odd", ALL, 90, 60, 30, 10));

        assertThat(scale.leftOut().get("odd")).contains("measures something else");
    }

    @Test
    void a_model_that_only_its_maker_tested_takes_the_lowest_known_of_its_kind() {
        var scale = link(twoFamilies()
                .closed("boaster")
                .series("own", "brochure", true, "", true)
                .sat("own", ALL, 50, 60, 70, 80)
                .score("boaster", "own", 99));

        assertThat(scale.of("boaster").evaluated()).isFalse();
        assertThat(scale.of("boaster").ability()).isEqualTo(scale.of("small").prudent());
        assertThat(scale.of("boaster").note()).contains("closed (small)");
        assertThat(scale.of("boaster").evidence()).hasSize(1);
    }

    @Test
    void an_untested_open_model_takes_the_lowest_known_of_its_size() {
        var tests = twoFamilies()
                .model("tiny", Openness.OPEN_WEIGHTS, 7.0)
                .model("huge", Openness.OPEN_WEIGHTS, 400.0)
                .model("tiny-untested", Openness.OPEN_SOURCE, 3.0)
                .model("sizeless-untested", Openness.OPEN_WEIGHTS, null)
                .model("huge-untested", Openness.OPEN_WEIGHTS, 700.0)
                .score("tiny", "easy", 40)
                .score("huge", "hard", 55);
        var scale = link(tests);

        assertThat(ability(scale, "tiny-untested")).isEqualTo(scale.of("tiny").prudent());
        assertThat(ability(scale, "sizeless-untested"))
                .isEqualTo(scale.of("tiny").prudent());
        assertThat(ability(scale, "huge-untested")).isEqualTo(scale.of("huge").prudent());
    }

    @Test
    void a_relative_lends_nothing() {
        var scale = link(twoFamilies().closed("great-2"));

        assertThat(ability(scale, "great-2")).isEqualTo(scale.of("small").prudent());
    }

    @Test
    void without_any_test_everybody_is_in_the_middle_and_untested() {
        var scale = link(new TestedModels().closed("a", "b"));

        assertThat(ability(scale, "a")).isZero();
        assertThat(scale.of("a").evaluated()).isFalse();
    }

    @Test
    void what_is_surely_below_a_threshold_does_not_meet_it_and_what_may_reach_it_does() {
        var scale = link(twoFamilies());

        assertThat(scale.meets(needs("frontier"), "small").met()).isFalse();
        assertThat(scale.meets(needs("frontier"), "small").why())
                .contains("is surely below the threshold frontier (1.00)");
        assertThat(scale.meets(needs("frontier"), "great").met()).isTrue();
        assertThat(scale.of("good").ability()).isLessThan(1).isGreaterThan(0);
        assertThat(scale.meets(needs("capable"), "good").met()).isTrue();
    }

    @Test
    void an_untested_model_must_reach_the_threshold_with_what_is_assumed_of_it() {
        var scale = link(twoFamilies().closed("untested"));

        assertThat(scale.meets(needs("basic"), "untested").met()).isFalse();
        assertThat(scale.meets(needs("basic"), "untested").why()).contains("assumed");
    }

    @Test
    void at_least_as_able_as_a_model_compares_with_that_model() {
        var scale = link(twoFamilies());

        assertThat(scale.meets(new Demand.Ability("", "good"), "great").met()).isTrue();
        assertThat(scale.meets(new Demand.Ability("", "good"), "good").met()).isTrue();
        assertThat(scale.meets(new Demand.Ability("", "good"), "small").met()).isFalse();
    }

    @Test
    void an_ability_that_nobody_defined_is_refused_with_those_there_are() {
        var scale = link(twoFamilies());

        assertThatThrownBy(() -> scale.meets(needs("genius"), "good"))
                .hasMessageContaining("(genius)")
                .hasMessageContaining("[basic, capable, frontier]");
    }

    private static Demand.Ability needs(String threshold) {
        return new Demand.Ability(threshold, null);
    }

    private static AbilityScale link(TestedModels tests) {
        return AbilityScale.link(tests.world(), Bids.ABILITY);
    }

    private static double ability(AbilityScale scale, String model) {
        return scale.of(model).ability();
    }
}
