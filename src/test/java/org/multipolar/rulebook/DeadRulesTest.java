package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.rulebook.Remarks.FROM_2026;
import static org.multipolar.rulebook.Remarks.remarks;
import static org.multipolar.rulebook.Remarks.rule;
import static org.multipolar.rulebook.Remarks.seen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.rulebook.Remark.Kind;

/** Which rules never fire: each with one that just does. */
class DeadRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "operatingCountry.named('DE'), operatingCountry.outside('a-list')",
                "operatingCountry.named('DE'), operatingCountry.named('FR') || operatingCountry.outside('a-list')",
                "operatingCountry.named('DE'), servingCountry.named('FR'), servedAtHome.named('yes')",
                "operatingCountry.named('DE'), servingCountry.named('DE'), servedAtHome.otherThan('yes')",
                "operatingCountry.outside('a-list'), servingCountry.named('DE'), servedAtHome.named('yes')",
                "servedAtHome.named('perhaps')",
                "placeStated.otherThan('yes'), placeStated.otherThan('no')",
                "flags.has('x'), flags.lacks('x')",
                "flags.has('DE'), flags.hasNoneOf('a-list')",
                "languageRequired.lacks('DE'), languageRequired.lacks('FR'), languageRequired.hasAnyOf('a-list')",
                "modelReleaseDate.onOrAfter('a-day'), modelReleaseDate.earlierThan('a-day')",
                "trainingCompute.atLeast('much'), trainingCompute.below('much')"
            })
    void a_rule_that_no_facts_make_fire_is_named(String conditions) {
        assertThat(seen(Kind.NEVER_FIRES, rule(FROM_2026, conditions))).containsExactly("R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "operatingCountry.named('FR'), operatingCountry.outside('a-list')",
                "operatingCountry.named('DE'), operatingCountry.named('FR') || operatingCountry.within('a-list')",
                "operatingCountry.named('DE'), servingCountry.named('FR'), servedAtHome.named('no')",
                "operatingCountry.outside('a-list'), servingCountry.outside('a-list'), servedAtHome.named('yes')",
                "operatingCountry.outside('a-list'), servingCountry.outside('a-list'), servedAtHome.named('no')",
                "placeStated.named('no'), dataSensitivity.named('state')",
                "flags.has('x'), flags.lacks('y')",
                "flags.has('x'), flags.hasNoneOf('a-list')",
                "modelReleaseDate.onOrAfter('a-day')",
                "trainingCompute.below('much')"
            })
    void a_rule_that_some_facts_make_fire_is_not(String conditions) {
        assertThat(seen(Kind.NEVER_FIRES, rule(FROM_2026, conditions))).isEmpty();
    }

    @Test
    void a_rule_that_fires_on_some_of_its_days_is_not_named() {
        var conditions = "operatingCountry.named('DE'), operatingCountry.outside('a-list')";

        assertThat(seen(Kind.NEVER_FIRES, rule("@from( \"2025-12-31\" )", conditions)))
                .isEmpty();
        assertThat(seen(Kind.NEVER_FIRES, rule("", conditions))).isEmpty();
    }

    @Test
    void a_rule_that_waits_for_a_day_before_its_own_never_fires() {
        var conditions = "asOf.earlierThan('a-day')";

        assertThat(seen(Kind.NEVER_FIRES, rule("@from( \"2026-06-15\" )", conditions)))
                .containsExactly("R");
        assertThat(seen(Kind.NEVER_FIRES, rule("@from( \"2026-06-14\" )", conditions)))
                .isEmpty();
        assertThat(seen(Kind.NEVER_FIRES, rule(FROM_2026, "asOf.onOrAfter('a-day')")))
                .isEmpty();
    }

    @Test
    void a_rule_that_ends_before_it_begins_is_named_with_both_days() {
        var ended = "@from( \"2026-01-02\" ) @until( \"2026-01-01\" )";

        assertThat(remarks(rule(ended, "flags.has('x')").folder()))
                .filteredOn(remark -> remark.kind() == Kind.NEVER_FIRES)
                .singleElement()
                .satisfies(remark ->
                        assertThat(remark.text()).contains("(2026-01-01)", "(2026-01-02)", "\nMaybe the two dates"));
        assertThat(seen(Kind.NEVER_FIRES, rule(ended.replace("-02", "-01"), "flags.has('x')")))
                .isEmpty();
    }

    @Test
    void of_a_rule_that_never_fires_only_the_conditions_that_clash_are_shown() {
        var rules = rule("", "flags.has('x'), audience.named('internal'), flags.lacks('y'), flags.lacks('x')");

        assertThat(remarks(rules.folder()))
                .filteredOn(remark -> remark.kind() == Kind.NEVER_FIRES)
                .singleElement()
                .satisfies(
                        remark -> assertThat(remark.text())
                                .startsWith(
                                        "these conditions never hold together: flags.has(\"x\") and flags.lacks(\"x\").\nMaybe "));
    }

    @Test
    void a_rule_that_only_says_what_nobody_states_is_looked_at_as_well() {
        var rules = rule("", "flags.has('x')")
                .rule("R where nobody states it", "R", "unstated", "", "flags.has(\"x\"), flags.lacks(\"x\")");

        assertThat(remarks(rules.folder()))
                .filteredOn(remark -> remark.kind() == Kind.NEVER_FIRES)
                .singleElement()
                .satisfies(remark -> assertThat(remark.text()).startsWith("(R where nobody states it): these"));
    }
}
