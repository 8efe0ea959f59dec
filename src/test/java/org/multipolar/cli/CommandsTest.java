package org.multipolar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.Shipped;

/** The commands as a person meets them: what is printed, what is said when it goes wrong, and the exit status. */
class CommandsTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path profiles = Path.of("");
    private static Path rules = Path.of("");

    /** What a command said and how it ended. */
    private record Said(int status, String out, String errors) {

        JsonNode tree() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException broken) {
                throw new AssertionError(out, broken);
            }
        }
    }

    /** House rules alone compile in no time; the profiles are those that ship, without buyers and what-ifs. */
    @BeforeAll
    static void copy() throws IOException {
        profiles = folder.resolve("profiles");
        rules = folder.resolve("rules");
        for (var each : Shipped.world().entrySet()) {
            write(profiles.resolve(each.getKey()), each.getValue());
        }
        for (var each : Shipped.rules().entrySet()) {
            if (!each.getKey().endsWith(".drl") || each.getKey().startsWith("house/")) {
                write(rules.resolve(each.getKey()), each.getValue());
            }
        }
    }

    @Test
    void advise_prints_a_mix_that_adds_up() throws IOException {
        var said = advise(MiniBuyer.YAML, "--as-of", "2026-11-22", "--json");

        assertThat(said.status()).as(said.errors()).isZero();
        assertThat(said.errors()).isEmpty();
        var advice = said.tree();
        assertThat(advice.at("/outcome").asText()).isEqualTo("optimal");
        assertThat(advice.at("/asOf").asText()).isEqualTo("2026-11-22");
        int sum = 0;
        for (var share : advice.at("/demands/0/mix")) {
            sum += share.at("/share").asInt();
        }
        assertThat(sum).isEqualTo(100);
        for (var key : List.of(
                "decision",
                "score",
                "bound",
                "demands",
                "limits",
                "clash",
                "relaxations",
                "stability",
                "upcoming",
                "openGaps")) {
            assertThat(advice.has(key)).as(key).isTrue();
        }
        for (var key : List.of("world", "rules", "buyer", "program")) {
            assertThat(advice.at("/digests/" + key).asText()).as(key).hasSize(64);
        }
    }

    @Test
    void advise_prints_the_same_bytes_twice() throws IOException {
        assertThat(advise(MiniBuyer.YAML, "--as-of", "2026-11-22", "--json").out())
                .isEqualTo(advise(MiniBuyer.YAML, "--as-of", "2026-11-22", "--json")
                        .out());
    }

    @Test
    void advise_prints_text_for_people() throws IOException {
        var said = advise(MiniBuyer.YAML, "--as-of", "2026-11-22");

        assertThat(said.status()).isZero();
        assertThat(said.out()).startsWith("Mini, as of 2026-11-22").contains("Proven best", "Cost a month");
    }

    @Test
    void before_any_model_there_is_an_honest_no() throws IOException {
        var said = advise(MiniBuyer.YAML, "--as-of", "1999-01-01", "--json");

        negative(said);
        assertThat(said.tree().at("/outcome").asText()).isEqualTo("infeasible");
        assertThat(said.tree().at("/clash").toString()).contains("fit:release@letters", "models on offer that day");
    }

    @Test
    void a_buyer_whom_nobody_can_serve_learns_why() throws IOException {
        var said = advise(
                MiniBuyer.YAML
                        .replace("data_sensitivity: internal", "data_sensitivity: state")
                        .replace("region: EU-DE", "region: \"NO\""),
                "--as-of",
                "2026-11-22",
                "--json");

        negative(said);
        assertThat(said.tree().at("/clash").toString()).contains("GAP-STATE");
        assertThat(said.tree().at("/headline").asText()).contains("No mix");
    }

    @Test
    void limits_that_clash_are_named() throws IOException {
        var limits = write(
                folder.resolve("limits.yaml"),
                """
                limits:
                  - {id: all-french, kind: floor, on: origin, of: [FR], scope: buyer, at: 90, why: a test}
                """
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

        var said = advise(MiniBuyer.YAML, "--as-of", "2026-11-22", "--json", "--limits", limits.toString());

        negative(said);
        assertThat(said.tree().at("/clash").toString()).contains("all-french");
        assertThat(said.out()).contains("POL-");
    }

    @Test
    void an_empty_catalogue_serves_nobody() throws IOException {
        var empty = folder.resolve("empty");
        for (var each : Shipped.world().entrySet()) {
            write(empty.resolve(each.getKey()), each.getValue());
        }
        for (var table : List.of("suppliers/offers.csv", "suppliers/availability.csv")) {
            var header = Files.readAllLines(profiles.resolve(table)).get(0) + "\n";
            write(empty.resolve(table), header.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        var said = run(
                "advise",
                buyer(MiniBuyer.YAML),
                "--as-of",
                "2026-11-22",
                "--json",
                "--profiles",
                empty.toString(),
                "--rules",
                rules.toString());

        negative(said);
        assertThat(said.tree().at("/clash").toString()).contains("a catalogue with offers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ability: basic | ability: genius | demands[0].ability",
                "seat: DE | seat: ZZ | seat",
                "seat: DE | set: DE | set",
                "input_mtok_month: 100 | input_mtok_month: 1,000 | demands[0].input_mtok_month",
                "quality: 40 | quality: 50 | policy.weights",
                "region: EU-DE | region: Atlantis | demands[0].region",
                "most: 3 | most: 1 | policy.suppliers_per_demand.most",
                "data_sensitivity: internal | data_sensitivity: &a internal | ''"
            })
    void a_typo_in_a_buyer_is_named_with_file_line_and_field(String good, String bad, String field) throws IOException {
        var said = advise(MiniBuyer.YAML.replace(good, bad), "--as-of", "2026-11-22");

        bad(said);
        int line = (int) MiniBuyer.YAML
                .substring(0, MiniBuyer.YAML.indexOf(good))
                .lines()
                .count();
        assertThat(said.errors())
                .containsPattern("buyer-\\d+\\.yaml:(" + line + "|" + (line + 1) + ")\\b")
                .contains(field);
    }

    @Test
    void a_typo_in_a_shared_table_is_named_with_file_and_line() throws IOException {
        var broken = folder.resolve("broken-profiles");
        for (var each : Shipped.profiles().entrySet()) {
            write(broken.resolve(each.getKey()), each.getValue());
        }
        Files.writeString(
                broken.resolve("suppliers/hosts.csv"),
                "x,X,XX,first-party-api,,S_GK,x\n",
                java.nio.file.StandardOpenOption.APPEND);

        var said = run("advise", buyer(MiniBuyer.YAML), "--profiles", broken.toString(), "--rules", rules.toString());

        bad(said);
        assertThat(said.errors()).containsPattern("suppliers/hosts\\.csv:\\d+: the row has 7 fields");
    }

    @Test
    void a_syntax_error_in_a_rule_is_named_with_file_and_line() throws IOException {
        var broken = folder.resolve("broken-rules");
        for (var each : Shipped.rules().entrySet()) {
            write(broken.resolve(each.getKey()), each.getValue());
        }
        var file = broken.resolve("house/caps.drl");
        Files.writeString(file, Files.readString(file).replaceFirst("then\n", "thn\n"));

        var said =
                run("advise", buyer(MiniBuyer.YAML), "--profiles", profiles.toString(), "--rules", broken.toString());

        bad(said);
        assertThat(said.errors()).containsPattern("house/caps\\.drl:\\d+: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-01", "yesterday", "22.11.2026", ""})
    void a_day_that_is_none_is_refused(String day) throws IOException {
        var said = advise(MiniBuyer.YAML, "--as-of", day);

        bad(said);
        assertThat(said.errors()).contains("is not a day", "YYYY-MM-DD");
    }

    @Test
    void a_buyer_that_is_not_there_is_refused_with_those_that_are() {
        var said = run("advise", "nobody", "--profiles", profiles.toString(), "--rules", rules.toString());

        bad(said);
        assertThat(said.errors()).contains("nobody: there is no such buyer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "advise",
                "advise x --colour red",
                "fly",
                "rules",
                "rules fly",
                "judge",
                "judge --cases nowhere.yaml",
                "index --uncertainty many",
                "index DE --csv scores",
                "index --csv scores --json",
                "index DE --draw 3",
                "index --draw 3 --uncertainty 500",
                "rules list --rules nowhere",
                "index --profiles nowhere",
                "export x"
            })
    void a_command_that_cannot_be_carried_out_is_refused_with_one_message(String words) {
        bad(run(words.split(" ", -1)));
    }

    @Test
    void a_scenario_that_is_not_there_is_refused() throws IOException {
        var said = advise(MiniBuyer.YAML, "--scenario", "oil-shock");

        bad(said);
        assertThat(said.errors()).contains("oil-shock", "Maybe ");
    }

    @Test
    void export_writes_the_problem_twice() throws IOException {
        var mps = folder.resolve("mini.mps");
        var problem = folder.resolve("mini.json");

        var said = run(
                "export",
                buyer(MiniBuyer.YAML),
                "--as-of",
                "2026-11-22",
                "--mps",
                mps.toString(),
                "--problem",
                problem.toString(),
                "--profiles",
                profiles.toString(),
                "--rules",
                rules.toString());

        assertThat(said.status()).as(said.errors()).isZero();
        assertThat(Files.readString(mps))
                .contains("ROWS", "COLUMNS", "RHS", "BOUNDS")
                .endsWith("ENDATA\n");
        var tree = new ObjectMapper().readTree(problem.toFile());
        assertThat(tree.at("/format").asText()).isEqualTo("multipolar-problem/1");
        assertThat(tree.at("/variables").size()).isPositive();
    }

    @Test
    void judge_says_what_came_of_each_case() throws IOException {
        var cases = write(
                folder.resolve("x.cases.yaml"),
                """
                cases:
                  - id: right
                    as_of: 2026-11-22
                    given: {data_sensitivity: personal, operating_country: DE}
                    offer: {access_mode: managed-cloud}
                    expected: unresolved
                    must_name: [POL-STATED-PLACE]
                  - id: wrong
                    as_of: 2026-11-22
                    given: {data_sensitivity: personal, operating_country: DE}
                    offer: {access_mode: managed-cloud}
                    expected: allowed
                """
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

        var said = run("judge", "--cases", cases.toString(), "--rules", rules.toString(), "--json");

        assertThat(said.status()).isEqualTo(Exit.NEGATIVE);
        var report = said.tree();
        assertThat(report.at("/passed").asInt()).isEqualTo(1);
        assertThat(report.at("/failed").asInt()).isEqualTo(1);
        assertThat(report.at("/results/0/verdict").asText()).isEqualTo("unresolved");
        assertThat(report.at("/results/0/findings").toString()).contains("POL-STATED-PLACE", "baseline", "citation");
    }

    @Test
    void rules_are_listed_and_shown() {
        var list = run("rules", "list", "--rules", rules.toString());
        var show = run("rules", "show", "POL-ORIGIN-CAP", "--rules", rules.toString());
        var unknown = run("rules", "show", "POL-NOTHING", "--rules", rules.toString());

        assertThat(list.status()).isZero();
        assertThat(list.out()).contains("POL-ORIGIN-CAP", " rules");
        assertThat(show.status()).isZero();
        assertThat(show.out()).contains("No origin above its cap");
        bad(unknown);
        assertThat(unknown.errors()).contains("POL-NOTHING");
    }

    @Test
    void the_shipped_rules_pass_their_own_cases() {
        var said = run("rules", "test");

        assertThat(said.status()).as(said.out()).isZero();
        assertThat(said.out()).contains(" 0 failed, 0 not covered");
    }

    @Test
    void the_index_ranks_and_shows_one_country_down_to_its_sources() {
        var all = run("index", "--json", "--profiles", profiles.toString(), "--rules", rules.toString());
        var one = run("index", "DE", "--profiles", profiles.toString(), "--rules", rules.toString());
        var none = run("index", "QQ", "--profiles", profiles.toString(), "--rules", rules.toString());
        var way = run("index", "--method", "tarot", "--profiles", profiles.toString(), "--rules", rules.toString());

        assertThat(all.status()).isZero();
        assertThat(all.tree().at("/units").size()).isGreaterThan(50);
        assertThat(one.status()).isZero();
        assertThat(one.tree().at("/indicators").toString()).contains("talent_pool", "bcg_2024");
        bad(none);
        bad(way);
        assertThat(way.errors()).contains("tarot", "published");
    }

    @Test
    void help_is_printed() {
        assertThat(run("--help").out()).contains("advise", "index", "judge", "rules", "export");
        assertThat(run("advise", "--help").status()).isZero();
    }

    private static void negative(Said said) {
        assertThat(said.status()).as(said.errors()).isEqualTo(Exit.NEGATIVE);
        assertThat(said.errors()).isEmpty();
    }

    private static void bad(Said said) {
        assertThat(said.status()).as(said.errors()).isEqualTo(Exit.BAD_INPUT);
        assertThat(said.out()).isEmpty();
        assertThat(said.errors()).isNotBlank().doesNotContain("Exception").doesNotContainPattern("(?m)^\\s*at [a-z]");
    }

    private static Said advise(String yaml, String... more) throws IOException {
        var words = new ArrayList<>(
                List.of("advise", buyer(yaml), "--profiles", profiles.toString(), "--rules", rules.toString()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private static String buyer(String yaml) throws IOException {
        var name = "buyer-" + Math.floorMod(yaml.hashCode(), 100_000) + ".yaml";
        return write(folder.resolve(name), yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private static Path write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        return Files.write(file, bytes);
    }

    private static Said run(String... words) {
        var out = new StringWriter();
        var errors = new StringWriter();
        int status = Commands.run(new PrintWriter(out), new PrintWriter(errors), words);
        return new Said(status, out.toString(), errors.toString());
    }
}
