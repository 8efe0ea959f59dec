package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.Fault;
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
