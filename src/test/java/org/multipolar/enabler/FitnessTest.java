package org.multipolar.enabler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Indicator.BlocAggregation;
import org.multipolar.catalog.read.YamlNode;

/** Which figures a method cannot score, and what is told of those it scores: each beside one that just passes. */
class FitnessTest {

    private static final String SHARES = "normalisation: share-of-best";
    private static final String ALL_ALIKE =
            "All countries with a figure for gpus have the same: it tells none from another.";

    @ParameterizedTest
    @ValueSource(strings = {"min-max", "z-score", "percentile-rank"})
    void equal_figures_leave_some_normalisations_nothing_to_divide_by(String normalisation) {
        var method = "normalisation: " + normalisation;

        assertRefused(
                set(5, 5).value("gpus", "EU", 7),
                method,
                "all 2 values of gpus are equal, so %s has nothing to divide by.".formatted(normalisation));
        assertThat(notes(set(5, 6), method)).isEmpty();
    }

    @Test
    void equal_figures_are_told_where_they_can_be_scored() {
        assertThat(notes(set(5, 5), SHARES)).containsExactly(ALL_ALIKE);
        // The second differs from the first, the third from the second.
        assertThat(notes(set(5, 6).country("CC").value("gpus", "CC", 5), SHARES))
                .isEmpty();
        assertThat(notes(set(6, 6).country("CC").value("gpus", "CC", 5), SHARES))
                .isEmpty();
    }

    @Test
    void a_country_without_a_figure_is_no_other_figure_unless_its_absence_is_one() {
        assertThat(notes(set(5, 5).country("CC"), SHARES)).containsExactly(ALL_ALIKE);
        assertThat(notes(list().value("gpus", "AA", 5).value("gpus", "BB", 5), SHARES))
                .isEmpty();
        // Where all on the list have nothing, so have those who are not.
        assertThat(notes(list().value("gpus", "AA", 0).value("gpus", "BB", 0), SHARES))
                .containsExactly(ALL_ALIKE);
    }

    @Test
    void a_list_on_which_every_country_stands_alike_tells_nothing() {
        assertThat(notes(list().value("gpus", "AA", 5).value("gpus", "BB", 5).value("gpus", "CC", 5), SHARES))
                .containsExactly(ALL_ALIKE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | arithmetic | gpus of BB is negative (-1), but a share of the best counts from zero.",
                "-1.5 | arithmetic | gpus of BB is negative (-1.5), but a share of the best counts from zero.",
                "-1e15 | arithmetic | gpus of BB is negative (-1.0E15), but",
                "-1 | {indicators: arithmetic, enablers: geometric} | counts from zero, and a geometric mean takes none below it.",
                "-1 | {indicators: harmonic, enablers: arithmetic} | counts from zero, and a harmonic mean takes none below it.",
                "-1 | {indicators: harmonic, enablers: geometric} | counts from zero, and a geometric mean takes none below it."
            })
    void a_share_of_the_best_takes_nothing_below_zero(double value, String means, String message) {
        assertRefused(set(1, value), SHARES + ", aggregation: " + means, message);
        assertThat(notes(set(1, 0), SHARES)).isEmpty();
        assertThat(notes(set(1, value), "normalisation: min-max")).isEmpty();
    }

    @Test
    void goalposts_are_needed_for_each_indicator_that_is_scored() {
        var method = "normalisation: goalposts, goalposts: {gpus: {from: 0, to: 10}}";

        assertThat(notes(set(1, 2), method)).isEmpty();
        assertRefused(set(1, 2).indicator("halls", "compute"), method, "the method (m) has no goalposts for halls.");
        assertThat(notes(set(1, 2), method.replace("{gpus:", "{spug: {from: 0, to: 1}, gpus:")))
                .containsExactly("The method has goalposts for spug, which this set does not have.");
        assertThat(notes(
                        set(1, 2),
                        method.replace("{gpus:", "{spug: {from: 0, to: 1}, gpus:")
                                .replaceFirst("goalposts", "share-of-best")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "'aggregation: {indicators: arithmetic, enablers: geometric}', 2",
        "'aggregation: {indicators: arithmetic, enablers: harmonic}', 2",
        "'aggregation: {indicators: geometric, enablers: arithmetic}', 0",
        "'aggregation: geometric, lowest_score: 0.01', 0"
    })
    void units_that_one_zero_puts_at_zero_are_counted(String means, int zeros) {
        var world = set(10, 0)
                .country("CC")
                .value("gpus", "CC", 0)
                .indicator("halls", "energy")
                .value("halls", "AA", 1)
                .value("halls", "BB", 2)
                .value("halls", "CC", 3);

        var notes = notes(world, SHARES + (means.isEmpty() ? "" : ", " + means));

        if (zeros == 0) {
            assertThat(notes).isEmpty();
        } else {
            assertThat(notes)
                    .singleElement()
                    .asString()
                    .startsWith(zeros + " units score 0 overall because one enabler is 0 and the mean is ");
        }
    }

    @Test
    void where_no_unit_is_at_zero_nothing_is_told() {
        assertThat(notes(set(10, 1), SHARES + ", aggregation: geometric")).isEmpty();
    }

    @Test
    void what_nobody_has_and_what_nothing_feeds_is_told() {
        assertThat(notes(set(1, 2).indicator("halls", "compute"), SHARES + ", enablers: [compute, energy]"))
                .containsExactly(
                        "No country has a figure for halls: it counts nowhere and lowers every coverage.",
                        "No indicator of this set feeds energy: it is unknown for every country.");
    }

    /** Two countries with a figure each, in a world that also has a bloc. */
    private static SmallWorld set(double first, double second) {
        return new SmallWorld()
                .country("AA")
                .country("BB")
                .country("EU", "EU", 1, 1)
                .indicator("gpus", "compute")
                .value("gpus", "AA", first)
                .value("gpus", "BB", second);
    }

    /** Three countries and a list; who is not on it has none. */
    private static SmallWorld list() {
        return new SmallWorld()
                .country("AA")
                .country("BB")
                .country("CC")
                .indicator("gpus", "compute", true, BlocAggregation.SUM, true, false);
    }

    private static List<String> notes(SmallWorld world, String method) {
        return Scorer.score(world.world(), method(method)).notes();
    }

    private static void assertRefused(SmallWorld world, String method, String message) {
        assertThatThrownBy(() -> Scorer.score(world.world(), method(method)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    private static Method method(String keys) {
        return MethodReader.read(
                YamlNode.read("m.yaml", "{method: m, %s}".formatted(keys).getBytes(StandardCharsets.UTF_8)));
    }
}
