package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.rulebook.Remarks.PARAMETERS;
import static org.multipolar.rulebook.Remarks.ids;
import static org.multipolar.rulebook.Remarks.rule;
import static org.multipolar.rulebook.Remarks.seen;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.rulebook.Remark.Kind;

/** Which rules and parameters are due to be looked at: each with one that is due a day later. */
class ReviewsTest {

    @ParameterizedTest
    @CsvSource({
        "2025-11-21, high, '', R",
        "2025-11-22, high, '', ''",
        "2026-05-21, low, '', R",
        "2026-05-22, low, '', ''",
        "2020-01-01, low, '@until( \"2026-11-21\" )', ''",
        "2020-01-01, low, '@until( \"2026-11-22\" )', R"
    })
    void a_rule_is_due_the_day_after_its_months_are_over(String checked, String confidence, String until, String due) {
        var annotations = "@asOf( \"%s\" ) @confidence( \"%s\" ) %s".formatted(checked, confidence, until);

        assertThat(String.join(" ", seen(Kind.REVIEW_DUE, rule(annotations, "flags.has('x')"))))
                .isEqualTo(due);
    }

    @Test
    void a_rule_without_a_day_on_which_it_was_checked_is_named() {
        assertThat(seen(Kind.NO_REVIEW_DAY, rule("", "flags.has('x')"))).containsExactly("R");
        assertThat(seen(Kind.NO_REVIEW_DAY, rule("@asOf( \"2026-11\" )", "flags.has('x')")))
                .containsExactly("R");
        assertThat(seen(Kind.NO_REVIEW_DAY, rule("@asOf( \"2026-11-01\" )", "flags.has('x')")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-11-21, more",
        "2026-03-01, 2026-11-22, ''",
        // A value to come is not in force, and the one before it says nothing.
        "2027-03-01, 2026-11-21, ''"
    })
    void a_parameter_is_due_when_its_value_in_force_has_passed_its_day(String from, String review, String due) {
        var files = rule("", "flags.has('x')").folder();
        var parameters = PARAMETERS.replace("from: 2026-03-01", "from: %s, review: %s".formatted(from, review));
        files.put("parameters/review.yaml", SmallRules.bytes(parameters));

        assertThat(String.join(" ", ids(Kind.PARAMETER_DUE, files))).isEqualTo(due);
    }

    @Test
    void what_is_due_says_since_when_and_by_when() {
        var low = rule("@asOf( \"2026-01-31\" ) @confidence( \"low\" )", "flags.has('x')");
        var high = rule("@asOf( \"2024-02-29\" ) @confidence( \"high\" )", "flags.has('x')");
        var never = rule("", "flags.has('x')");

        assertThat(texts(Kind.REVIEW_DUE, low.folder()))
                .containsExactly(
                        "checked on 2026-01-31, to be checked again after 6 months for its low confidence, by 2026-07-31.");
        assertThat(texts(Kind.REVIEW_DUE, high.folder()))
                .containsExactly("checked on 2024-02-29, to be checked again after 12 months, by 2025-02-28.");
        assertThat(texts(Kind.NO_REVIEW_DAY, never.folder()))
                .containsExactly(
                        "() is not the day on which its source was checked.\nMaybe @asOf is missing, or not written YYYY-MM-DD.");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, 2026-03-01", "null, ever"})
    void a_parameter_that_is_due_says_since_when_it_holds_and_where_it_stands(String from, String since) {
        var files = rule("", "flags.has('x')").folder();
        files.put(
                "parameters/due.yaml",
                SmallRules.bytes(
                        """
                        parameters:
                          - parameter: due
                            title: A due number
                            unit: percent
                            values: [{from: %s, value: 7, review: 2026-05-05, sources: [house-policy]}]
                        """
                                .formatted(from)));

        assertThat(Remarks.remarks(files))
                .filteredOn(remark -> remark.kind() == Kind.PARAMETER_DUE)
                .containsExactly(new Remark(
                        Kind.PARAMETER_DUE,
                        "due",
                        "",
                        "parameters/due.yaml",
                        2,
                        "A due number: what holds since %s was to be looked at again by 2026-05-05.\nMaybe add a value with its first day, or a later review day."
                                .formatted(since)));
    }

    @Test
    void before_anybody_says_after_how_many_months_nothing_is_due() {
        var files = rule("@asOf( \"1990-01-01\" )", "flags.has('x')").folder();
        files.put(
                "parameters/review.yaml",
                SmallRules.bytes(PARAMETERS.replace("from: null, value: 12", "from: 2999-01-01, value: 12")));

        assertThat(ids(Kind.REVIEW_DUE, files)).isEmpty();
    }

    private static List<String> texts(Kind kind, Map<String, byte[]> files) {
        return Remarks.remarks(files).stream()
                .filter(remark -> remark.kind() == kind)
                .map(Remark::text)
                .toList();
    }
}
