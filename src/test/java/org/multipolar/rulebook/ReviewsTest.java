package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.rulebook.Remarks.PARAMETERS;
import static org.multipolar.rulebook.Remarks.ids;
import static org.multipolar.rulebook.Remarks.rule;
import static org.multipolar.rulebook.Remarks.seen;

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
}
