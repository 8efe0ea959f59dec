package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Fault;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Problem.Variable;

/** A stated problem is read as it stands, or refused with one message that says where and why. */
class ProblemReaderTest {

    private static final String GOOD =
            """
            {
              "format": "multipolar-problem/1",
              "sense": "max",
              "variables": [
                {"name": "x", "lower": 0, "upper": 9},
                {"name": "y", "lower": -3, "upper": 4}
              ],
              "rows": [
                {"name": "r", "upper": 12, "terms": {"x": 2, "y": 3}}
              ],
              "objective": {"constant": 1, "terms": {"x": 5, "y": 4}}
            }
            """;

    @Test
    void what_is_stated_is_what_is_read() {
        var stated = read(GOOD);

        assertThat(stated.sense()).isEqualTo("max");
        assertThat(stated.problem().variables())
                .containsExactly(new Variable("x", "", 0, 9), new Variable("y", "", -3, 4));
        assertThat(stated.problem().rows())
                .containsExactly(new Row("r", "r", Long.MIN_VALUE, 12, List.of(new Term(0, 2), new Term(1, 3))));
        assertThat(stated.problem().constant()).isEqualTo(1);
        assertThat(stated.problem().objective()).containsExactly(5L, 4L);
        assertThat(stated.ties()).isEqualTo(new Ties(List.of(), List.of(0, 1)));
    }

    @Test
    void what_is_to_be_minimised_is_maximised_with_its_sign_turned() {
        var stated = read(GOOD.replace("\"max\"", "\"min\""));

        assertThat(stated.problem().constant()).isEqualTo(-1);
        assertThat(stated.problem().objective()).containsExactly(-5L, -4L);
        assertThat(stated.stated(-46)).isEqualTo(46);
    }

    @Test
    void keys_may_come_in_any_order() {
        var lines = GOOD.lines().toList();
        var turned = String.join(
                "\n",
                List.of(
                        "{",
                        lines.get(10) + ",",
                        lines.get(7),
                        lines.get(8),
                        lines.get(9),
                        lines.get(3),
                        lines.get(4),
                        lines.get(5),
                        lines.get(6),
                        lines.get(2),
                        lines.get(1).replace(",", ""),
                        "}"));

        assertThat(read(turned)).isEqualTo(read(GOOD));
    }

    @Test
    void blocks_and_ties_are_those_of_the_portfolio() {
        var stated = read(
                with(
                        """
                "portfolio": {"demands": [{"demand": "d"}], "blocks": {"y": "d", "x": ""},
                  "ties": {"minimise": [{"y": 7}, {}], "larger": ["y"]}},"""));

        assertThat(stated.problem().variables())
                .containsExactly(new Variable("x", "", 0, 9, ""), new Variable("y", "", -3, 4, "d"));
        assertThat(stated.ties()).isEqualTo(new Ties(List.of(List.of(new Term(1, 7)), List.of()), List.of(1)));
    }

