package org.multipolar.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.rulebook.Remarks.FROM_2026;
import static org.multipolar.rulebook.Remarks.remarks;
import static org.multipolar.rulebook.Remarks.seen;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.catalog.World;
import org.multipolar.rulebook.Remark.Kind;

/** Which rules an exclusion always masks: each with one that it just does not. */
class MaskedRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"oblige", "prefer", "exclude"})
    void a_rule_behind_an_exclusion_changes_nothing(String effect) {
        var rules = behind(effect, FROM_2026, "operatingCountry.named('DE'), flags.has('x')");

        assertThat(seen(Kind.ALWAYS_MASKED, rules)).containsExactly("R by E");
        assertThat(remarks(rules.folder()))
                .filteredOn(remark -> remark.kind() == Kind.ALWAYS_MASKED)
                .singleElement()
                .satisfies(remark -> assertThat(remark.text())
                        .startsWith(
                                effect.equals("exclude")
                                        ? "says the same as (E)"
                                        : "changes nothing, because (E) excludes whatever it would " + effect));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // Before its first day the list is empty; France joins it later.
                "@from( '2025-12-31' ); operatingCountry.named('DE')",
                "@from( '2026-01-01' ); operatingCountry.named('FR')",
                "@from( '2026-01-01' ); servingCountry.named('DE')",
                "@from( '2026-01-01' ); operatingCountry.named('DE') || servingCountry.named('DE')"
            })
    void a_rule_that_reaches_beyond_the_exclusion_is_not_masked(String dates, String conditions) {
        assertThat(seen(Kind.ALWAYS_MASKED, behind("oblige", dates.replace('\'', '"'), conditions)))
                .isEmpty();
    }

    @Test
    void only_a_certain_exclusion_that_nobody_can_take_away_masks() {
        var masked = behind("oblige", FROM_2026, "operatingCountry.named('DE')");
        assertThat(seen(Kind.ALWAYS_MASKED, masked)).containsExactly("R by E");

        for (var loose : List.of("@switchedOff( \"true\" )", "@until( \"2030-01-01\" )", "@from( \"2026-01-02\" )")) {
            var rules = exclusion(loose).rule("R", "oblige", FROM_2026, "operatingCountry.named(\"DE\")");
            assertThat(seen(Kind.ALWAYS_MASKED, rules)).as(loose).isEmpty();
        }
        var unstated = new SmallRules()
                .rule("E", "unstated", "", "operatingCountry.within(\"a-list\")")
                .rule("R", "oblige", FROM_2026, "operatingCountry.named(\"DE\")");
        assertThat(seen(Kind.ALWAYS_MASKED, unstated)).isEmpty();
        assertThat(seen(Kind.ALWAYS_MASKED, changed(masked, "regulatory", "policy")))
                .isEmpty();
        assertThat(seen(Kind.ALWAYS_MASKED, changed(masked, "in-force", "policy-default")))
                .isEmpty();
    }

    private static SmallRules exclusion(String annotations) {
        return new SmallRules().rule("E", "exclude", annotations, "operatingCountry.within(\"a-list\")");
    }

    private static SmallRules behind(String effect, String annotations, String conditions) {
        return exclusion("").rule("R", effect, annotations, conditions.replace('\'', '"'));
    }

    private static Map<String, byte[]> changed(SmallRules rules, String from, String to) {
        var files = rules.folder();
        files.put("small.drl", SmallRules.bytes(new String(World.known(files, "small.drl"), UTF_8).replace(from, to)));
        return files;
    }
}
