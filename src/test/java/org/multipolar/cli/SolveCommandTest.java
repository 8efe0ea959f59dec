package org.multipolar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code solve} as a person or a script meets it: what is printed, and the exit status. */
class SolveCommandTest {

    /** Up to six coins of 5 and three of 7, together at most 40; by hand: 5 * 5 + 7 * 2 = 39 is the most below. */
    private static final String COINS =
            """
            {"format": "multipolar-problem/1", "sense": "max",
             "variables": [{"name": "five", "lower": 0, "upper": 6}, {"name": "seven", "lower": 0, "upper": 3},
                           {"name": "none", "lower": 0, "upper": 0}],
             "rows": [{"name": "purse", "upper": 40, "terms": {"five": 5, "seven": 7}}],
             "objective": {"constant": 100, "terms": {"five": 5, "seven": 7}}}
            """;

    @TempDir
    private static Path folder = Path.of("");

    private record Said(int status, String out, String errors) {

        JsonNode tree() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException broken) {
                throw new AssertionError(out, broken);
            }
        }
    }

    @Test
    void the_best_values_are_printed_in_the_order_stated() throws IOException {
        var said = solve(COINS, "--json");

        assertThat(said.status()).as(said.errors()).isZero();
        assertThat(said.errors()).isEmpty();
        assertThat(said.tree())
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                {"outcome": "optimal", "score": 139, "bound": 139,
                                 "values": {"five": 5, "seven": 2, "none": 0}, "clash": [], "checked": true}"""));
        assertThat(said.out().indexOf("five")).isLessThan(said.out().indexOf("seven"));
        assertThat(said.out()).isEqualTo(solve(COINS, "--json").out());
    }

    /** The least from 36 on is 5 * 3 + 7 * 3 = 36 itself. */
    @Test
    void what_is_minimised_is_printed_in_its_own_sense() throws IOException {
        var said = solve(COINS.replace("\"max\"", "\"min\"").replace("\"upper\": 40", "\"lower\": 36"), "--json");

        assertThat(said.status()).isZero();
        assertThat(said.tree().at("/score").asLong()).isEqualTo(136);
        assertThat(said.tree().at("/bound").asLong()).isEqualTo(136);
        assertThat(said.tree().at("/values").toString()).isEqualTo("{\"five\":3,\"seven\":3,\"none\":0}");
    }

    @Test
    void the_text_leaves_out_what_is_zero() throws IOException {
        var said = solve(COINS);

        assertThat(said.status()).isZero();
        assertThat(said.out().lines())
                .containsExactly(
                        "Outcome: optimal", "Score: 139", "Bound: 139", "Checked: yes", "  five = 5", "  seven = 2");
    }

    @Test
    void rows_that_clash_are_named_and_others_are_not() throws IOException {
        var clashing = COINS.replace(
                "\"rows\": [",
                "\"rows\": [{\"name\": \"rich\", \"lower\": 41, \"terms\": {\"five\": 5, \"seven\": 7}},"
                        + " {\"name\": \"idle\", \"upper\": 6, \"terms\": {\"five\": 1}}, ");
        var said = solve(clashing, "--json");

        assertThat(said.status()).isEqualTo(Exit.NEGATIVE);
        assertThat(said.tree())
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                {"outcome": "infeasible", "score": null, "bound": null, "values": {},
                                 "clash": ["purse", "rich"], "checked": false}"""));
        assertThat(solve(clashing).out().lines()).containsExactly("Outcome: infeasible", "clash: purse", "clash: rich");
    }

    @Test
    void bad_input_is_refused_with_file_line_and_place() throws IOException {
        var said = solve(COINS.replace("\"seven\": 7}}]", "\"eight\": 7}}]"), "--json");

        refused(said);
        assertThat(said.errors())
                .containsPattern("problem-\\d+\\.json:4 \\[rows\\[0\\]\\.terms\\.eight\\]: no variable");
    }

    @Test
    void a_file_that_is_not_there_or_too_large_is_refused() throws IOException {
        var large = folder.resolve("large.json");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200L << 20);
        }

        var missing = run("solve", folder.resolve("nowhere.json").toString());
        refused(missing);
        assertThat(missing.errors()).contains("nowhere.json");
        var said = run("solve", large.toString());
        refused(said);
        assertThat(said.errors()).contains("large.json", "larger than 16777216 bytes");
        refused(run("solve"));
        refused(run("solve", folder.toString()));
    }

    @Test
    void an_exported_question_has_the_answer_that_advise_gives() throws IOException {
        var buyer =
                Files.writeString(folder.resolve("mini.yaml"), MiniBuyer.YAML).toString();
        var problem = folder.resolve("mini.json");
        var advice = run("advise", buyer, "--as-of", "2026-11-22", "--json").tree();

        assertThat(run("export", buyer, "--as-of", "2026-11-22", "--problem", problem.toString())
                        .status())
                .isZero();
        var solved = run("solve", problem.toString(), "--json");

        assertThat(solved.status()).as(solved.errors()).isZero();
        assertThat(solved.tree().at("/score")).isEqualTo(advice.at("/score"));
        assertThat(solved.tree().at("/bound")).isEqualTo(advice.at("/bound"));
        assertThat(solved.tree().at("/checked").asBoolean()).isTrue();
        assertThat(shares(new ObjectMapper().readTree(problem.toFile()), solved.tree()))
                .isEqualTo(shares(advice))
                .isNotEmpty();
    }

    @Test
    void a_certificate_is_written_and_checked_and_a_changed_one_is_refused() throws IOException {
        var file = folder.resolve("proof.json");
        var said = solve(COINS, "--json", "--certificate", file.toString());

        assertThat(said.tree().at("/certified").asBoolean()).isTrue();
        assertThat(solve(COINS, "--check", file.toString()).status()).isZero();
        var text = Files.readString(file);
        Files.writeString(file, text.replace("\"five\" : 5", "\"five\" : 4").replace("\"five\":5", "\"five\":4"));
        var refused = solve(COINS, "--check", file.toString());
        assertThat(refused.status()).isEqualTo(Exit.NEGATIVE);
        assertThat(refused.out()).contains("The score is 134, not 139.", "does not hold");
    }

    private static Map<String, Integer> shares(JsonNode advice) {
        var shares = new TreeMap<String, Integer>();
        advice.at("/demands").forEach(demand -> demand.at("/mix")
                .forEach(share -> shares.merge(
                        share.at("/offer").asText(), share.at("/share").asInt(), Integer::sum)));
        return shares;
    }

    /** A step is five percent. */
    private static Map<String, Integer> shares(JsonNode problem, JsonNode solved) {
        var shares = new TreeMap<String, Integer>();
        problem.at("/portfolio/demands/0/candidates").forEach(candidate -> {
            int steps = solved.at("/values")
                    .path(candidate.at("/variable").asText())
                    .asInt();
            if (steps > 0) {
                shares.merge(candidate.at("/offer").asText(), 5 * steps, Integer::sum);
            }
        });
        return shares;
    }

    private static void refused(Said said) {
        assertThat(said.status()).as(said.errors()).isEqualTo(Exit.BAD_INPUT);
        assertThat(said.out()).isEmpty();
        assertThat(said.errors()).isNotBlank().doesNotContainPattern("(?m)^\\s*at [a-z]");
    }

    private static Said solve(String text, String... more) throws IOException {
        var file =
                Files.writeString(folder.resolve("problem-" + Math.floorMod(text.hashCode(), 100_000) + ".json"), text);
        var words = new java.util.ArrayList<>(java.util.List.of("solve", file.toString()));
        words.addAll(java.util.List.of(more));
        return run(words.toArray(String[]::new));
    }

    private static Said run(String... words) {
        var out = new StringWriter();
        var errors = new StringWriter();
        int status = Commands.run(new PrintWriter(out), new PrintWriter(errors), words);
        return new Said(status, out.toString(), errors.toString());
    }
}