    @Test
    void the_widest_whole_numbers_are_read() {
        var stated = read(
                """
                {"format": "multipolar-problem/1", "sense": "max", "rows": [], "objective": {"terms": {}},
                 "variables": [{"name": "x", "lower": -9007199254740991, "upper": 9007199254740991}]}""");

        assertThat(stated.problem().variables())
                .containsExactly(new Variable("x", "", -9007199254740991L, 9007199254740991L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"upper\": 9} | \"upper\": 9.0} | 5 | variables[0].upper | (9.0) is not written as a whole number",
                "\"upper\": 9} | \"upper\": 1e3} | 5 | variables[0].upper | (1e3) is not written as a whole number",
                "\"upper\": 9} | \"upper\": 1e999} | 5 | variables[0].upper | (1e999) is not written as a whole number",
                "\"upper\": 9} | \"upper\": \"9\"} | 5 | variables[0].upper | leave the quotes out",
                "\"upper\": 9} | \"upper\": null} | 5 | variables[0].upper | a whole number is expected here, not (null)",
                "\"upper\": 9} | \"upper\": true} | 5 | variables[0].upper | not (true)",
                "\"upper\": 9} | \"upper\": [9]} | 5 | variables[0].upper | not a list",
                "\"upper\": 9} | \"upper\": Infinity} | 5 | variables[0].upper | Non-standard token 'Infinity'",
                "\"upper\": 9} | \"upper\": 09} | 5 | variables[0].upper | Leading zeroes",
                "\"upper\": 9} | \"upper\": 9007199254740992} | 5 | variables[0].upper | below 9007199254740992 (2^53)",
                "\"lower\": -3 | \"lower\": -9007199254740992 | 6 | variables[1].lower | below 9007199254740992 (2^53)",
                "\"upper\": 9} | \"upper\": 99999999999999999999} | 5 | variables[0].upper | is too large",
                "\"upper\": 9} | \"upper\": -1} | 5 | variables[0] | (x) has the lower bound 0 above its upper -1",
                ", \"upper\": 9} | } | 5 | variables[0] | needs a name, a lower and an upper bound",
                "\"lower\": 0, | '' | 5 | variables[0] | needs a name, a lower and an upper bound",
                "\"name\": \"x\", | '' | 5 | variables[0] | needs a name, a lower and an upper bound",
                "\"lower\": 0 | \"lowest\": 0 | 5 | variables[0].lowest | the keys here are [lower, meaning, name, upper]",
                "\"name\": \"y\" | \"name\": \"x\" | 6 | variables[1] | two variables are called (x)",
                "\"name\": \"y\" | \"name\": \" \" | 6 | variables[1].name | it is blank",
                "\"name\": \"y\" | \"name\": 7 | 6 | variables[1].name | a text is expected here, not (7)",
                "{\"x\": 2, | {\"x7\": 2, | 9 | rows[0].terms.x7 | no variable is called (x7)",
                "{\"x\": 2, | {\"x\": 2, \"x\": 2, | 9 | rows[0].terms.x | Duplicate field 'x'",
                "{\"x\": 2, | {\"x\": 2.5, | 9 | rows[0].terms.x | (2.5) is not written as a whole number",
                "{\"x\": 2, | {\"x\": 2000000000000000, | 9 | rows[0].terms | sums can leave what is computed exactly",
                "{\"x\": 2, | {\"x\": 9007199254740991, | 9 | rows[0].terms | sums can leave what is computed exactly",
                "\"upper\": 12 | \"upper\": 12, \"lower\": 13 | 9 | rows[0] | (r) has the lower bound 13 above its upper 12",
                "{\"x\": 2, \"y\": 3} | [] | 9 | rows[0].terms | an object in braces is expected here, not a list",
                ", \"terms\": {\"x\": 2, \"y\": 3} | '' | 9 | rows[0] | the row (r) needs a name and terms",
                "\"name\": \"r\", | '' | 9 | rows[0] | the row (without a name) needs a name and terms",
                "\"y\": 3}} | \"y\": 3}}, {\"name\": \"r\", \"terms\": {}} | 9 | rows[1] | two rows are called (r)",
                "\"y\": 4} | \"z\": 4} | 11 | objective.terms.z | no variable is called (z)",
                "\"constant\": 1 | \"constant\": 9007199254740931 | 11 | objective | sums can leave what is computed exactly",
                "\"constant\": 1 | \"constnat\": 1 | 11 | objective.constnat | the keys here are [constant, terms]",
                ", \"terms\": {\"x\": 5, \"y\": 4} | '' | 11 | objective | the objective needs terms",
                "multipolar-problem/1 | multipolar-problem/2 | 2 | format | is not one of [multipolar-problem/1]",
                "\"format\": \"multipolar-problem/1\", | '' | 12 | '' | the key (format) is missing",
                "\"max\" | \"maximise\" | 3 | sense | (maximise) is not one of [max, min]",
                "\"sense\": \"max\", | '' | 12 | '' | the key (sense) is missing",
                "\"sense\": \"max\", | \"sense\": \"max\", \"sense\": \"min\", | 3 | sense | Duplicate field 'sense'",
                "\"sense\": \"max\", | \"sense\": \"max\", \"columns\": [], | 3 | columns | nobody knows this key",
                "\"rows\" | \"rowz\" | 8 | rowz | nobody knows this key",
                "12, \"terms\" | 12 \"terms\" | 9 | rows[0].upper | at column 31",
                "\"max\", | 'max', | 3 | sense | cannot be read as JSON",
                "\"sense\" | /* why */ \"sense\" | 3 | format | (non-standard) comment"
            })
    void a_fault_is_named_with_line_and_place(String good, String bad, int line, String field, String words) {
        assertThat(GOOD).contains(good);
        var fault = fault(GOOD.replace(good, bad.equals("''") ? "" : bad));

        assertThat(fault.file()).isEqualTo("p.json");
        assertThat(fault.line()).isEqualTo(line);
        assertThat(fault.field()).isEqualTo(field.equals("''") ? "" : field);
        assertThat(fault.message()).contains(words).doesNotContain("Feature.", "REDACTED", "Constraints");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | portfolio | an object in braces is expected here, not a list",
                "{\"blocks\": {\"q\": \"d\"}} | portfolio.blocks.q | no variable is called (q)",
                "{\"blocks\": {\"x\": 7}} | portfolio.blocks.x | a text is expected here, not (7)",
                "{\"ties\": {\"minimise\": [{\"q\": 1}]}} | portfolio.ties.minimise[0].q | no variable is called (q)",
                "{\"ties\": {\"larger\": [\"q\"]}} | portfolio.ties.larger[0] | no variable is called (q)",
                "{\"ties\": {\"larger\": [\"x\", \"x\"]}} | portfolio.ties.larger[1] | stands in the order twice",
                "{\"ties\": {\"smaller\": []}} | portfolio.ties.smaller | the keys here are [larger, minimise]",
                "{\"ties\": {\"minimise\": [{\"x\": 9007199254740991}]}} | portfolio.ties.minimise[0] | computed exactly"
            })
    void a_fault_in_the_portfolio_is_named_with_its_place(String portfolio, String field, String words) {
        var fault = fault(with("\"portfolio\": " + portfolio + ","));

        assertThat(fault.line()).isEqualTo(4);
        assertThat(fault.field()).isEqualTo(field);
        assertThat(fault.message()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "[]", "7", "null", "{}", "{} {}", "multipolar-problem/1", "[[[[", "{\"a\""})
    void what_is_no_problem_at_all_is_refused(String text) {
        assertThat(fault(text).what()).isNotBlank();
    }

