package org.multipolar.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.rulebook.Remarks.FROM_2026;
import static org.multipolar.rulebook.Remarks.remarks;
import static org.multipolar.rulebook.Remarks.seen;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.catalog.World;
import org.multipolar.rulebook.Remark.Kind;

/** Which rules pull one candidate apart: each with a pair that just does not. */
class ContradictionsTest {

    @Test
    void a_mark_up_that_never_comes_without_a_mark_down_contradicts_it() {
        var rules =
                marks("operatingCountry.named('DE'), openness.named('closed')", "operatingCountry.within('a-list')");

        assertThat(seen(Kind.CONTRADICTS, rules)).containsExactly("GOOD by BAD");
        assertThat(remarks(rules.folder()))
                .filteredOn(remark -> remark.kind() == Kind.CONTRADICTS)
                .singleElement()
                .satisfies(remark -> assertThat(remark.text())
                        .contains(
                                "prefers what (BAD) penalises",
                                "on 2026-01-01",
                                "operating_country DE, openness closed",
                                "\nMaybe "));
    }

    @Test
    void neighbours_that_turn_on_the_same_facts_contradict_each_other_where_they_meet() {
        assertThat(seen(Kind.CONTRADICTS, marks("servingCountry.within('a-list')", "servingCountry.otherThan('FR')")))
                .containsExactly("GOOD by BAD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // Neither comes only with the other, and the one asks for no other fact than the other.
                "servingCountry.otherThan('DE'); servingCountry.otherThan('FR')",
                "servingCountry.otherThan('DE'), flags.has('x'); servingCountry.otherThan('FR')",
                "servingCountry.otherThan('DE'); servingCountry.otherThan('FR'), flags.has('x')"
            })
    void only_neighbours_contradict_each_other_by_turning_on_the_same_facts(String good, String bad) {
        var neighbours = marks(good, bad);
        assertThat(seen(Kind.CONTRADICTS, neighbours)).containsExactly("GOOD by BAD");

        var files = neighbours.folder();
        var all = new String(World.known(files, "small.drl"), UTF_8);
        int second = all.indexOf("rule \"BAD\"");
        var head = all.substring(0, all.indexOf("rule \"GOOD\""));
        files.put("small.drl", SmallRules.bytes(all.substring(0, second)));
        files.put("other.drl", SmallRules.bytes(head.replace("rules.small", "rules.other") + all.substring(second)));
        assertThat(seen(Kind.CONTRADICTS, files)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // They never meet; or they meet, each for a reason of its own.
                "servingCountry.named('DE'); servingCountry.otherThan('DE')",
                "openness.named('closed'); supplier.named('x')"
            })
    void marks_for_different_reasons_do_not_contradict(String good, String bad) {
        assertThat(seen(Kind.CONTRADICTS, marks(good, bad))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // The list begins on 2026-01-01: before that, any day will do that is one of the rules' own.
        "'', 2025-12-31",
        "'@until( \"2025-12-31\" )', 2025-12-31",
        "'@until( \"2025-06-01\" )', 2025-06-01",
        "'@from( \"2025-03-01\" )', 2025-03-01"
    })
    void the_day_that_is_named_is_one_on_which_both_hold(String dates, String day) {
        var rules = new SmallRules()
                .rule("GOOD", "prefer", dates, "flags.has(\"x\"), operatingCountry.outside(\"a-list\")")
                .rule("BAD", "penalise", "@weight( \"low\" )", "flags.has(\"x\")");

        assertThat(remarks(rules.folder()))
                .filteredOn(remark -> remark.kind() == Kind.CONTRADICTS)
                .singleElement()
                .satisfies(remark -> assertThat(remark.text()).contains("on %s both fire".formatted(day)));
    }

    @Test
    void a_proposal_and_a_rule_of_other_days_contradict_nothing() {
        for (var dates : List.of("@switchedOff( \"true\" )", "@until( \"2025-12-31\" )")) {
            var rules = new SmallRules()
                    .rule("GOOD", "prefer", dates, "flags.has(\"x\")")
                    .rule("BAD", "penalise", "@weight( \"low\" ) @from( \"2026-01-01\" )", "flags.has(\"x\")");
            assertThat(seen(Kind.CONTRADICTS, rules)).as(dates).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "open a-number, open more, '', 1",
        "open a-number, all more, '', 0",
        "open more, open a-number, '', 0",
        // Until March 2026 the two figures are the same.
        "open a-number, open more, '@until( \"2026-02-28\" )', 0"
    })
    void a_floor_above_a_cap_on_the_same_shares_contradicts_it(
            String cap, String floor, String dates, int contradictions) {
        var rules = new SmallRules()
                .rule("CAP", "cap", "@bounds( \"%s\" )".formatted(cap), "flags.has(\"x\")")
                .rule("FLOOR", "require", "@bounds( \"%s\" ) %s".formatted(floor, dates), "flags.has(\"y\")");

        var found = remarks(rules.folder()).stream()
                .filter(remark -> remark.kind() == Kind.CONTRADICTS)
                .toList();

        assertThat(found).hasSize(contradictions).allSatisfy(remark -> assertThat(remark.text())
                .contains("at least 41 (more) of (open)", "at most 40 (a-number)", "on 2026-03-01", "flags x + y"));
    }

    @Test
    void a_floor_and_a_cap_that_never_meet_do_not_contradict() {
        var rules = new SmallRules()
                .rule("CAP", "cap", "@bounds( \"open a-number\" )", "flags.has(\"x\")")
                .rule("FLOOR", "require", "@bounds( \"open more\" )", "flags.lacks(\"x\")");

        assertThat(seen(Kind.CONTRADICTS, rules)).isEmpty();
    }

    private static SmallRules marks(String good, String bad) {
        return new SmallRules()
                .rule("GOOD", "prefer", FROM_2026, good.replace('\'', '"'))
                .rule("BAD", "penalise", "@weight( \"low\" )", bad.replace('\'', '"'));
    }
}
