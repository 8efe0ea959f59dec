package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Fault;
import org.multipolar.portfolio.Certificate.Apart;
import org.multipolar.portfolio.Certificate.Block;
import org.multipolar.portfolio.Certificate.Multiplier;
import org.multipolar.portfolio.Certificate.Split;
import org.multipolar.portfolio.Certificate.Weights;

/** A certificate is read as it stands, or refused with one message that says where and why. */
class CertificateReaderTest {

    private static final String PROBLEM =
            """
            {"format": "multipolar-problem/1", "sense": "max",
             "variables": [{"name": "x", "lower": 0, "upper": 9}, {"name": "y", "lower": -3, "upper": 4}],
             "rows": [{"name": "q", "upper": 50, "terms": {"x": 1}},
               {"name": "r", "upper": 12, "terms": {"x": 2, "y": 3}}],
             "objective": {"constant": 1, "terms": {"x": 5, "y": 4}}}
            """;

    private static final String GOOD =
            """
            {
              "format": "multipolar-certificate/1",
              "score": 38,
              "bound": 39,
              "values": {"y": -2, "x": 9},
              "proof": {"split": "y", "at": 4,
                "below": {"weights": {"r": "-7"}, "shift": 3},
                "above": {"weights": {"q": "12"}, "shift": 2, "grid": 1, "blocks": [
                  {"variables": ["y", "x"], "bound": "-5", "proof": {"weights": {}, "shift": 0}}]}}
            }
            """;

    private static final Certificate MEANT = new Certificate(
            List.of(9L, -2L),
            38,
            39,
            new Split(
                    1,
                    4,
                    new Weights(3, List.of(new Multiplier(1, BigInteger.valueOf(-7)))),
                    new Apart(
                            new Weights(2, List.of(new Multiplier(0, BigInteger.valueOf(12)))),
                            1,
                            List.of(new Block(List.of(1, 0), BigInteger.valueOf(-5), new Weights(0, List.of()))))));

    @Test
    void what_is_stated_is_what_is_read() {
        assertThat(read(GOOD)).isEqualTo(MEANT);
    }

    @Test
    void where_the_least_is_sought_score_and_bound_are_turned() {
        var least = ProblemReader.read("p.json", PROBLEM.replace("\"max\"", "\"min\""));
        var read = CertificateReader.read("c.json", GOOD.getBytes(StandardCharsets.UTF_8), least);

        assertThat(read.score()).isEqualTo(-38);
        assertThat(read.bound()).isEqualTo(-39);
        assertThat(read.values()).isEqualTo(MEANT.values());
        assertThat(read.proof()).isEqualTo(MEANT.proof());
    }

    @ParameterizedTest
    @ValueSource(strings = {"max", "min"})
    void what_is_written_is_read_again(String sense) throws JsonProcessingException {
        var stated = ProblemReader.read("p.json", PROBLEM.replace("\"max\"", "\"" + sense + "\""));
        var written = new ObjectMapper().writeValueAsBytes(CertificateTree.of(stated, MEANT));

        assertThat(CertificateReader.read("c.json", written, stated)).isEqualTo(MEANT);
    }

    @Test
    void what_is_written_names_variables_and_rows_and_is_in_the_sense_stated() throws JsonProcessingException {
        var least = ProblemReader.read("p.json", PROBLEM.replace("\"max\"", "\"min\""));
        var json = new ObjectMapper();

        assertThat(json.valueToTree(CertificateTree.of(least, MEANT)).toString())
                .isEqualTo(json.readTree(GOOD.replace("\"y\": -2, \"x\": 9", "\"x\": 9, \"y\": -2")
                                .replace("38", "-38")
                                .replace("39", "-39"))
                        .toString());
    }

    @Test
    void a_multiplier_has_up_to_80_digits() {
        var longest = "9".repeat(80);

        assertThat(read(GOOD.replace("\"-5\"", "\"" + longest + "\"")).proof().toString())
                .contains("bound=" + longest);
        assertThat(fault(GOOD.replace("\"-5\"", "\"" + longest + "9\"")).what())
                .contains("a whole number of at most 80 digits");
    }

