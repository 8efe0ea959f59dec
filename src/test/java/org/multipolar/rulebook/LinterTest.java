package org.multipolar.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.bundle.Folder;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.World;

/** Rule files that try to do more than a rule may; each says in its first line what it is refused for. */
class LinterTest {

    private static final Map<String, byte[]> HOSTILE = Folder.read(Path.of("src/test/resources/hostile-rules"));
    private static final Map<String, byte[]> GOOD = Folder.read(Path.of("src/test/resources/good-rules"));
    private static final Map<String, Parameter> PARAMETERS = Map.of(
            "a-list", parameter("a-list", Parameter.Unit.COUNTRY_CODES, "DE"),
            "a-day", parameter("a-day", Parameter.Unit.DATE, "2026-01-01"));

    static Stream<String> hostile() {
        return HOSTILE.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_file_is_refused_with_its_name_and_a_reason(String name) {
        var text = new String(World.known(HOSTILE, name), UTF_8);
        var reason = text.lines().findFirst().orElseThrow().replaceFirst("// refused: ?", "");

        assertThatThrownBy(() -> Linter.lint("hostile/" + name, text, PARAMETERS))
                .isInstanceOfSatisfying(BadInput.class, bad -> {
                    assertThat(bad.fault().file()).isEqualTo("hostile/" + name);
                    assertThat(bad.fault().what()).isNotBlank().contains(reason);
                });
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void no_hostile_file_reaches_a_rulebook(String name) {
        var files = SmallRules.files();
        files.put("hostile/" + name, World.known(HOSTILE, name));

        var read = RulebookReader.read(files);

        assertThat(read.<String>fold(good -> "taken", bad -> bad.file())).isEqualTo("hostile/" + name);
    }

    @Test
    void there_are_enough_of_them() {
        assertThat(HOSTILE).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void a_file_in_the_house_form_is_taken() {
        var text = new String(World.known(GOOD, "good.drl"), UTF_8);

        assertThat(Linter.lint("good.drl", text, PARAMETERS)).hasSize(2);
    }

    @Test
    void a_good_file_is_refused_under_another_path() {
        var text = new String(World.known(GOOD, "good.drl"), UTF_8);

        assertThatThrownBy(() -> Linter.lint("other.drl", text, PARAMETERS))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is not that of its path (rules.other)");
    }

    @Test
    void a_syntax_error_is_named_with_its_line() {
        var text = new String(World.known(GOOD, "good.drl"), UTF_8).replaceFirst("\\$c : Case\\(", "\\$c : : Case(");

        assertThatThrownBy(() -> Linter.lint("good.drl", text, PARAMETERS))
                .isInstanceOfSatisfying(BadInput.class, bad -> assertThat(
                                bad.fault().line())
                        .isEqualTo(
                                text.substring(0, text.indexOf(": :")).lines().count()));
    }

    /** The parser goes as deep as the parentheses: far fewer than these, and it runs out of stack. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // In sight, also where the line ends before each.
                "rule \"A\" when $c : Case( %s ) then end",
                // Behind a text that goes on in the next line.
                "rule \"A\n\" when $c : Case( %s \"\n\" ) then end",
                // After as many that close nothing.
                "rule \"A\" when then )]}%2$s\n end rule \"B\" when $c : Case( %1$s ) then end",
                // Behind a comment with what ends a line elsewhere.
                "rule \"A\" // \u2028\"\n when $c : Case( %s ) // \"\n then end",
                // Behind a text in the other quotes.
                "rule '\"' when $c : Case( %s ) then '\"' end"
            })
    void what_stands_too_deep_never_reaches_the_parser(String text) {
        var deep = text.formatted("(".repeat(30_000), ")".repeat(30_000));

        assertThatThrownBy(() -> Linter.lint("small.drl", deep, PARAMETERS))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.fault().what())
                                .containsAnyOf("parentheses stand deeper than 50.", "a single quote could hide"));
    }

    @ParameterizedTest
    @CsvSource({"48, taken", "49, 14 parentheses stand deeper than 50."})
    void parentheses_may_stand_as_deep_as_a_person_reads(int deep, String outcome) {
        // Two more stand around them: those of the case and of the question.
        var condition = "\n" + "(".repeat(deep) + "flags.has(\"x\")" + ")".repeat(deep);

        assertThat(outcome(condition)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"200000, taken", "200001, 1 the file is longer than 200000 characters."})
    void a_file_may_be_as_long_as_a_person_reads(int length, String outcome) {
        var files = new SmallRules().rule("R", "oblige", "", "flags.has(\"x\")").folder();
        var text = new String(World.known(files, "small.drl"), UTF_8);
        files.put("small.drl", SmallRules.bytes(text + "\n".repeat(length - text.length())));

        assertThat(outcome(files)).isEqualTo(outcome);
    }

    @Test
    void many_parentheses_beside_each_other_are_not_deep() {
        var condition = IntStream.range(0, 200)
                .mapToObj("flags.has(\"x%d\")"::formatted)
                .collect(Collectors.joining(" || "));

        assertThat(outcome(condition)).isEqualTo("taken");
    }

    @Test
    void parentheses_in_texts_and_comments_do_not_count() {
        var signs = "([{".repeat(50);

        assertThat(outcome("flags.has(\"x\") // " + signs + "\n, flags.has(\"" + signs + "\")"))
                .isEqualTo("taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sector.has | [named, otherThan, outside, within]",
                "flags.named | [has, hasAnyOf, hasNoneOf, lacks]",
                "modelReleaseDate.below | [earlierThan, onOrAfter]",
                "trainingCompute.onOrAfter | [atLeast, below]"
            })
    void a_question_that_does_not_fit_a_fact_is_answered_with_those_that_do(String asked, String fitting) {
        var files =
                new SmallRules().rule("R", "oblige", "", asked + "(\"a-day\")").folder();

        assertThat(RulebookReader.read(files).<String>fold(good -> "taken", bad -> bad.message()))
                .isEqualTo("small.drl:6: (R) asks %s.%nMaybe it is one of %s.".formatted(asked, fitting));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "/*", "'"})
    void what_hides_words_is_named_with_its_line(String hiding) {
        // The conditions stand in line 13 of the file.
        assertThat(outcome(hiding + "\n" + hiding)).startsWith("13 ");
        assertThat(outcome("\n\n" + hiding)).startsWith("15 ");
        assertThat(outcome("\n\n flags.has(\"x\")" + hiding)).startsWith("15 ").contains("could hide");
    }

    private static String outcome(String condition) {
        return outcome(new SmallRules().rule("R", "oblige", "", condition).folder());
    }

    private static String outcome(Map<String, byte[]> files) {
        return RulebookReader.read(files).fold(good -> "taken", bad -> bad.line() + " " + bad.what());
    }

    private static Parameter parameter(String id, Parameter.Unit unit, String word) {
        return new Parameter(
                id, id, unit, List.of(new Parameter.Value(null, List.of(word), List.of("s"))), "parameters/x.yaml", 1);
    }
}
