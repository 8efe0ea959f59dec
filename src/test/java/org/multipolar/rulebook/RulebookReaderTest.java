package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.Shipped;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.Fault;
import org.multipolar.catalog.Source;
import org.multipolar.catalog.World;

/** Each mistake a person makes in the rules' folder is answered with file, line and what is wrong. */
class RulebookReaderTest {

    private static final String FINANCE = "sector.named(\"finance\")";

    @Test
    void a_small_folder_is_read() {
        var rulebook = new SmallRules().rule("X-1", "exclude", "", FINANCE).read();

        assertThat(rulebook.cards().keySet()).containsExactly("X-1");
        assertThat(rulebook.card("X-1").fields()).containsExactly(Field.SECTOR);
        assertThat(rulebook.card("X-1").citation()).isEqualTo("House");
    }

    @Test
    void an_id_that_stands_twice_is_refused() {
        var fault = fault(new SmallRules()
                .rule("X-1", "exclude", "", FINANCE)
                .rule("X-1 again", "X-1", "oblige", "", FINANCE)
                .folder());

        assertThat(fault.file()).isEqualTo("small.drl");
        assertThat(fault.line()).isPositive();
        assertThat(fault.what()).isEqualTo("the id (X-1) stands twice.");
    }

    @Test
    void an_annotation_that_nobody_knows_is_named() {
        assertThat(fault("exclude", "@titel( \"x\" )").message())
                .contains("small.drl:")
                .contains("@titel");
    }

    @Test
    void a_date_that_is_none_is_named() {
        assertThat(fault("exclude", "@from( \"2026-02-30\" )").message()).contains("(2026-02-30) is not a day");
    }

    @Test
    void a_penalty_needs_a_weight() {
        assertThat(fault("penalise", "").what()).contains("is not one of low, medium, high");
    }

    @Test
    void a_cap_needs_bounds() {
        assertThat(fault("cap", "").what()).contains("needs bounds");
        assertThat(fault("cap", "@bounds( \"origin nothing\" )").what()).contains("is not a key and a parameter");
        assertThat(fault("cap", "@bounds( \"planet a-number\" )").what()).contains("is not a key and a parameter");
        assertThat(fault("exclude", "@bounds( \"origin a-number\" )").what()).contains("nothing else has them");
    }

    @Test
    void a_source_that_nobody_lists_is_refused() {
        var fault = edited("small.drl", text -> text.replace("\"house-policy\"", "\"hearsay\""));

        assertThat(fault.what()).contains("(hearsay)");
    }

    @Test
    void a_kind_that_nobody_knows_is_refused() {
        assertThat(edited("small.drl", text -> text.replace("\"regulatory\"", "\"whim\""))
                        .what())
                .contains("(whim)");
    }

    @Test
    void a_folder_without_rules_is_refused() {
        assertThat(fault(SmallRules.files()).what()).isEqualTo("the folder holds no rule.");
    }

    @Test
    void a_folder_without_sources_is_refused() {
        var files = new SmallRules().rule("X-1", "exclude", "", FINANCE).folder();
        files.remove("sources.csv");

        assertThat(fault(files).message()).startsWith("sources.csv: the file is missing.");
    }

    @Test
    void a_parameter_without_a_source_is_refused() {
        var fault = edited("parameters/small.yaml", text -> text.replace("sources: [house-policy]", "sources: []"));

        assertThat(fault.file()).isEqualTo("parameters/small.yaml");
        assertThat(fault.line()).isPositive();
        assertThat(fault.what()).contains("names no source");
    }

    @Test
    void a_country_that_is_none_is_refused() {
        assertThat(edited("parameters/small.yaml", text -> text.replace("[DE, FR]", "[DE, XX]"))
                        .what())
                .contains("(XX)");
    }

    @Test
    void dates_that_do_not_rise_are_refused() {
        assertThat(edited("parameters/small.yaml", text -> text.replace("2027-01-01", "2025-01-01"))
                        .what())
                .isEqualTo("the dates do not rise.");
    }