    @ParameterizedTest
    @CsvSource({"-9, -1", "-1, -1", "65, 65", "2147483648, 2147483647"})
    void a_shift_that_is_none_stays_none(String stated, int read) {
        assertThat(read(GOOD.replace("\"shift\": 3", "\"shift\": " + stated))
                        .proof()
                        .toString())
                .contains("shift=" + read + ",");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "multipolar-certificate/1 | multipolar-problem/1 | 10 | '' | the format is not (multipolar-certificate/1)",
                "\"format\": \"multipolar-certificate/1\", | '' | 10 | '' | the format is not (multipolar-certificate/1)",
                "\"score\": 38, | '' | 10 | '' | a certificate needs a score, a bound, values and a proof",
                "\"bound\": 39, | '' | 10 | '' | a certificate needs a score, a bound, values and a proof",
                "\"values\": {\"y\": -2, \"x\": 9}, | '' | 10 | '' | a certificate needs a score, a bound, values and a proof",
                "\"score\": 38 | \"score\": 38.0 | 3 | score | is not written as a whole number",
                "\"score\" | \"points\" | 3 | points | the keys here are [bound, format, proof, score, values]",
                "\"y\": -2, | '' | 5 | values | a variable has no value",
                "\"y\": -2 | \"z\": -2 | 5 | values.z | no variable is called (z)",
                "\"split\": \"y\" | \"split\": \"r\" | 6 | proof.split | no variable is called (r)",
                "\"split\": \"y\", | '' | 9 | proof | a step needs split, at, below and above, or weights and shift",
                "\"at\": 4, | '' | 9 | proof | a step needs split, at, below and above, or weights and shift",
                "\"at\" | \"weights\": {}, \"shift\": 1, \"at\" | 9 | proof | a step needs split, at, below and above",
                "\"at\" | \"grid\": 1, \"blocks\": [], \"at\" | 9 | proof | a step needs split, at, below and above",
                "{\"weights\": {\"r\": \"-7\"}, | { | 7 | proof.below | a step needs split, at, below and above",
                ", \"shift\": 3 | '' | 7 | proof.below | a step needs split, at, below and above, or weights and shift",
                "\"shift\": 3 | \"shift\": 3, \"at\": 1 | 7 | proof.below | a step needs split, at, below and above",
                "\"shift\": 3 | \"shift\": 3, \"split\": \"x\" | 7 | proof.below | a step needs split, at, below and above",
                "\"shift\": 3 | \"shift\": 3, \"grid\": 1 | 7 | proof.below | grid and blocks belong together",
                "\"shift\": 3 | \"shift\": 3, \"blocks\": [] | 7 | proof.below | grid and blocks belong together",
                "\"shift\": 3 | \"shift\": 3, \"wait\": 1 | 7 | proof.below.wait | nobody knows this key",
                "\"r\": | \"s\": | 7 | proof.below.weights.s | no row is called (s)",
                "\"-7\" | -7 | 7 | proof.below.weights.r | a text is expected here, not (-7)",
                "\"-7\" | \"--7\" | 7 | proof.below.weights.r | a whole number of at most 80 digits",
                "\"-7\" | \"+7\" | 7 | proof.below.weights.r | a whole number of at most 80 digits",
                "\"-7\" | \"7.0\" | 7 | proof.below.weights.r | a whole number of at most 80 digits",
                "\"variables\": [\"y\", \"x\"], | '' | 9 | proof.above.blocks[0] | a block needs variables, a bound and a proof",
                "\"bound\": \"-5\", | '' | 9 | proof.above.blocks[0] | a block needs variables, a bound and a proof",
                ", \"proof\": {\"weights\": {}, \"shift\": 0} | '' | 9 | proof.above.blocks[0] | a block needs variables, a bound",
                "[\"y\", \"x\"] | [\"y\", \"r\"] | 9 | proof.above.blocks[0].variables[1] | no variable is called (r)",
                "\"bound\": \"-5\" | \"bond\": \"-5\" | 9 | proof.above.blocks[0].bond | the keys here are [bound, proof, variables]"
            })
    void a_fault_is_named_with_line_and_place(String good, String bad, int line, String field, String words) {
        assertThat(GOOD).contains(good);
        var fault = fault(GOOD.replace(good, bad.equals("''") ? "" : bad));

        assertThat(fault.message()).contains(words);
        assertThat(fault.file()).isEqualTo("c.json");
        assertThat(fault.field()).isEqualTo(field.equals("''") ? "" : field);
        assertThat(fault.line()).isEqualTo(line);
    }

    @Test
    void a_certificate_without_a_proof_is_refused() {
        var cut = GOOD.substring(0, GOOD.indexOf(",\n  \"proof\"")) + "\n}";

        assertThat(fault(cut).what()).contains("a certificate needs a score, a bound, values and a proof");
    }

    @Test
    void a_split_needs_both_children() {
        var above = GOOD.substring(GOOD.indexOf("\"above\""), GOOD.lastIndexOf("}\n}"));

        assertThat(fault(GOOD.replace(",\n    " + above, "")).what())
                .contains("a step needs split, at, below and above");
        assertThat(fault(GOOD.replace("\"below\": {\"weights\": {\"r\": \"-7\"}, \"shift\": 3},", ""))
                        .what())
                .contains("a step needs split, at, below and above");
    }

    @Test
    void what_follows_the_end_is_refused() {
        assertThat(fault(GOOD + "{}").what()).contains("something follows the end");
    }

    @Test
    void whatever_is_cut_short_is_refused() {
        var whole = GOOD.strip();
        for (int length = 0; length < whole.length(); length++) {
            assertThat(fault(whole.substring(0, length)).line())
                    .as("the first %d characters", length)
                    .isPositive();
        }
    }

    private static StatedProblem stated() {
        return ProblemReader.read("p.json", PROBLEM);
    }

    private static Certificate read(String text) {
        return CertificateReader.read("c.json", text.getBytes(StandardCharsets.UTF_8), stated());
    }

    private static Fault fault(String text) {
        var bad = catchThrowableOfType(BadInput.class, () -> read(text));
        assertThat(bad).as(text).isNotNull();
        return bad.fault();
    }
}
