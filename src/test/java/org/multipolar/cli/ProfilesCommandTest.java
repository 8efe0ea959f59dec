package org.multipolar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What {@code profiles check} prints, and how it ends. */
class ProfilesCommandTest {

    private record Said(int status, String out, String errors) {}

    private static Said run(String... words) {
        var out = new StringWriter();
        var errors = new StringWriter();
        int status = Commands.run(new PrintWriter(out), new PrintWriter(errors), words);
        return new Said(status, out.toString(), errors.toString());
    }

    /** The row of Norway's region is dated 2025-07-01 and good for 12 months. */
    @Test
    void what_is_due_is_listed_with_its_line_and_is_no_failure() {
        var last = run("profiles", "check", "--as-of", "2026-07-01");
        var next = run("profiles", "check", "--as-of", "2026-07-02");

        assertThat(last.status()).isZero();
        assertThat(last.out()).doesNotContain("regions/NO.yaml:");
        assertThat(next.out().lines())
                .containsSequence(
                        "regions/: 19 rows, good for 12 months: 1 due, 0 undated",
                        "  regions/NO.yaml:1 regions/NO.yaml: dated 2025-07-01, to be read again by 2026-07-01")
                .last()
                .asString()
                .matches("\\d+ due, \\d+ undated");
    }

    @Test
    void the_same_is_told_as_json() throws JsonProcessingException {
        var tree = new ObjectMapper()
                .readTree(run("profiles", "check", "--json", "--as-of", "2026-07-02")
                        .out());

        assertThat(tree.at("/asOf").asText()).isEqualTo("2026-07-02");
        assertThat(tree.at("/tables"))
                .anySatisfy(
                        table -> assertThat(table.at("/due/0/file").asText()).isEqualTo("regions/NO.yaml"));
    }

    @Test
    void profiles_alone_says_what_there_is() {
        var said = run("profiles");

        assertThat(said.status()).isEqualTo(Exit.BAD_INPUT);
        assertThat(said.errors()).startsWith("profiles needs check.");
    }
}
