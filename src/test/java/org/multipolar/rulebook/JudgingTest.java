package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.multipolar.rulebook.SmallRules.facts;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.rulebook.Rulebook.Setting;

/** Small rulebooks: what is known, what is not, and from which day to which. */
class JudgingTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final String ABROAD = "sector.named(\"finance\"), servingCountry.otherThan(\"DE\")";

    @Test
    void a_rule_fires_where_all_conditions_hold() {
        var judgement = excluding(ABROAD, Field.SECTOR, "finance", Field.SERVING_COUNTRY, "US");

        assertThat(judgement.verdict()).isEqualTo(Verdict.EXCLUDED);
        assertThat(judgement.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.certain()).isTrue();
            assertThat(finding.unknown()).isEmpty();
        });
    }

    @Test
    void an_unknown_place_leaves_the_verdict_unresolved_and_is_named() {
        var judgement = excluding(ABROAD, Field.SECTOR, "finance");

        assertThat(judgement.verdict()).isEqualTo(Verdict.UNRESOLVED);
        assertThat(judgement.findings())
                .singleElement()
                .extracting(Finding::unknown)
                .isEqualTo(List.of("serving_country"));
    }

    @Test
    void false_beats_unknown() {
        assertThat(excluding(ABROAD, Field.SECTOR, "health").verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(excluding(ABROAD, Field.SERVING_COUNTRY, "DE").verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void two_unknown_facts_are_both_named() {
        assertThat(excluding(ABROAD).findings())
                .singleElement()
                .extracting(Finding::unknown)
                .isEqualTo(List.of("sector", "serving_country"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "servingCountry.named(\"DE\")",
                "servingCountry.otherThan(\"DE\")",
                "servingCountry.within(\"a-list\")",
                "servingCountry.outside(\"a-list\")",
                "baseLineage.has(\"llama\")",
                "baseLineage.lacks(\"llama\")",
                "baseLineage.hasAnyOf(\"a-list\")",
                "baseLineage.hasNoneOf(\"a-list\")",
                "modelReleaseDate.onOrAfter(\"a-day\")",
                "modelReleaseDate.earlierThan(\"a-day\")",
                "trainingCompute.atLeast(\"much\")",
                "trainingCompute.below(\"much\")",
            })
    void neither_a_question_nor_its_opposite_holds_for_an_unknown_fact(String condition) {
        assertThat(excluding(condition).verdict()).isEqualTo(Verdict.UNRESOLVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flags.has(\"certified\") | ALLOWED",
                "flags.lacks(\"certified\") | EXCLUDED",
                "useCase.has(\"coding\") | ALLOWED",
                "criticality.named(\"critical\") | ALLOWED",
                "reach.named(\"not-stated\") | ALLOWED",
                "modelFamily.named(\"x\") | ALLOWED"
            })
    void what_somebody_must_claim_is_not_so_until_somebody_does(String condition, Verdict verdict) {
        assertThat(excluding(condition).verdict()).isEqualTo(verdict);
    }

    @Test
    void one_true_branch_of_an_or_is_enough_whatever_the_other_is() {
        var condition = "sector.named(\"finance\") || servingCountry.named(\"US\")";

        assertThat(excluding(condition, Field.SECTOR, "finance").verdict()).isEqualTo(Verdict.EXCLUDED);
        assertThat(excluding(condition, Field.SECTOR, "health").verdict()).isEqualTo(Verdict.UNRESOLVED);
        assertThat(excluding(condition, Field.SECTOR, "health", Field.SERVING_COUNTRY, "DE")
                        .verdict())
                .isEqualTo(Verdict.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-14, EXCLUDED, ALLOWED",
        "2026-06-15, ALLOWED, EXCLUDED",
        "2026-05, EXCLUDED, ALLOWED",
        "2026-06, UNRESOLVED, UNRESOLVED",
        "2026-07, ALLOWED, EXCLUDED",
        "2025, EXCLUDED, ALLOWED",
        "2026, UNRESOLVED, UNRESOLVED",
        "2027, ALLOWED, EXCLUDED"
    })
    void of_a_month_or_year_any_day_may_be_meant(String released, Verdict earlier, Verdict onOrAfter) {
        assertThat(excluding("modelReleaseDate.earlierThan(\"a-day\")", Field.MODEL_RELEASE_DATE, released)
                        .verdict())
                .isEqualTo(earlier);
        assertThat(excluding("modelReleaseDate.onOrAfter(\"a-day\")", Field.MODEL_RELEASE_DATE, released)
                        .verdict())
                .isEqualTo(onOrAfter);
    }

    @ParameterizedTest
    @CsvSource({"1.0e25, EXCLUDED", "9.9e24, ALLOWED", "1e26, EXCLUDED"})
    void a_threshold_is_met_from_its_own_value_on(String flop, Verdict verdict) {
        assertThat(excluding("trainingCompute.atLeast(\"much\")", Field.TRAINING_COMPUTE, flop)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void an_unknown_duty_is_listed_as_open_and_leaves_the_verdict_alone() {
        var judgement = judged(new SmallRules().rule("X-1", "oblige", "", ABROAD), facts(Field.SECTOR, "finance"));

        assertThat(judgement.verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(judgement.findings())
                .singleElement()
                .extracting(Finding::certain)
                .isEqualTo(false);
    }

    @Test
    void a_duty_makes_a_verdict_conditional_unless_it_hits_everybody() {
        var sector = facts(Field.SECTOR, "finance");
        var condition = "sector.named(\"finance\")";

        assertThat(judged(new SmallRules().rule("X-1", "oblige", "", condition), sector)
                        .verdict())
                .isEqualTo(Verdict.CONDITIONAL);
        assertThat(judged(new SmallRules().rule("X-1", "oblige", "@baseline( \"true\" )", condition), sector)
                        .verdict())
                .isEqualTo(Verdict.ALLOWED);
        assertThat(judged(new SmallRules().rule("X-1", "penalise", "@weight( \"low\" )", condition), sector)
                        .verdict())
                .isEqualTo(Verdict.ALLOWED);
        assertThat(judged(new SmallRules().rule("X-1", "cap", "@bounds( \"origin a-number\" )", condition), sector)
                        .verdict())
                .isEqualTo(Verdict.CONDITIONAL);
    }

    @Test
    void what_is_excluded_or_unresolved_may_not_be_bought() {
        assertThat(Verdict.values()).filteredOn(Verdict::buyable).containsExactly(Verdict.CONDITIONAL, Verdict.ALLOWED);
    }

    @Test
    void an_exclusion_wins_over_what_is_open_and_what_is_owed() {
        var rules = new SmallRules()
                .rule("X-1", "oblige", "", "sector.named(\"finance\")")
                .rule("X-2", "exclude", "", "servingCountry.named(\"US\")")
                .rule("X-3", "exclude", "", "sector.named(\"finance\")");

        assertThat(judged(rules, facts(Field.SECTOR, "finance")).verdict()).isEqualTo(Verdict.EXCLUDED);
    }

    @Test
    void a_rule_that_only_says_what_nobody_states_is_never_certain() {
        var rules =
                new SmallRules().rule("X-1 where nobody states it", "X-1", "unstated", "", "placeStated.named(\"no\")");

        assertThat(judged(rules, facts(Field.PLACE_STATED, "no")).verdict()).isEqualTo(Verdict.UNRESOLVED);
        assertThat(judged(rules, facts(Field.PLACE_STATED, "yes")).verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, ALLOWED",
        "2026-03-01, EXCLUDED",
        "2026-03-02, EXCLUDED",
        "2027-06-29, EXCLUDED",
        "2027-06-30, EXCLUDED",
        "2027-07-01, ALLOWED",
        "1999-01-01, ALLOWED",
        "9999-12-31, ALLOWED"
    })
    void a_rule_holds_on_its_first_and_on_its_last_day(LocalDate asOf, Verdict verdict) {
        var rulebook = new SmallRules()
                .rule("X-1", "exclude", "@from( \"2026-03-01\" ) @until( \"2027-06-30\" )", "sector.named(\"finance\")")
                .read();

        assertThat(rulebook.judge(List.of(facts(Field.SECTOR, "finance")), Setting.of(asOf))
                        .get(0)
                        .verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, DE, ALLOWED",
        "2026-01-01, DE, EXCLUDED",
        "2026-12-31, FR, ALLOWED",
        "2027-01-01, FR, EXCLUDED",
        "2027-01-01, DE, EXCLUDED"
    })
    void a_parameter_holds_from_its_first_day_on(LocalDate asOf, String place, Verdict verdict) {
        var rulebook = new SmallRules()
                .rule("X-1", "exclude", "", "servingCountry.within(\"a-list\")")
                .read();

        assertThat(rulebook.judge(List.of(facts(Field.SERVING_COUNTRY, place)), Setting.of(asOf))
                        .get(0)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void a_proposal_holds_only_where_a_scenario_switches_it_on() {
        var rulebook = new SmallRules()
                .rule("X-1", "exclude", "@switchedOff( \"true\" )", "sector.named(\"finance\")")
                .read();
        var finance = List.of(facts(Field.SECTOR, "finance"));

        assertThat(rulebook.judge(finance, Setting.of(DAY)).get(0).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(rulebook.judge(finance, new Setting(DAY, Set.of(), Set.of("X-1")))
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.EXCLUDED);
    }

    @Test
    void a_rule_that_a_buyer_switches_off_leaves_no_finding() {
        var rulebook = new SmallRules()
                .rule("X-1", "exclude", "", "sector.named(\"finance\")")
                .read();

        assertThat(rulebook.judge(List.of(facts(Field.SECTOR, "finance")), new Setting(DAY, Set.of("X-1"), Set.of()))
                        .get(0)
                        .findings())
                .isEmpty();
    }

    @Test
    void a_merge_counts_in_each_of_its_lineages() {
        var lineages = facts(Field.BASE_LINEAGE, "llama;qwen");

        assertThat(judged(new SmallRules().rule("X-1", "exclude", "", "baseLineage.has(\"qwen\")"), lineages)
                        .verdict())
                .isEqualTo(Verdict.EXCLUDED);
        assertThat(judged(new SmallRules().rule("X-1", "exclude", "", "baseLineage.lacks(\"qwen\")"), lineages)
                        .verdict())
                .isEqualTo(Verdict.ALLOWED);
    }

    private static Judgement excluding(String conditions, Object... fieldsAndValues) {
        return judged(new SmallRules().rule("X-1", "exclude", "", conditions), facts(fieldsAndValues));
    }

    private static Judgement judged(SmallRules rules, Facts facts) {
        return judged(rules.read(), facts);
    }

    /** The engine's judgement, which is that of the plain reference. */
    private static Judgement judged(Rulebook rulebook, Facts facts) {
        var judged = rulebook.judge(List.of(facts), Setting.of(DAY)).get(0);
        assertThat(new ReferenceRulebook(rulebook).judge(facts, Setting.of(DAY)))
                .isEqualTo(judged);
        return judged;
    }

    @Test
    void a_month_that_leaves_a_rules_day_open_is_named_and_one_that_does_not_is_not() {
        var rulebook = new SmallRules()
                .rule("OPEN", "oblige", "", "modelReleaseDate.onOrAfter(\"a-day\"), trainingCompute.atLeast(\"much\")")
                .read();
        var judged = Stream.of("2026", "2026-07", "2026-07-01")
                .map(released -> judged(rulebook, facts(Field.MODEL_RELEASE_DATE, released)))
                .toList();

        assertThat(judged)
                .extracting(each -> each.findings().get(0).unknown())
                .containsExactly(
                        List.of("model_release_date", "training_compute_flop"),
                        List.of("training_compute_flop"),
                        List.of("training_compute_flop"));
    }

    @ParameterizedTest
    @CsvSource({"2026-06, UNRESOLVED, false", "2026-06-14, EXCLUDED, true", "2026-05, EXCLUDED, true"})
    void a_month_is_open_also_where_everything_else_is_known(String released, Verdict verdict, boolean certain) {
        var values = new EnumMap<Field, List<String>>(Field.class);
        for (var field : Field.values()) {
            values.put(field, List.of(field.kind() == Field.Kind.AMOUNT ? "1" : "x"));
        }
        values.put(Field.MODEL_RELEASE_DATE, List.of(released));
        values.remove(Field.AS_OF);

        var judgement = judged(
                new SmallRules().rule("X-1", "exclude", "", "modelReleaseDate.earlierThan(\"a-day\")"),
                new Facts(values));

        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.findings())
                .extracting(Finding::certain, Finding::unknown)
                .containsExactly(tuple(certain, certain ? List.of() : List.of("model_release_date")));
    }

    @Test
    void a_month_that_leaves_another_rules_day_open_is_not_named() {
        var files = new SmallRules()
                .rule("OTHER", "oblige", "", "modelReleaseDate.onOrAfter(\"a-day\")")
                .rule(
                        "R",
                        "oblige",
                        "",
                        "asOf.onOrAfter(\"a-day\"), modelReleaseDate.earlierThan(\"later\"), trainingCompute.atLeast(\"much\")")
                .folder();
        files.put(
                "parameters/later.yaml",
                SmallRules.bytes(
                        "parameters: [{parameter: later, title: Later, unit: date, values: [{from: null, value: 2026-10-01, sources: [house-policy]}]}]"));

        // June 2026 lies around the one day, and before the other.
        var judged = judged(RulebookReader.read(files).orThrow(), facts(Field.MODEL_RELEASE_DATE, "2026-06"));

        assertThat(JudgingLaws.said(judged))
                .containsEntry("OTHER", "false [model_release_date]")
                .containsEntry("R", "false [training_compute_flop]");
    }

    @Test
    void a_case_with_a_day_that_does_not_exist_is_refused_with_its_line() {
        var yaml = "cases:\n  - {id: a, as_of: 2026-11-22, given: {}, offer: {model_release_date: 2026-13}}\n";

        assertThat(CaseFile.read("a.cases.yaml", SmallRules.bytes(yaml))
                        .<String>fold(good -> "taken", bad -> bad.line() + " " + bad.what()))
                .isEqualTo("2 (2026-13) is not an ISO date.");
    }
}
