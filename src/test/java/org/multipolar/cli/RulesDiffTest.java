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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multipolar.Shipped;

/** {@code rules diff} as a person meets it: what is printed where, and what is said of a bad folder. */
class RulesDiffTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path profiles = Path.of("");
    private static Path old = Path.of("");

    private record Said(int status, String out, String errors) {}

    @BeforeAll
    static void copy() throws IOException {
        profiles = folder.resolve("profiles");
        for (var each : Shipped.world().entrySet()) {
            write(profiles.resolve(each.getKey()), each.getValue());
        }
        write(profiles.resolve("buyers/mini.yaml"), MiniBuyer.YAML.getBytes(UTF_8));
        old = rules("old", "", "", "");
    }

    @Test
    void text_says_what_differs_and_progress_goes_to_standard_error() throws IOException {
        var fresh = rules("capped", "parameters/house.yaml", "pol-supplier-cap", "value: 50", "value: 35");

        var said = diff(old, fresh, "--as-of", "2026-11-22");

        assertThat(said.status()).as(said.errors()).isZero();
        assertThat(said.out())
                .contains("~ pol-supplier-cap", "used by POL-SUPPLIER-CAP", "always: 50 -> 35")
                .contains("mini (Mini): 0 of ", "no finding on its candidates differs")
                .containsPattern("Mix moves|mix and score stay");
        assertThat(said.errors()).contains("Judging the candidates of mini").doesNotContain("Maybe");
    }

    @Test
    void a_rule_of_next_year_offers_its_day() throws IOException {
        var fresh = rules("later", "house/caps.drl", "@from( \"2025-01-01\" )", "@from( \"2027-03-01\" )");

        var said = diff(fresh, old, "--as-of", "2026-11-22", "--no-mixes");
        var back = diff(old, old, "--as-of", "2026-11-22", "--no-mixes");

        assertThat(said.status()).as(said.errors()).isZero();
        assertThat(said.out())
                .contains("@from: 2027-03-01 -> 2025-01-01", "not solved", "appears: POL-")
                .contains("Ask again with --as-of 2027-03-01.");
        assertThat(back.out()).contains("nothing moves").doesNotContain("Ask again");
    }

    @Test
    void json_is_one_document_and_the_same_twice() throws IOException {
        var fresh = rules("twice", "house/caps.drl", "origin pol-origin-cap", "supplier pol-origin-cap");

        var said = diff(old, fresh, "--as-of", "2026-11-22", "--no-mixes", "--json");
        var again = diff(old, fresh, "--as-of", "2026-11-22", "--no-mixes", "--json");

        assertThat(said.status()).as(said.errors()).isZero();
        assertThat(said.out()).isEqualTo(again.out());
        var tree = tree(said);
        assertThat(tree.at("/asOf").asText()).isEqualTo("2026-11-22");
        assertThat(tree.at("/changes/rules/0/annotations/0/what").asText()).isEqualTo("bounds");
        assertThat(tree.at("/buyers/0/demands/0/shifts/0/alter/POL-ORIGIN-CAP").asInt())
                .isPositive();
        assertThat(tree.at("/buyers/0/mix/state").asText()).isEqualTo("not-asked");
    }

    @Test
    void a_bad_folder_is_named_with_file_and_line() throws IOException {
        bad(diff(old, folder.resolve("nowhere")), "nowhere: there is no such folder");
        bad(diff(folder.resolve("void"), old), "void: there is no such folder");
        bad(diff(rules("torn", "house/caps.drl", "then\n", "thn\n"), old), "torn/house/caps\\.drl:\\d+");
        bad(
                diff(old, rules("unmet", "parameters/house.yaml", "[sber, yandex]", "[sber, yandexx]")),
                "unmet/parameters/house\\.yaml:\\d+ .*yandexx");
        bad(
                diff(old, rules("caseless", "house/caps.cases.yaml", "expected: allowed", "expected: fine")),
                "caseless/house/caps\\.cases\\.yaml:\\d+");
        bad(diff(old, old, "--as-of", "soon"), "--as-of");
        bad(diff(old, profiles), "profiles/sources\\.csv|profiles/");
    }

    private static void bad(Said said, String pattern) {
        assertThat(said.status()).as(said.errors()).isEqualTo(Exit.BAD_INPUT);
        assertThat(said.out()).isEmpty();
        assertThat(said.errors()).containsPattern(pattern);
    }

    private static com.fasterxml.jackson.databind.JsonNode tree(Said said) throws JsonProcessingException {
        return new ObjectMapper().readTree(said.out());
    }

    private static Path rules(String name, String file, String text, String other) throws IOException {
        return rules(name, file, text, text, other);
    }

    /** House rules alone read in no time; in one file the first text after a word is replaced. */
    private static Path rules(String name, String file, String after, String text, String other) throws IOException {
        var rules = folder.resolve(name);
        for (var each : Shipped.rules().entrySet()) {
            boolean house = each.getKey().startsWith("house/");
            if (house || !(each.getKey().endsWith(".drl") || each.getKey().endsWith(".cases.yaml"))) {
                var content = new String(each.getValue(), UTF_8);
                int at = content.indexOf(after);
                write(
                        rules.resolve(each.getKey()),
                        each.getKey().equals(file)
                                ? (content.substring(0, at)
                                                + content.substring(at)
                                                        .replaceFirst(java.util.regex.Pattern.quote(text), other))
                                        .getBytes(UTF_8)
                                : each.getValue());
            }
        }
        return rules;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
    }

    private static Said diff(Path one, Path other, String... more) {
        var words = new ArrayList<>(
                List.of("rules", "diff", one.toString(), other.toString(), "--profiles", profiles.toString()));
        words.addAll(List.of(more));
        var out = new StringWriter();
        var errors = new StringWriter();
        int status = Commands.run(new PrintWriter(out), new PrintWriter(errors), words.toArray(String[]::new));
        return new Said(status, out.toString(), errors.toString());
    }
}
