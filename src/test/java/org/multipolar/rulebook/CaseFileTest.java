package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a lawyer's case is read, and when it has passed. */
class CaseFileTest {

    private static final Rulebook RULEBOOK = new SmallRules()
            .rule("X", "exclude", "", "sector.named(\"finance\"), servingCountry.named(\"US\")")
            .rule("D", "oblige", "", "sector.named(\"finance\"), audience.named(\"public\")")
            .rule("P", "exclude", "@switchedOff( \"true\" )", "sector.named(\"finance\")")
            .read();

    @Test
    void everything_a_case_says_is_read() {
        var read = CaseFile.read(
                        "small.cases.yaml",
                        SmallRules.bytes(
                                """
                                cases:
                                  - id: a
                                    as_of: 2026-11-22
                                    given: {operating_country: DE, sector: finance, use_case: [coding, chat], flags: shown, audience: null}
                                    offer: {model: any, openness: open-source, training_compute_flop: 1.0e25, model_release_date: 2026-03}
                                    expected: excluded
                                    must_name: [X]
                                    must_not_name: [D]
                                    why: it says so
                                    switched_on: [P]
                                """))
                .orThrow();

        assertThat(read.file()).isEqualTo("small.cases.yaml");
        assertThat(read.cases())
                .containsExactly(new CaseFile.Expectation(
                        "a",
                        LocalDate.parse("2026-11-22"),
                        new Facts(Map.of(
                                Field.OPERATING_COUNTRY, List.of("DE"),
                                Field.SECTOR, List.of("finance"),
                                Field.USE_CASE, List.of("chat", "coding"),
                                Field.FLAGS, List.of("shown"),
                                Field.OPENNESS, List.of("open-weights"),
                                Field.TRAINING_COMPUTE, List.of("1.0E25"),
                                Field.MODEL_RELEASE_DATE, List.of("2026-03"),
                                Field.PLACE_STATED, List.of("no"))),
                        "excluded",
                        List.of("X"),
                        List.of("D"),
                        "it says so",
                        java.util.Set.of("P"),
                        2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "operating_country: DE, serving_country: DE | DE yes yes",
                "operating_country: DE, serving_country: US | US no yes",
                "operating_country: DE | '' '' no",
                "serving_country: US | US '' yes",
                "operating_country: DE, serving_country: unknown | '' '' no",
                "operating_country: DE, serving_country: anywhere | '' '' no",
                "serving_country: US, place_stated: 'no' | US '' no"
            })
    void what_follows_from_the_place_is_filled_in(String given, String derived) {
        var facts = only("given: {%s}, offer: {}".formatted(given)).facts();

        assertThat(List.of(
                        facts.one(Field.SERVING_COUNTRY),
                        facts.one(Field.SERVED_AT_HOME),
                        facts.one(Field.PLACE_STATED)))
                .containsExactly(derived.replace("''", "").split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "given: {sektor: x}, offer: {} | nobody knows this fact.",
                "given: {served_at_home: 'yes'}, offer: {} | nobody knows this fact.",
                "given: {as_of: 2026-01-01}, offer: {} | nobody knows this fact.",
                "given: {}, offer: {model_release_date: 2026-02-30} | (2026-02-30) is not an ISO date.",
                "given: {}, offer: {model_release_date: 0000} | (0000) is not an ISO date.",
                "given: {}, offer: {model_release_date: soon} | (soon) is not an ISO date.",
                "given: {}, offer: {}, expected: perhaps | (perhaps) is not a verdict."
            })
    void what_nobody_understands_is_refused_with_its_line(String rest, String what) {
        var bytes = SmallRules.bytes("cases:\n  - {id: a, as_of: 2026-11-22, %s}\n".formatted(rest));

        assertThat(CaseFile.read("a.cases.yaml", bytes)
                        .<String>fold(good -> "taken", bad -> bad.file() + ":" + bad.line() + " " + bad.what()))
                .isEqualTo("a.cases.yaml:2 " + what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serving_country: US | expected: excluded, must_name: [X], must_not_name: [D] | true",
                "serving_country: US | expected: allowed | false",
                "serving_country: US | must_name: [X, D] | false",
                "serving_country: US | must_not_name: [X] | false",
                "serving_country: US | must_not_name: [D, X] | false",
                "serving_country: US | {} | true",
                // What is open is named where it may exclude, and not where it is a duty.
                "operating_country: DE | expected: unresolved, must_name: [X], must_not_name: [D] | true",
                "serving_country: DE, audience: public | expected: conditional, must_name: [D], must_not_name: [X] | true",
                "serving_country: DE, audience: staff | expected: allowed, must_not_name: [P] | true",
                "serving_country: DE, audience: staff | expected: excluded, must_name: [P], switched_on: [P] | true"
            })
    void a_case_passes_where_verdict_and_names_are_right(String given, String expects, boolean passed) {
        var rest = expects.equals("{}") ? "" : ", " + expects;

        assertThat(judged("given: {sector: finance, %s}, offer: {}%s".formatted(given, rest)))
                .extracting(CaseFile.Result::passed)
                .containsExactly(passed);
    }

    @Test
    void a_rule_that_the_rulebook_does_not_have_is_not_covered() {
        assertThat(judged("given: {}, offer: {}, must_name: [X, NONE]"))
                .singleElement()
                .satisfies(result -> assertThat(result.notCovered()).containsExactly("NONE"));
    }

    @Test
    void results_stand_in_the_order_of_the_cases_whatever_their_days() {
        var text = new StringBuilder("cases:\n");
        for (var each : List.of("a 2026-11-22 US", "b 2025-01-01 DE", "c 2026-11-22 DE", "d 2025-01-01 US")) {
            var words = each.split(" ", -1);
            text.append("  - {id: %s, as_of: %s, given: {sector: finance}, offer: {serving_country: %s}}\n"
                    .formatted(words[0], words[1], words[2]));
        }

        assertThat(CaseFile.read("a.cases.yaml", SmallRules.bytes(text.toString()))
                        .orThrow()
                        .judge(RULEBOOK))
                .extracting(result -> result.expectation().id() + " "
                        + result.judgement().verdict().word())
                .containsExactly("a excluded", "b allowed", "c allowed", "d excluded");
    }

    private static CaseFile.Expectation only(String rest) {
        return file(rest).cases().get(0);
    }

    private static List<CaseFile.Result> judged(String rest) {
        return file(rest).judge(RULEBOOK);
    }

    private static CaseFile file(String rest) {
        return CaseFile.read(
                        "a.cases.yaml",
                        SmallRules.bytes("cases:\n  - {id: a, as_of: 2026-11-22, %s}\n".formatted(rest)))
                .orThrow();
    }
}
