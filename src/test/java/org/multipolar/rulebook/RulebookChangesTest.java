package org.multipolar.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.World;
import org.multipolar.rulebook.ParameterChange.ValueChange;

/** What is said to differ between two small rulebooks, and whether it can move anything. */
class RulebookChangesTest {

    private static final String FINANCE = "sector.named(\"finance\")";
    private static final String DATED = "@from( \"2026-01-01\" ) @until( \"2026-06-30\" )";
    private static final String GAPS =
            """
            gaps:
              - region: Somewhere
                countries: [DE]
                cells:
                  - {sector: finance, coverage: none}
                  - {data_sensitivity: personal, coverage: partial, not_covered: much}
              - region: Elsewhere
                countries: ["*"]
                cells:
                  - {sector: finance, coverage: none, not_covered: all}
            """;

    @Test
    void the_same_folder_differs_in_nothing() {
        var changes = RulebookChanges.between(
                rule(DATED, FINANCE).read(), rule(DATED, FINANCE).read());

        assertThat(changes.none()).isTrue();
        assertThat(changes.matter()).isFalse();
    }

    @Test
    void a_rule_that_only_one_has_is_told_with_its_conditions_and_its_days() {
        var without = rule("", FINANCE).read();
        var with = rule("", FINANCE)
                .rule("NEW", "oblige", DATED, FINANCE + ", audience.named(\"public\")")
                .read();

        var added = RulebookChanges.between(without, with);
        var removed = RulebookChanges.between(with, without);

        assertThat(added.rules())
                .containsExactly(new RuleChange(
                        "NEW",
                        "A rule of a test",
                        "oblige",
                        "added",
                        "from 2026-01-01 until 2026-06-30",
                        false,
                        List.of(),
                        List.of(new ConditionChange(
                                "NEW",
                                "",
                                "(sector.named(\"finance\") && audience.named(\"public\"))",
                                List.of(),
                                List.of("audience.named(\"public\")", "sector.named(\"finance\")"))),
                        List.of("2026-01-01", "2026-07-01")));
        assertThat(removed.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.change()).isEqualTo("removed");
            assertThat(rule.id()).isEqualTo("NEW");
            assertThat(rule.conditions().get(0).gone()).hasSize(2);
            assertThat(rule.conditions().get(0).fresh()).isEmpty();
            assertThat(rule.days()).containsExactly("2026-01-01", "2026-07-01");
        });
        assertThat(List.of(added, removed)).allSatisfy(changes -> {
            assertThat(changes.none()).isFalse();
            assertThat(changes.matter()).isTrue();
        });
    }

    @Test
    void another_wording_is_told_and_cannot_matter() {
        var changes = RulebookChanges.between(
                rule(DATED, FINANCE).read(),
                rule(DATED + " @statement( \"Said plainly\" )", FINANCE).read());

        assertThat(changes.none()).isFalse();
        assertThat(changes.matter()).isFalse();
        assertThat(changes.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.wordsOnly()).isTrue();
            assertThat(rule.change()).isEqualTo("changed");
            assertThat(rule.annotations()).containsExactly(new Altered("statement", "", "Said plainly"));
            assertThat(rule.conditions()).isEmpty();
            assertThat(rule.days()).isEmpty();
        });
    }

    @Test
    void where_only_dates_move_a_day_that_both_keep_is_no_change() {
        var rule = onlyRule(rule(DATED, FINANCE), rule(DATED.replace("2026-06-30", "2026-12-31"), FINANCE));

        assertThat(rule.wordsOnly()).isFalse();
        assertThat(rule.annotations()).containsExactly(new Altered("until", "2026-06-30", "2026-12-31"));
        assertThat(rule.days()).containsExactly("2026-07-01", "2027-01-01");
        assertThat(rule.holds()).isEqualTo("from 2026-01-01 until 2026-12-31");
    }

    @Test
    void where_dates_and_words_move_a_day_that_both_keep_is_no_change_either() {
        var rule = onlyRule(
                rule(DATED, FINANCE),
                rule(DATED.replace("2026-06-30", "2026-12-31") + " @statement( \"Said plainly\" )", FINANCE));

        assertThat(rule.wordsOnly()).isFalse();
        assertThat(rule.days()).containsExactly("2026-07-01", "2027-01-01");
    }

    @Test
    void where_a_baseline_moves_the_rule_matters_on_all_of_its_days() {
        var rule = onlyRule(rule(DATED, FINANCE), rule(DATED + " @baseline( \"true\" )", FINANCE));

        assertThat(rule.wordsOnly()).isFalse();
        assertThat(rule.days()).containsExactly("2026-01-01", "2026-07-01");
    }

    @Test
    void other_conditions_are_told_line_by_line_whatever_their_order() {
        var rule = onlyRule(
                rule(DATED, FINANCE + ", audience.named(\"public\"), flags.has(\"x\")"),
                rule(DATED, "flags.has(\"x\"), audience.named(\"staff\"), " + FINANCE));

        assertThat(rule.wordsOnly()).isFalse();
        assertThat(rule.annotations()).isEmpty();
        assertThat(rule.days()).containsExactly("2026-01-01", "2026-07-01");
        assertThat(rule.conditions()).singleElement().satisfies(change -> {
            assertThat(change.gone()).containsExactly("audience.named(\"public\")");
            assertThat(change.added()).containsExactly("audience.named(\"staff\")");
        });
        var turned = RulebookChanges.between(
                rule("", FINANCE + ", flags.has(\"x\")").read(),
                rule("", "flags.has(\"x\"), " + FINANCE).read());
        assertThat(turned.rules()).isEmpty();
    }

    @Test
    void a_proposal_has_no_days_of_its_own() {
        var rule = onlyRule(
                rule("@switchedOff( \"true\" ) " + DATED, FINANCE),
                rule("@switchedOff( \"true\" ) " + DATED, FINANCE + ", flags.has(\"x\")"));

        assertThat(rule.days()).isEmpty();
        assertThat(rule.holds()).isEqualTo("from 2026-01-01 until 2026-06-30, only where a scenario switches it on");
    }

    @Test
    void a_rule_without_dates_holds_from_a_day_nobody_read() {
        var rule = onlyRule(rule("", FINANCE), rule("", "flags.has(\"x\")"));

        assertThat(rule.holds()).isEqualTo("from a day nobody read");
        assertThat(rule.days()).isEmpty();
    }

    @Test
    void what_a_second_rule_of_the_same_id_says_carries_its_name() {
        var old = rule("", FINANCE).rule("R again", "R", "unstated", "", "placeStated.named(\"no\")");
        var fresh = rule("", FINANCE)
                .rule("R again", "R", "unstated", "@statement( \"Said\" )", "placeStated.named(\"no\")");

        var rule = onlyRule(old, fresh);

        assertThat(rule.annotations()).containsExactly(new Altered("R again @statement", "", "Said"));
        assertThat(onlyRule(rule("", FINANCE), rule("@statement( \"Said\" )", FINANCE))
                        .annotations())
                .containsExactly(new Altered("statement", "", "Said"));
        assertThat(onlyRule(rule("", FINANCE), new SmallRules().rule("R", "exclude", "", FINANCE))
                        .annotations())
                .containsExactly(new Altered("effect", "oblige", "exclude"));
    }

    @Test
    void changes_stand_in_order_of_id() {
        var none = rule("", FINANCE).read();
        var some = new SmallRules()
                .rule("Z", "oblige", "", FINANCE)
                .rule("R", "oblige", "", "flags.has(\"x\")")
                .rule("A", "oblige", "", FINANCE)
                .read();

        assertThat(RulebookChanges.between(none, some).rules())
                .extracting(change -> change.id() + " " + change.change())
                .containsExactly("A added", "R changed", "Z added");
        assertThat(RulebookChanges.between(some, none).rules())
                .extracting(change -> change.id() + " " + change.change())
                .containsExactly("A removed", "R changed", "Z removed");
    }

    @Test
    void another_value_of_a_parameter_is_told_with_its_day_and_the_rules_that_turn_on_it() {
        var changes = parameters("[DE, FR]", "[FR, IT]");

        assertThat(changes.matter()).isTrue();
        assertThat(changes.none()).isFalse();
        assertThat(changes.parameters())
                .containsExactly(new ParameterChange(
                        "a-list",
                        "A list that grows",
                        "country-codes",
                        "changed",
                        List.of(),
                        List.of(new ValueChange("2027-01-01", List.of("DE", "FR"), List.of("FR", "IT"))),
                        List.of("R"),
                        List.of("2027-01-01")));
    }

    @Test
    void a_word_that_is_called_like_a_parameter_is_no_use_of_it() {
        var old =
                bounded().rule("WORD", "oblige", "", "sector.named(\"a-list\")").folder();
        var fresh =
                bounded().rule("WORD", "oblige", "", "sector.named(\"a-list\")").folder();
        edit(fresh, "parameters/small.yaml", "[DE, FR]", "[DE]");

        assertThat(RulebookChanges.between(read(old), read(fresh)).parameters())
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.usedBy()).containsExactly("R"));
    }

    @Test
    void a_figure_that_always_held_has_no_day_and_turns_the_rules_it_bounds() {
        assertThat(parameters("value: 40", "value: 45").parameters())
                .singleElement()
                .satisfies(parameter -> {
                    assertThat(parameter.values())
                            .containsExactly(new ValueChange("always", List.of("40"), List.of("45")));
                    assertThat(parameter.usedBy()).containsExactly("CAP");
                    assertThat(parameter.days()).isEmpty();
                });
    }

    @Test
    void values_are_told_from_always_on_in_order_of_their_days() {
        var change = onlyParameter(
                "- {from: 2026-01-01, value: [DE], sources: [house-policy]}",
                """
                - {from: null, value: [DE], sources: [house-policy]}
                      - {from: 2025-01-01, value: [IT], sources: [house-policy]}""");

        assertThat(change.values())
                .containsExactly(
                        new ValueChange("always", null, List.of("DE")),
                        new ValueChange("2025-01-01", null, List.of("IT")),
                        new ValueChange("2026-01-01", List.of("DE"), null));
        assertThat(change.days()).containsExactly("2025-01-01", "2026-01-01");
    }

    @Test
    void a_list_in_another_order_is_the_same_list() {
        assertThat(parameters("[DE, FR]", "[FR, DE]").none()).isTrue();
    }

    @Test
    void another_title_or_day_of_review_cannot_matter() {
        var titled = parameters("title: A day", "title: Another day");
        var reviewed = parameters("value: 40, ", "value: 40, review: 2027-05-05, ");

        assertThat(titled.matter()).isFalse();
        assertThat(titled.none()).isFalse();
        assertThat(titled.parameters()).singleElement().satisfies(parameter -> {
            assertThat(parameter.change()).isEqualTo("changed");
            assertThat(parameter.title()).isEqualTo("Another day");
            assertThat(parameter.texts()).containsExactly(new Altered("title", "A day", "Another day"));
            assertThat(parameter.values()).isEmpty();
            assertThat(parameter.usedBy()).isEmpty();
        });
        assertThat(reviewed.matter()).isFalse();
        assertThat(reviewed.parameters()).singleElement().satisfies(parameter -> assertThat(parameter.texts())
                .containsExactly(new Altered("review always", "", "2027-05-05")));
    }

    @Test
    void a_parameter_that_only_one_has_is_told_with_all_its_values() {
        var more = bounded().folder();
        more.put(
                "parameters/more.yaml",
                SmallRules.bytes(
                        """
                        parameters:
                          - parameter: more
                            title: More
                            unit: percent
                            values: [{from: 2026-05-01, value: 7, sources: [house-policy]}]
                        """));
        var with = read(more);
        var without = bounded().read();

        assertThat(RulebookChanges.between(without, with).parameters())
                .singleElement()
                .satisfies(parameter -> {
                    assertThat(parameter.change()).isEqualTo("added");
                    assertThat(parameter.texts()).isEmpty();
                    assertThat(parameter.values()).containsExactly(new ValueChange("2026-05-01", null, List.of("7")));
                });
        assertThat(RulebookChanges.between(with, without).parameters())
                .singleElement()
                .satisfies(parameter -> {
                    assertThat(parameter.change()).isEqualTo("removed");
                    assertThat(parameter.title()).isEqualTo("More");
                    assertThat(parameter.unit()).isEqualTo("percent");
                    assertThat(parameter.values()).containsExactly(new ValueChange("2026-05-01", List.of("7"), null));
                });
    }

    @Test
    void users_of_either_rulebook_are_named() {
        var old = bounded()
                .rule("OLD", "oblige", "", "servingCountry.within(\"a-list\")")
                .folder();
        var fresh = bounded()
                .rule("NEW", "oblige", "", "servingCountry.within(\"a-list\")")
                .folder();
        edit(fresh, "parameters/small.yaml", "[DE, FR]", "[DE]");

        assertThat(RulebookChanges.between(read(old), read(fresh)).parameters())
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.usedBy()).containsExactly("NEW", "OLD", "R"));
    }

    @Test
    void sources_and_gaps_that_differ_are_named() {
        var old = bounded().folder();
        var fresh = bounded().folder();
        old.put("gaps.yaml", SmallRules.bytes(GAPS));
        fresh.put("gaps.yaml", SmallRules.bytes(GAPS.replace("not_covered: much", "not_covered: little")));
        edit(fresh, "sources.csv", "House", "House rules");

        var changes = RulebookChanges.between(read(old), read(fresh));

        assertThat(changes.sources()).containsExactly("house-policy");
        assertThat(changes.gaps()).containsExactly("Somewhere personal");
        assertThat(changes.none()).isFalse();
        assertThat(changes.matter()).isFalse();
        var gapsAlone = bounded().folder();
        gapsAlone.put("gaps.yaml", SmallRules.bytes(GAPS));
        assertThat(RulebookChanges.between(bounded().read(), read(gapsAlone)).none())
                .isFalse();
        var sourcesAlone = bounded().folder();
        edit(sourcesAlone, "sources.csv", "House", "House rules");
        assertThat(RulebookChanges.between(bounded().read(), read(sourcesAlone)).none())
                .isFalse();
    }

    private static SmallRules rule(String annotations, String conditions) {
        return new SmallRules().rule("R", "oblige", annotations, conditions);
    }

    private static SmallRules bounded() {
        return rule("", "operatingCountry.within(\"a-list\")")
                .rule("CAP", "cap", "@bounds( \"origin a-number\" )", FINANCE);
    }

    private static RuleChange onlyRule(SmallRules old, SmallRules fresh) {
        var rules = RulebookChanges.between(old.read(), fresh.read()).rules();
        assertThat(rules).hasSize(1);
        return rules.get(0);
    }

    private static ParameterChange onlyParameter(String from, String to) {
        var parameters = parameters(from, to).parameters();
        assertThat(parameters).hasSize(1);
        return parameters.get(0);
    }

    private static RulebookChanges parameters(String from, String to) {
        var fresh = bounded().folder();
        edit(fresh, "parameters/small.yaml", from, to);
        return RulebookChanges.between(bounded().read(), read(fresh));
    }

    private static void edit(Map<String, byte[]> files, String path, String from, String to) {
        var before = new String(World.known(files, path), UTF_8);
        assertThat(before).contains(from);
        files.put(path, SmallRules.bytes(before.replace(from, to)));
    }

    private static Rulebook read(Map<String, byte[]> files) {
        return RulebookReader.read(files).orThrow();
    }
}
