package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.rulebook.Rulebook.Setting;

/** What a small rulebook says of itself: its rules, dates, parameters, papers, uses and gaps. */
class RulebookTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final String FINANCE = "sector.named(\"finance\")";

    @Test
    void papers_are_the_flags_without_which_some_rule_holds() {
        var rulebook = rule("flags.lacks(\"b-paper\") || flags.lacks(\"a-paper\"), flags.has(\"no-paper\"),"
                        + " baseLineage.lacks(\"no-flag\")")
                .read();

        assertThat(rulebook.papers()).containsExactly("a-paper", "b-paper");
    }

    @Test
    void uses_are_asked_for_by_name_or_on_a_list() {
        var rulebook = rule("useCase.has(\"coding\"), useCase.hasNoneOf(\"a-list\"), " + FINANCE)
                .read();

        assertThat(rulebook.uses()).containsExactly("DE", "FR", "coding");
    }

    @Test
    void a_list_is_empty_before_its_first_day_and_a_number_is_none() {
        var files = rule(FINANCE).folder();
        files.put(
                "parameters/review.yaml",
                SmallRules.bytes(Remarks.PARAMETERS.replace("from: null", "from: 2026-02-01")));
        var rulebook = RulebookReader.read(files).orThrow();

        assertThat(rulebook.words("a-list", LocalDate.parse("2025-12-31"))).isEmpty();
        assertThat(rulebook.words("a-list", LocalDate.parse("2026-01-01"))).containsExactly("DE");
        assertThat(rulebook.words("a-list", LocalDate.parse("2027-01-01"))).containsExactly("DE", "FR");
        assertThat(rulebook.number("more", LocalDate.parse("2026-01-31"))).isNull();
        assertThat(rulebook.number("more", LocalDate.parse("2026-02-28"))).isEqualTo(40);
        assertThat(rulebook.number("more", LocalDate.parse("2026-03-01"))).isEqualTo(41);
    }

    @Test
    void what_is_not_there_is_said_to_be_missing_by_name() {
        var rulebook = rule(FINANCE).read();

        assertThatThrownBy(() -> rulebook.card("NONE")).hasMessageContaining("No rule is called (NONE)");
        assertThatThrownBy(() -> rulebook.source("none")).hasMessageContaining("No source is called (none)");
        assertThatThrownBy(() -> rulebook.words("none", DAY)).hasMessageContaining("No parameter is called (none)");
        assertThat(rulebook.cardOrNull("NONE")).isNull();
        assertThat(rulebook.cardOrNull("R")).isSameAs(rulebook.card("R"));
        assertThat(rulebook.source("house-policy").title()).isEqualTo("House");
    }

    @ParameterizedTest
    @CsvSource({
        // Its own days.
        "2026-03-01, , true",
        "2026-02-28, , false",
        "2027-06-30, , true",
        "2027-07-01, , false",
        // A scenario lets it begin earlier or later, and end as it did.
        "2026-01-31, 2026-02-01, false",
        "2026-02-01, 2026-02-01, true",
        "2026-03-01, 2026-04-01, false",
        "2027-06-30, 2026-04-01, true",
        "2027-07-01, 2026-04-01, false"
    })
    void a_scenario_gives_a_rule_another_first_day(LocalDate asOf, @Nullable LocalDate from, boolean holds) {
        var rulebook = new SmallRules()
                .rule("R", "exclude", "@from( \"2026-03-01\" ) @until( \"2027-06-30\" )", FINANCE)
                .read();
        var setting = new Setting(asOf, Set.of(), Set.of(), from == null ? Map.of() : Map.of("R", from));

        assertThat(rulebook.holds(rulebook.card("R"), setting)).isEqualTo(holds);
        assertThat(rulebook.judge(List.of(SmallRules.facts(Field.SECTOR, "finance")), setting))
                .extracting(judgement -> judgement.verdict() == Verdict.EXCLUDED)
                .containsExactly(holds);
    }

    @Test
    void a_rule_without_a_last_day_holds_for_ever_from_its_other_first_day() {
        var rulebook = rule(FINANCE).read();
        var from = new Setting(DAY, Set.of(), Set.of(), Map.of("R", DAY));

        assertThat(rulebook.holds(rulebook.card("R"), from)).isTrue();
        assertThat(rulebook.holds(rulebook.card("R"), from.on(DAY.minusDays(1))))
                .isFalse();
        assertThat(rulebook.holds(rulebook.card("R"), from.on(LocalDate.parse("2999-01-01"))))
                .isTrue();
    }

    @Test
    void to_switch_off_beats_to_switch_on() {
        var rulebook = new SmallRules()
                .rule("R", "exclude", "@switchedOff( \"true\" )", FINANCE)
                .read();

        assertThat(rulebook.holds(rulebook.card("R"), new Setting(DAY, Set.of("R"), Set.of("R"))))
                .isFalse();
    }

    @Test
    void conditions_are_those_of_the_rule_and_of_what_nobody_states_only_where_it_stands_alone() {
        var rulebook = rule(FINANCE)
                .rule("R where nobody states it", "R", "unstated", "", "placeStated.named(\"no\")")
                .rule("U", "unstated", "", "placeStated.named(\"no\")")
                .read();

        assertThat(rulebook.conditions("R")).extracting(Clause::plain).containsExactly("the sector is finance");
        assertThat(rulebook.conditions("U")).extracting(Clause::plain).containsExactly("the place stated is no");
        assertThat(rulebook.conditions("NONE")).isEmpty();
    }

    @Test
    void a_rule_and_what_nobody_states_make_one_finding_which_is_certain_where_the_rule_is() {
        var rulebook = new SmallRules()
                .rule("R where nobody states it", "R", "unstated", "", FINANCE)
                .rule("R", "exclude", "", FINANCE + ", servingCountry.named(\"US\")")
                .read();

        var facts = List.of(
                SmallRules.facts(Field.SECTOR, "finance", Field.SERVING_COUNTRY, "US"),
                SmallRules.facts(Field.SECTOR, "finance", Field.SERVING_COUNTRY, "DE"),
                SmallRules.facts(Field.SECTOR, "finance"),
                SmallRules.facts(Field.SECTOR, "health"));
        var judged = rulebook.judge(facts, Setting.of(DAY));
        var reference = new ReferenceRulebook(rulebook);

        assertThat(facts)
                .extracting(each -> reference.judge(each, Setting.of(DAY)))
                .isEqualTo(judged);

        assertThat(judged)
                .extracting(JudgingLaws::said)
                .extracting(said -> said.get("R"))
                .containsExactly("true []", "false []", "false [serving_country]", null);
    }

    @Test
    void findings_stand_in_order_of_id() {
        var rulebook = new SmallRules()
                .rule("Z", "oblige", "", FINANCE)
                .rule("A", "oblige", "", "servingCountry.named(\"US\")")
                .rule("M", "oblige", "", FINANCE)
                .read();

        assertThat(rulebook.judge(List.of(SmallRules.facts(Field.SECTOR, "finance")), Setting.of(DAY))
                        .get(0)
                        .findings())
                .extracting(finding -> finding.rule().id())
                .containsExactly("A", "M", "Z");
        assertThat(rulebook.cards().keySet()).containsExactly("A", "M", "Z");
    }

    @Test
    void more_facts_than_one_session_takes_are_all_judged_in_their_order() {
        var conditions = new StringBuilder();
        var facts = new ArrayList<Facts>();
        // Each name is asked for, so that no two of these facts are alike to the rules.
        for (int i = 0; i < 1_001; i++) {
            conditions.append(i == 0 ? "" : " ||\n").append("supplier.named(\"s%d\")".formatted(i));
            facts.add(SmallRules.facts(Field.SUPPLIER, "s" + i, Field.SECTOR, i % 3 == 0 ? "finance" : "health"));
        }
        var rulebook = new SmallRules()
                .rule("R", "exclude", "", FINANCE + ", " + conditions)
                .read();

        var judged = rulebook.judge(facts, Setting.of(DAY));

        assertThat(judged).hasSize(1_001);
        for (int i = 0; i < judged.size(); i++) {
            assertThat(judged.get(i).verdict())
                    .as("fact %d", i)
                    .isEqualTo(i % 3 == 0 ? Verdict.EXCLUDED : Verdict.ALLOWED);
        }
    }

    @Test
    void gaps_of_a_country_are_those_named_for_it_or_for_all_others() {
        var files = rule(FINANCE).folder();
        files.put(
                "gaps.yaml",
                SmallRules.bytes(
                        """
                        gaps:
                          - region: Here
                            countries: [DE, FR]
                            cells:
                              - {sector: finance, coverage: none}
                              - {data_sensitivity: personal, coverage: partial, not_covered: much}
                          - region: Others
                            countries: ["*"]
                            cells:
                              - {sector: finance, coverage: none, not_covered: all}
                        """));
        var rulebook = RulebookReader.read(files).orThrow();
        var others = new Gap("Others", List.of("*"), "finance", "none", "all");

        assertThat(rulebook.gaps())
                .containsExactly(
                        new Gap("Here", List.of("DE", "FR"), "finance", "none", ""),
                        new Gap("Here", List.of("DE", "FR"), "personal", "partial", "much"),
                        others);
        assertThat(rulebook.covers("FR")).isTrue();
        assertThat(rulebook.covers("US")).isFalse();
        assertThat(rulebook.gapsFor("FR", List.of("personal", "health")))
                .extracting(Gap::notCovered)
                .containsExactly("much");
        assertThat(rulebook.gapsFor("US", List.of("finance", "personal"))).containsExactly(others);
        assertThat(rulebook.gapsFor("US", List.of("personal"))).isEmpty();
    }

    @Test
    void case_files_lie_beside_the_rules_and_are_no_part_of_the_digest() {
        var files = rule(FINANCE).folder();
        var alone = RulebookReader.read(files).orThrow();
        var cases = SmallRules.bytes("cases: []");
        files.put("small.cases.yaml", cases);
        files.put("README.md", SmallRules.bytes("# Rules"));
        files.put(RulebookReader.MANIFEST, SmallRules.bytes("{}"));
        files.put(RulebookReader.SIGNATURE, SmallRules.bytes("a b"));
        var beside = RulebookReader.read(files).orThrow();

        assertThat(alone.caseFiles()).isEmpty();
        assertThat(beside.caseFiles()).containsOnly(Map.entry("small.cases.yaml", cases));
        assertThat(beside.digest()).isEqualTo(alone.digest());
        files.put("gaps.yaml", SmallRules.bytes("gaps: []"));
        assertThat(RulebookReader.read(files).orThrow().digest()).isNotEqualTo(alone.digest());
    }

    @Test
    void a_card_says_what_its_annotations_say() {
        var files = new SmallRules()
                .rule(
                        "R",
                        "cap",
                        """
                        @from( "2026-01-01" )
                        @until( "2026-12-31" )
                        @baseline( "true" )
                        @bounds( "origin a-number; supplier a-number" )
                        @statement( "Says" )
                        @obligation( "Do" )
                        @settledBy( "A paper" )
                        @switchedOff( "true" )
                        @jurisdictions( "EU, DE" )
                        @confidence( "high" )
                        @asOf( "2026-11-01" )""",
                        "servingCountry.named(\"US\"), " + FINANCE)
                .folder();
        files.put(
                "sources.csv",
                SmallRules.bytes(
                        """
                        key,title,publisher,date,url,tier,read,via
                        house-policy,House,Us,2026,https://house.example,1,true,
                        """));

        var card = RulebookReader.read(files).orThrow().card("R");

        assertThat(card)
                .usingRecursiveComparison()
                .ignoringFields("annotations")
                .isEqualTo(new RuleCard(
                        "R",
                        "A rule of a test",
                        Effect.CAP,
                        "regulatory",
                        "in-force",
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-12-31"),
                        true,
                        "",
                        List.of(new RuleCard.Bound("origin", "a-number"), new RuleCard.Bound("supplier", "a-number")),
                        "Says",
                        "Do",
                        "A paper",
                        true,
                        List.of("EU", "DE"),
                        "House",
                        "https://house.example",
                        List.of("house-policy"),
                        true,
                        "high",
                        "2026-11-01",
                        List.of(Field.SECTOR, Field.SERVING_COUNTRY),
                        Map.of(),
                        "small.drl",
                        6));
        assertThat(card.annotations()).containsEntry("settledBy", "A paper").hasSize(15);
        assertThat(rule(FINANCE).read().card("R").switchedOff()).isFalse();
        assertThat(rule(FINANCE).read().card("R").baseline()).isFalse();
    }

    private static SmallRules rule(String conditions) {
        return new SmallRules().rule("R", "oblige", "", conditions);
    }
}