    @ParameterizedTest
    @CsvSource({
        "title: A day, 'title: A day\n    titel: x'",
        "from: 2027-01-01, 'from: 2027-01-01, form: x'",
        "parameters:, 'parameter: x\nparameters:'"
    })
    void a_misspelt_key_of_a_parameter_is_refused(String key, String misspelt) {
        assertThat(edited("parameters/small.yaml", text -> text.replace(key, misspelt))
                        .what())
                .isEqualTo("nobody knows this key.");
    }

    @Test
    void a_value_that_always_held_stands_first() {
        assertThat(edited("parameters/small.yaml", text -> text.replace("from: 2027-01-01", "from: null"))
                        .what())
                .isEqualTo("the dates do not rise.");
        assertThat(edited("parameters/small.yaml", text -> text.replace("from: 2027-01-01", "from: 2026-01-01"))
                        .what())
                .isEqualTo("the dates do not rise.");
    }

    @ParameterizedTest
    @CsvSource({
        "percent, 0, taken",
        "percent, 100, taken",
        "percent, 101, refused",
        "percent, -1, refused",
        "count, 10000, taken",
        "ten-thousandths, 10000, taken",
        "ten-thousandths, 10001, refused",
        "flop, 1.5e25, taken",
        "flop, much, refused",
        "date, 2026-02-28, taken",
        "date, 2026-02-30, refused",
        "words, '[any, thing]', taken",
        "supplier-ids, '[any-maker]', taken",
        "country-codes, '[DE]', taken",
        "country-codes, '[any-maker]', refused",
        "planets, 7, refused"
    })
    void a_value_fits_the_unit_it_is_in(String unit, String value, String outcome) {
        var files = new SmallRules().rule("X-1", "exclude", "", FINANCE).folder();
        files.put(
                "parameters/more.yaml",
                SmallRules.bytes(
                        "parameters: [{parameter: more, title: More, unit: %s, values: [{from: null, value: %s, sources: [house-policy]}]}]"
                                .formatted(unit, value)));

        assertThat(RulebookReader.read(files).<String>fold(good -> "taken", bad -> {
                    assertThat(bad.file()).isEqualTo("parameters/more.yaml");
                    return "refused";
                }))
                .isEqualTo(outcome);
    }

    @Test
    void what_a_parameter_says_is_kept_with_its_place() {
        var parameter = World.known(
                new SmallRules().rule("X-1", "exclude", "", FINANCE).read().parameters(), "a-list");

        assertThat(parameter)
                .isEqualTo(new Parameter(
                        "a-list",
                        "A list that grows",
                        Parameter.Unit.COUNTRY_CODES,
                        List.of(
                                new Parameter.Value(
                                        LocalDate.parse("2026-01-01"), List.of("DE"), List.of("house-policy")),
                                new Parameter.Value(
                                        LocalDate.parse("2027-01-01"), List.of("DE", "FR"), List.of("house-policy"))),
                        "parameters/small.yaml",
                        2));
    }

    @Test
    void a_name_that_stands_twice_is_refused() {
        var fault = fault(new SmallRules()
                .rule("X-1 where nobody states it", "X-1", "unstated", "", FINANCE)
                .rule("X-1 where nobody states it", "X-1", "unstated", "", FINANCE)
                .folder());

        assertThat(fault.what()).isEqualTo("the name (X-1 where nobody states it) stands twice.");
        assertThat(fault.line()).isEqualTo(18);
    }

    @Test
    void an_annotation_that_every_rule_needs_is_asked_for() {
        assertThat(edited("small.drl", text -> text.replace("@title( \"A rule of a test\" )", ""))
                        .message())
                .startsWith("small.drl:6 [X-1 @title]: the annotation @title is missing.");
        assertThat(edited("small.drl", text -> text.replace("\"A rule of a test\"", "\"\""))
                        .what())
                .isEqualTo("the annotation @title is missing.");
        assertThat(edited("small.drl", text -> text.replace("@sources( \"house-policy\" )", ""))
                        .what())
                .isEqualTo("the rule cites no source.");
    }