    @Test
    void whatever_is_cut_short_is_refused() {
        var whole = GOOD.strip();
        for (int length = 0; length < whole.length(); length++) {
            assertThat(fault(whole.substring(0, length)).line())
                    .as("the first %d characters", length)
                    .isPositive();
        }
        assertThat(fault(whole + "}").what()).contains("JSON");
        assertThat(fault(whole + whole).what()).contains("something follows the end");
    }

    @Test
    void nesting_without_end_is_refused_and_does_not_exhaust_the_stack() {
        assertThat(fault(with("\"portfolio\": {\"demands\": " + "[".repeat(200_000)))
                        .what())
                .contains("JSON");
    }

    @Test
    void no_variables_are_refused() {
        assertThat(fault(
                                """
                                {"format": "multipolar-problem/1", "sense": "max", "variables": [], "rows": [],
                                 "objective": {"terms": {}}}""")
                        .message())
                .contains("[variables]", "nothing to decide");
    }

    @Test
    void only_utf_8_without_a_signature_is_read() {
        assertThat(fault(GOOD.getBytes(StandardCharsets.UTF_16LE)).what()).contains("zero bytes");
        assertThat(fault(GOOD.replace("\"x\"", "\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1))
                        .what())
                .contains("not UTF-8");
        assertThat(fault(("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8)).what())
                .contains("byte order mark");
        assertThat(ProblemReader.read("p.json", GOOD.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(read(GOOD));
    }

    private static String with(String top) {
        return GOOD.replace("\"sense\": \"max\",", "\"sense\": \"max\",\n" + top);
    }

    private static StatedProblem read(String text) {
        return ProblemReader.read("p.json", text);
    }

    private static Fault fault(String text) {
        return fault(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Fault fault(byte[] bytes) {
        var bad = catchThrowableOfType(BadInput.class, () -> ProblemReader.read("p.json", bytes));
        assertThat(bad).isNotNull();
        return bad.fault();
    }
}
