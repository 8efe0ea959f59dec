package org.multipolar.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.Shipped;
import org.multipolar.catalog.World;

/** The rules that ship: their index, their parameters, and the cases beside them. */
class ShippedRulesTest {

    private static final Rulebook RULEBOOK = Shipped.snapshot().rulebook();
    /** Parameters that the program asks for by name, where no rule does. */
    private static final List<String> ASKED_BY_THE_PROGRAM = List.of(
            "eu27",
            "superpowers",
            "points-low",
            "points-medium",
            "points-high",
            "points-prefer",
            "review-after-months",
            "review-after-months-low-confidence");

    private static final List<CaseFile> FILES = Shipped.caseFiles();

    static Stream<CaseFile> files() {
        return FILES.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_case_of_a_file_has_its_verdict_and_names_its_rules(CaseFile file) {
        var failing = file.judge(RULEBOOK).stream()
                .filter(result -> !result.passed())
                .map(ShippedRulesTest::said)
                .toList();

        assertThat(failing).isEmpty();
    }

    @Test
    void the_shared_cases_are_among_them() {
        assertThat(FILES)
                .filteredOn(file -> file.file().equals("cases/shared.cases.yaml"))
                .singleElement()
                .satisfies(file -> assertThat(file.cases()).hasSizeGreaterThan(50));
    }

    @Test
    void every_case_has_an_id_of_its_own() {
        var seen = new TreeSet<String>();
        var twice = new ArrayList<String>();
        FILES.forEach(file -> file.cases().forEach(each -> {
            if (!seen.add(each.id())) {
                twice.add(file.file() + ": " + each.id());
            }
        }));
        assertThat(twice).isEmpty();
    }

    @Test
    void every_rule_has_a_case_in_which_it_fires_and_a_near_miss() {
        var fires = new TreeSet<String>();
        var misses = new TreeSet<String>();
        var named = new TreeSet<String>();
        for (var file : FILES) {
            var results = file.judge(RULEBOOK);
            results.forEach(result -> {
                var found = found(result.judgement());
                fires.addAll(found);
                named.addAll(result.expectation().mustName());
                named.addAll(result.expectation().mustNotName());
                named.addAll(found);
                result.expectation().mustNotName().stream()
                        .filter(id -> !found.contains(id))
                        .forEach(misses::add);
            });
        }
        var all = new TreeSet<>(RULEBOOK.cards().keySet());

        assertThat(without(all, fires)).as("rules that no case fires").isEmpty();
        assertThat(without(all, misses)).as("rules without a near miss").isEmpty();
        assertThat(without(named, all)).as("rules that only cases know").isEmpty();
    }

    @Test
    void the_index_matches_the_rules() {
        var rows = new String(World.known(Shipped.rules(), "INDEX.md"), UTF_8)
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| id |"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(RULEBOOK.cards().values().stream()
                        .map(ShippedRulesTest::row)
                        .toList());
    }

    @Test
    void every_parameter_is_used() {
        var used = new TreeSet<>(ASKED_BY_THE_PROGRAM);
        RULEBOOK.cards().values().forEach(card -> card.bounds().forEach(bound -> used.add(bound.parameter())));
        Shipped.snapshot().world().regions().values().forEach(region -> used.add(region.adequateCountries()));
        RULEBOOK.rules().stream()
                .flatMap(rule -> rule.when().asks())
                .filter(ask -> ask.asked().ofParameter())
                .forEach(ask -> used.add(ask.word()));

        assertThat(without(new TreeSet<>(RULEBOOK.parameters().keySet()), used)).isEmpty();
    }

    @Test
    void every_rule_file_stays_readable() {
        var tooLong = new ArrayList<String>();
        Shipped.rules().forEach((path, bytes) -> {
            long lines = new String(bytes, UTF_8).lines().count();
            if (path.endsWith(".drl") && lines > 250) {
                tooLong.add(path + ": " + lines);
            }
        });
        assertThat(tooLong).isEmpty();
    }

    @Test
    void a_rule_of_law_that_excludes_or_obliges_says_what_it_says() {
        assertThat(RULEBOOK.cards().values())
                .allSatisfy(card -> assertThat(card.statement()).as(card.id()).isNotBlank());
        assertThat(RULEBOOK.cards().values())
                .filteredOn(card -> card.effect() == Effect.OBLIGE)
                .allSatisfy(card -> assertThat(card.obligation()).as(card.id()).isNotBlank());
    }

    @Test
    void proposals_and_drafts_ship_switched_off() {
        assertThat(RULEBOOK.cards().values())
                .filteredOn(card ->
                        List.of("proposed", "draft", "unpublished-guidance").contains(card.status()))
                .isNotEmpty()
                .allSatisfy(card -> assertThat(card.switchedOff()).as(card.id()).isTrue());
    }

    @Test
    void every_case_file_lies_beside_its_rules() {
        var rules = Shipped.rules().keySet();
        assertThat(FILES)
                .extracting(CaseFile::file)
                .filteredOn(path -> !path.startsWith("cases/"))
                .allSatisfy(path -> assertThat(rules).contains(path.replace(".cases.yaml", ".drl")));
        assertThat(rules).filteredOn(path -> path.endsWith(".drl")).allSatisfy(path -> assertThat(rules)
                .contains(path.replace(".drl", ".cases.yaml")));
    }

    @Test
    void each_rule_lies_in_the_file_its_card_names() {
        assertThat(RULEBOOK.cards().values())
                .allSatisfy(card -> assertThat(Path.of("rules", card.file())).exists());
    }

    private static String row(RuleCard card) {
        return "| %s | %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        card.id(),
                        card.title(),
                        card.effect().word(),
                        card.kind(),
                        card.status(),
                        Objects.toString(card.from(), ""),
                        Objects.toString(card.until(), ""),
                        card.confidence(),
                        card.file());
    }

    static List<String> found(Judgement judgement) {
        return judgement.findings().stream()
                .filter(finding -> finding.certain() || finding.rule().effect() == Effect.EXCLUDE)
                .map(finding -> finding.rule().id())
                .toList();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static String said(CaseFile.Result result) {
        var said = new TreeMap<String, Object>();
        said.put("case", result.expectation().id());
        said.put("expected", result.expectation().expected());
        said.put("verdict", result.judgement().verdict().word());
        said.put("found", found(result.judgement()));
        said.put("not covered", result.notCovered());
        return said.toString();
    }
}