    @Test
    void a_bound_is_one_key_and_one_figure() {
        assertThat(fault("cap", "@bounds( \"origin\" )").what()).isEqualTo("(origin) is not a key and a parameter.");
        assertThat(fault("cap", "@bounds( \"origin a-number more\" )").what())
                .isEqualTo("(origin a-number more) is not a key and a parameter.");
        assertThat(fault("cap", "@bounds( \"origin a-list\" )").what())
                .isEqualTo("(origin a-list) is not a key and a parameter.");
        assertThat(fault("require", "").what()).contains("needs bounds");
    }

    @Test
    void of_two_rows_of_one_source_the_first_counts_and_unread_texts_are_told() {
        var files = new SmallRules().rule("X-1", "exclude", "", FINANCE).folder();
        files.put(
                "sources.csv",
                SmallRules.bytes(
                        """
                        key,title,publisher,date,url,tier,read,via
                        house-policy,First,P,2026,https://a.example,,false,
                        house-policy,Second,,,,,true,
                        """));

        var rulebook = RulebookReader.read(files).orThrow();

        assertThat(rulebook.source("house-policy"))
                .isEqualTo(new Source("house-policy", "First", "P", "2026", "https://a.example", "not read"));
        assertThat(rulebook.card("X-1").sourceRead()).isFalse();
    }

    @Test
    void a_parameter_defined_twice_is_refused() {
        assertThat(edited("parameters/small.yaml", text -> text.replace("parameter: a-day", "parameter: a-list"))
                        .what())
                .contains("(a-list) is defined twice");
    }

    @Test
    void a_misspelt_fact_in_a_case_is_refused_with_its_line() {
        var fault = CaseFile.read(
                        "x.cases.yaml",
                        SmallRules.bytes(
                                "cases:\n  - id: a\n    as_of: 2026-01-01\n    given: {sektor: finance}\n    offer: {}\n"))
                .<Fault>fold(good -> none(), bad -> bad);

        assertThat(fault.line()).isEqualTo(4);
        assertThat(fault.message()).contains("sektor").contains("Maybe it is misspelt");
    }

    @Test
    void the_shipped_rules_name_only_what_the_catalogue_defines() {
        assertThat(SnapshotReader.read(java.nio.file.Path.of("profiles"), java.nio.file.Path.of("rules"))
                        .<Boolean>fold(good -> true, bad -> false))
                .isTrue();
    }

    @Test
    void a_syntax_error_in_a_shipped_rule_is_named_with_file_and_line() {
        var files = Shipped.rules();
        var text = new String(World.known(files, "eu/gdpr.drl"), java.nio.charset.StandardCharsets.UTF_8);
        files.put("eu/gdpr.drl", SmallRules.bytes(text.replaceFirst("then\n", "thn\n")));

        var fault = fault(files);

        assertThat(fault.file()).isEqualTo("eu/gdpr.drl");
        assertThat(fault.line()).isPositive();
    }

    private static Fault edited(String path, UnaryOperator<String> edit) {
        var files = new SmallRules().rule("X-1", "exclude", "", FINANCE).folder();
        var before = new String(World.known(files, path), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(edit.apply(before)).isNotEqualTo(before);
        files.put(path, SmallRules.bytes(edit.apply(before)));
        return fault(files);
    }

    private static Fault fault(String effect, String annotations) {
        return fault(new SmallRules().rule("X-1", effect, annotations, FINANCE).folder());
    }

    private static Fault fault(Map<String, byte[]> files) {
        return RulebookReader.read(files).fold(good -> none(), bad -> bad);
    }

    private static Fault none() {
        throw new AssertionError("The mistake was not noticed.");
    }
}
