package org.multipolar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multipolar.Shipped;

/** What {@code rules check} prints, and how it ends. */
class RulesCheckTest {

    @TempDir
    private static Path folder = Path.of("");

    private record Said(int status, String out) {}

    @Test
    void what_is_due_is_listed_and_counted_and_is_no_failure() {
        var said = run("rules", "check", "--as-of", "2029-12-01");

        assertThat(said.status()).as(said.out()).isZero();
        assertThat(said.out())
                .startsWith("review-due: ")
                .containsPattern("\n {2}eu/gdpr\\.drl:\\d+ EU-GDPR-9-SPECIAL checked on ")
                .containsPattern("\n0 never-fires, 0 always-masked, 0 contradicts, \\d+ review-due, 0 parameter-due, "
                        + "0 no-review-day\n$");
    }

    @Test
    void an_announced_end_is_due_once_it_has_passed() {
        assertThat(run("rules", "check", "--as-of", "2031-12-28").out()).contains("eu-adequate Countries with a full");
        assertThat(run("rules", "check", "--as-of", "2031-12-27").out()).doesNotContain("eu-adequate ");
    }

    @Test
    void a_rule_that_never_fires_is_a_failure_with_file_and_line() throws IOException, JsonProcessingException {
        var rules = folder.resolve("rules");
        for (var each : Shipped.rules().entrySet()) {
            if (!each.getKey().endsWith(".drl") || each.getKey().startsWith("house/")) {
                var text = new String(each.getValue(), UTF_8)
                        .replace(
                                "supplierOrigin.named(\"US\")",
                                "supplierOrigin.named(\"US\"), supplierOrigin.named(\"CN\")");
                write(rules.resolve(each.getKey()), text);
            }
        }

        var said = run("rules", "check", "--as-of", "2026-11-22", "--rules", rules.toString());
        var json = run("rules", "check", "--as-of", "2026-11-22", "--json", "--rules", rules.toString());

        assertThat(said.status()).isEqualTo(Exit.NEGATIVE);
        assertThat(said.out())
                .startsWith("never-fires: ")
                .containsPattern(
                        "\n {2}house/caps\\.drl:\\d+ POL-US-CLOSED-CAP these conditions never hold together: ");
        assertThat(json.status()).isEqualTo(Exit.NEGATIVE);
        var tree = new ObjectMapper().readTree(json.out());
        assertThat(tree.at("/asOf").asText()).isEqualTo("2026-11-22");
        assertThat(tree.at("/remarks/0/kind").asText()).isEqualTo("never-fires");
        assertThat(tree.at("/remarks/0/file").asText()).isEqualTo("house/caps.drl");
        assertThat(tree.at("/counts/never-fires").asInt()).isEqualTo(1);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private static Said run(String... words) {
        var out = new StringWriter();
        int status = Commands.run(new PrintWriter(out), new PrintWriter(new StringWriter()), words);
        return new Said(status, out.toString());
    }
}
