package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a limit says in its own unit, and what its rows count. */
class MeasureTest {

    @Test
    void a_share_is_counted_in_steps_of_five_percent() {
        assertThat(Measure.SHARE.down(3)).isEqualTo(15);
        assertThat(Measure.SHARE.up(3)).isEqualTo(15);
        assertThat(Measure.SHARE.side(10)).isEqualTo(2);
        assertThat(Measure.SHARE.side(11)).isEqualTo(3);
    }

    /** Over 125 Mtok a percent is 20 steps times 125 in a row. */
    @Test
    void a_share_of_several_demands_is_counted_by_volume() {
        var measure = Measure.shareOf(125);

        assertThat(measure.down(50_000)).isEqualTo(20);
        assertThat(measure.down(52_499)).isEqualTo(20);
        assertThat(measure.up(50_001)).isEqualTo(21);
        assertThat(measure.side(5)).isEqualTo(12_500);
    }

    @Test
    void money_counts_what_no_choice_changes() {
        assertThat(Measure.money(100).down(50)).isEqualTo(150);
        assertThat(Measure.money(100).up(50)).isEqualTo(150);
        assertThat(Measure.money(100).side(50)).isEqualTo(50);
    }

    @Test
    void a_capacity_is_counted_in_twentieths() {
        assertThat(Measure.capacity().down(839)).isEqualTo(41);
        assertThat(Measure.capacity().up(839)).isEqualTo(42);
    }

    @Test
    void a_step_of_relief_is_five_points_one_party_or_a_part_of_what_is_allowed() {
        assertThat(Measure.SHARE.step(60)).isEqualTo(5);
        assertThat(Measure.LOT.step(60)).isEqualTo(5);
        assertThat(Measure.SUPPLIERS.step(60)).isEqualTo(1);
        assertThat(Measure.money(0).step(250)).isEqualTo(3);
        assertThat(Measure.money(0).step(0)).isEqualTo(1);
        assertThat(Measure.capacity().step(41)).isEqualTo(3);
        assertThat(Measure.capacity().step(0)).isEqualTo(1);
    }

    @Test
    void amounts_are_said_in_their_unit() {
        assertThat(Measure.SHARE.words(5)).isEqualTo("5 %");
        assertThat(Measure.LOT.words(10)).isEqualTo("10 %");
        assertThat(Measure.SUPPLIERS.words(1)).isEqualTo("1 supplier");
        assertThat(Measure.SUPPLIERS.words(2)).isEqualTo("2 suppliers");
        assertThat(Measure.CONTRACTS.words(1)).isEqualTo("1 contract");
        assertThat(Measure.CONTRACTS.words(2)).isEqualTo("2 contracts");
        assertThat(Measure.ORIGINS.words(1)).isEqualTo("1 origin");
        assertThat(Measure.ORIGINS.words(2)).isEqualTo("2 origins");
        assertThat(Measure.money(7).words(2_000_000)).isEqualTo("2 USD a month");
        assertThat(Measure.capacity().words(1_500)).isEqualTo("1,500 Mtok a month");
        assertThat(Measure.NONE.words(7)).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 USD a month",
                "10000000 | 10 USD a month",
                "1500000 | 1.5 USD a month",
                "-1500000 | -1.5 USD a month",
                "1234567000001 | 1,234,567.000001 USD a month"
            })
    void money_is_said_as_finely_as_it_is(long micro, String words) {
        assertThat(Measure.usd(micro)).isEqualTo(words);
    }

    @Test
    void every_unit_has_a_word_but_none() {
        assertThat(Measure.Unit.values())
                .allSatisfy(unit -> assertThat(unit.word().isEmpty()).isEqualTo(unit == Measure.Unit.NONE));
    }
}
