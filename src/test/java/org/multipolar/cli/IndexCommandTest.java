package org.multipolar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.Shipped;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.CsvTable;
import org.multipolar.catalog.read.ProfileReader;

/** {@code index} over tables that nobody here has seen before: scores, intervals, tables, and refusals. */
class IndexCommandTest {

    private static final Path PUBLISHED = Path.of("src/test/resources/index");
    private static final Path COUNTRIES = Path.of("profiles/countries");
    private static final String META =
            """
            indicator_id,enabler,direction
            x,one,higher_better
            y,two,lower_better
            """;
    private static final String HEAD = "indicator_id,country,value\n";
    private static final String FIGURES = HEAD + "x,AAA,1\nx,BBB,2\ny,AAA,3\ny,BBB,4\n";

    @TempDir
    private static Path folder = Path.of("");

    private static int files;

    private record Said(int status, String out, String errors) {

        JsonNode tree() {
            assertThat(status).as(errors).isZero();
            assertThat(errors).isEmpty();
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException broken) {
                throw new AssertionError(out, broken);
            }
        }
    }

    /** House rules alone compile in no time. */
    @BeforeAll
    static void copy() throws IOException {
        for (var each : Shipped.world().entrySet()) {
            write(folder.resolve("profiles").resolve(each.getKey()), each.getValue());
        }
        for (var each : Shipped.rules().entrySet()) {
            if (!each.getKey().endsWith(".drl") || each.getKey().startsWith("house/")) {
                write(folder.resolve("rules").resolve(each.getKey()), each.getValue());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"hdi, method.yaml, 0.0015", "ghi, method.yaml, 0.0006", "tai, method.yaml, 0.0052"})
    void a_published_index_comes_out_as_published(String index, String method, double tolerance) throws IOException {
        var units = units(scored(index, method, "--json").tree());
        int compared = 0;
        for (var row : table(PUBLISHED.resolve(index).resolve("expected.csv")).rows()) {
            var published = row.numberOrNull("overall");
            if (published != null) {
                assertThat(World.known(units, row.text("country"))
                                .at("/overall")
                                .asDouble())
                        .as(row.text("country"))
                        .isCloseTo(published, within(tolerance));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    void a_shuffled_set_in_another_spelling_has_the_same_bytes() throws IOException {
        var tai = PUBLISHED.resolve("tai");
        var method = tai.resolve("method.yaml").toString();
        var plain = scored("tai", "method.yaml", "--json");
        var figures = "\uFEFF"
                + shuffled(Files.readString(tai.resolve("indicators.csv"))).replace("\n", "\r\n");
        var meta = shuffled(Files.readString(tai.resolve("meta.csv")));

        var said = index("--indicators", file(figures), "--meta", file(meta), "--method", method, "--json");

        assertThat(said.tree().at("/units")).hasSize(23);
        assertThat(said.out()).isEqualTo(plain.out());
    }

    @Test
    void an_unknown_figure_costs_coverage_and_is_no_zero() throws IOException {
        var units = units(set(HEAD + "x,AAA,1\nx,BBB,2\nx,CCC,\ny,AAA,3\ny,BBB,4\ny,CCC,5\n", META, "--json")
                .tree());

        var unknown = World.known(units, "CCC").at("/enablers/one");
        assertThat(unknown.at("/score").isNull()).isTrue();
        assertThat(unknown.at("/have").asInt()).isZero();
        assertThat(unknown.at("/of").asInt()).isEqualTo(1);
        // The dearest of three scores 0 in the one enabler it has.
        assertThat(World.known(units, "CCC").at("/overall").asDouble()).isZero();
        assertThat(World.known(units, "BBB").at("/overall").asDouble()).isCloseTo((1 + 0.5) / 2, within(1e-12));
    }

    @Test
    void without_a_method_shares_of_the_best_count_alike_and_no_bloc_is_made() throws IOException {
        var tree = set(HEAD + "x,DE,1\nx,FR,2\nx,US,4\ny,DE,3\ny,FR,4\ny,US,5\n", META, "--json")
                .tree();

        assertThat(tree.at("/method").asText()).isEqualTo("evenly");
        assertThat(tree.at("/choices/normalisation").asText()).isEqualTo("share-of-best");
        assertThat(tree.at("/choices/aggregation").asText()).isEqualTo("arithmetic");
        var units = units(tree);
        assertThat(units).containsOnlyKeys("DE", "FR", "US");
        // Shares 1/4, 2/4, 4/4 of x; y from the dearest, 5, to the cheapest, 3.
        assertThat(World.known(units, "DE").at("/overall").asDouble()).isCloseTo((0.25 + 1) / 2, within(1e-12));
        assertThat(World.known(units, "FR").at("/overall").asDouble()).isCloseTo((0.5 + 0.5) / 2, within(1e-12));
        assertThat(World.known(units, "US").at("/overall").asDouble()).isCloseTo((1 + 0.0) / 2, within(1e-12));
        assertThat(World.known(units, "FR").at("/rank").asInt()).isEqualTo(2);
    }

    @Test
    void our_six_enablers_bring_the_published_method_and_its_union() throws IOException {
        var world = ProfileReader.world(Shipped.profiles()).orThrow();
        double german = World.known(world.countries(), "DE").populationMillions();
        double french = World.known(world.countries(), "FR").populationMillions();
        var meta =
                """
                indicator_id,enabler,direction,scale,name
                halls,compute,higher_better,extensive,Halls
                skill,talent,higher_better,intensive,Skill
                """;
        var figures = HEAD + "halls,DE,3\nhalls,FR,5\nhalls,US,10\nskill,DE,1\nskill,FR,3\nskill,US,4\n";

        var tree = set(figures, meta, "--json").tree();
        var union = set(figures, meta, "EU").tree();

        assertThat(tree.at("/method").asText()).isEqualTo("published");
        assertThat(World.known(units(tree), "DE").at("/rank").isNull()).isTrue();
        assertThat(World.known(units(tree), "EU").at("/rank").asInt()).isEqualTo(2);
        assertThat(value(union, "halls")).isEqualTo(3 + 5);
        assertThat(value(union, "skill")).isCloseTo((1 * german + 3 * french) / (german + french), within(1e-12));
        assertThat(World.known(units(tree), "EU").at("/enablers/compute/score").asDouble())
                .isCloseTo(0.8, within(1e-12));
    }

    @Test
    void a_bloc_whose_members_only_the_method_names_is_formed() throws IOException {
        var meta = META.replace("direction", "direction,scale").replace("_better", "_better,extensive");
        var method =
                """
                method: m
                normalisation: share-of-best
                blocs: {ranked_as_one: [EAST], members: {EAST: [AAA, BBB]}}
                """;

        var units = units(set(FIGURES + "x,CCC,6\ny,CCC,9\n", meta, "--method", file(method), "--json")
                .tree());

        assertThat(World.known(units, "EAST").at("/enablers/one/score").asDouble())
                .isCloseTo((1 + 2) / 6.0, within(1e-12));
        assertThat(World.known(units, "EAST").at("/kind").asText()).isEqualTo("bloc");
        assertThat(World.known(units, "AAA").at("/rank").isNull()).isTrue();
        assertThat(World.known(units, "CCC").at("/rank").asInt()).isEqualTo(1);
    }

    @Test
    void per_head_divides_what_grows_with_a_country_and_nothing_else() throws IOException {
        var world = ProfileReader.world(Shipped.profiles()).orThrow();
        var meta =
                """
                indicator_id,enabler,direction,scale
                halls,one,higher_better,extensive
                skill,two,higher_better,intensive
                """;
        var figures = HEAD + "halls,NO,11\nhalls,US,100\nhalls,QQQ,5\nskill,NO,0.5\nskill,US,1\nskill,QQQ,1\n";

        var norway = set(figures, meta, "NO", "--per-head").tree();
        var nowhere = set(figures, meta, "QQQ", "--per-head").tree();

        assertThat(value(norway, "halls"))
                .isCloseTo(11 / World.known(world.countries(), "NO").populationMillions(), within(1e-12));
        assertThat(norway.at("/indicators/0/unit").asText()).contains("per million inhabitants");
        assertThat(value(norway, "skill")).isEqualTo(0.5);
        assertThat(norway.at("/method").asText()).isEqualTo("evenly-per-head");
        assertThat(nowhere.at("/enablers/one/score").isNull()).isTrue();
        assertThat(nowhere.at("/enablers/two/score").asDouble()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    normalisation: share-of-best                        | x,A,-1;x,B,2 | figures | 2 | value        | negative (-1)
                    normalisation: share-of-best;aggregation: geometric | x,A,3;x,B,-2 | figures | 3 | value        | geometric mean
                    normalisation: min-max                              | x,A,2;x,B,2  | meta    | 2 | indicator_id | all 2 values of x are equal
                    normalisation: z-score                              | x,A,2;x,B,2  | meta    | 2 | indicator_id | all 2 values of x are equal
                    normalisation: percentile-rank                      | y,A,2;y,B,2  | meta    | 3 | indicator_id | all 2 values of y are equal
                    normalisation: goalposts;goalposts: {x: {from: 0, to: 5}} | x,A,2;y,B,2 | meta | 3 | indicator_id | no goalposts for y
                    normalisation: goalposts;goalposts: {x: {from: 5, to: 5}} | x,A,2 | method | 3 | goalposts.x.to | (5) is not above
                    normalisation: goalposts;goalposts: {x: {from: 9, to: 5}} | x,A,2 | method | 3 | goalposts.x.to | (5) is not above
                    normalisation: goalposts;goalposts: {x: {from: 0, to: 5, log: yes}} | x,A,2 | method | 3 | goalposts.x.from | (0) has no logarithm
                    normalisation: min-max;normalisatoin: z-score       | x,A,2 | method | 3 | normalisatoin | nobody knows this key
                    normalisation: golden-mean                          | x,A,2 | method | 2 | normalisation | (golden-mean)
                    normalisation: min-max;uncertainty: {normalisation: [min-max]} | x,A,2 | method | 3 | uncertainty.normalisation | varies nothing
                    normalisation: share-of-best;outliers: log          | x,A,2 | method | 2 | normalisation | no zero
                    normalisation: min-max;weights: {indicators: {x: -1}} | x,A,2 | method | 3 | weights.indicators.x | (-1)
                    """)
    void a_method_that_does_not_fit_is_refused_at_its_place(
            String method, String rows, String table, int line, String field, String words) throws IOException {
        var figuresFile = file(HEAD + rows.replace(';', '\n') + "\n");
        var metaFile = file(META);
        var methodFile = file("method: m\n" + method.replace(';', '\n') + "\n");

        var said = index("--indicators", figuresFile, "--meta", metaFile, "--method", methodFile);

        var place = table.equals("figures") ? figuresFile : table.equals("meta") ? metaFile : methodFile;
        refused(said, "%s:%d [%s]: ".formatted(place, line, field), words);
        assertThat(said.errors()).containsAnyOf("Maybe ", "is not one of [");
    }

    @Test
    void equal_values_are_only_noted_where_a_share_of_the_best_still_means_something() throws IOException {
        var method = file("method: m\nnormalisation: share-of-best\nweights: {indicators: {zebra: 2}}\n");

        var notes = set(FIGURES.replace("BBB,2", "BBB,1"), META, "--method", method, "--json")
                .tree()
                .at("/notes")
                .toString();

        assertThat(notes)
                .contains("figure for x have the same", "The method weighs zebra")
                .doesNotContain("for y");
    }

    @Test
    void a_bad_table_is_refused_with_its_file_line_field_and_advice() throws IOException {
        refused(set(FIGURES.replace("BBB,2", "BBB,n/a"), META), ".csv:3 [value]: ", "(n/a) is not a number");
        refused(set(FIGURES.replace(',', ';'), META), ".csv:1: ", "semicolons");
        refused(set(FIGURES, META.replace("lower_better", "")), ".csv:3 [direction]: ", "(y)");
    }

    @Test
    void files_come_together_and_must_be_there() throws IOException {
        refused(index("--indicators", file(FIGURES)), "--meta: ", "one of them is missing");
        refused(index("--meta", file(META)), "--indicators: ", "one of them is missing");
        refused(index("--indicators", file(FIGURES), "--meta", "nowhere.csv"), "nowhere.csv: ", "no such file");
        refused(index("--indicators", file(FIGURES), "--meta", "."), ".: ", "no such file");
        refused(index("--method", "tarot"), "--method: ", "(tarot)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--uncertainty 0",
                "--uncertainty -1",
                "--uncertainty 99000000",
                "--uncertainty many",
                "--seed x",
                "--threads 0",
                "--threads -2",
                "--threads 20000",
                "--csv tarot",
                "--against AAA",
                "ZZZ",
                "AAA --against ZZZ"
            })
    void a_question_that_has_no_answer_is_refused_with_one_message(String words) throws IOException {
        refused(set(FIGURES, META, words.split(" ", -1)), "", "");
    }

    @Test
    void more_draws_than_the_shipped_figures_allow_are_refused_with_the_most() {
        refused(index("--uncertainty", "1000000"), "", "1000000 draws are not between 1 and ");
    }

    @Test
    void the_same_seed_has_the_same_bytes_on_any_number_of_threads() throws IOException {
        var one = scored("tai", "method-geometric.yaml", "--json", "--uncertainty", "300", "--seed", "7");
        var two = scored(
                "tai", "method-geometric.yaml", "--json", "--uncertainty", "300", "--seed", "7", "--threads", "2");
        var four = scored(
                "tai", "method-geometric.yaml", "--json", "--uncertainty", "300", "--seed", "7", "--threads", "4");
        var other = scored("tai", "method-geometric.yaml", "--json", "--uncertainty", "300", "--seed", "8");

        assertThat(one.tree().at("/uncertainty/draws").asInt()).isEqualTo(300);
        assertThat(two.out()).isEqualTo(one.out());
        assertThat(four.out()).isEqualTo(one.out());
        assertThat(other.tree().at("/units")).isNotEqualTo(one.tree().at("/units"));
    }

    @Test
    void intervals_are_ordered_and_lie_where_scores_and_ranks_can_lie() throws IOException {
        var tree = scored("tai", "method-geometric.yaml", "--json", "--uncertainty", "200")
                .tree();
        int seen = 0;
        for (var unit : tree.at("/units")) {
            for (var interval : unit.at("/intervals").properties()) {
                boolean rank = interval.getKey().equals("rank");
                ordered(interval.getValue(), rank ? 1 : 0, rank ? 23 : 1);
                seen++;
            }
            unit.at("/rankIntervals").forEach(interval -> ordered(interval, 1, 23));
        }
        // Four enablers, overall and rank of each unit at the least.
        assertThat(seen).isGreaterThanOrEqualTo(23 * 6);
    }

    @Test
    void a_method_says_what_is_varied_and_one_that_says_nothing_gets_the_usual() throws IOException {
        var own = file("method: m\nnormalisation: min-max\nuncertainty: {draws: 70, seed: 9, "
                + "aggregation: [arithmetic, geometric], missing: [leave-out, group-mean]}\n");
        var none = file("method: m\nnormalisation: min-max\n");

        var stated = set(FIGURES, META, "--method", own, "--uncertainty", "--json")
                .tree()
                .at("/uncertainty");
        var usual = set(FIGURES, META, "--method", none, "--uncertainty", "70", "--json")
                .tree()
                .at("/uncertainty");

        assertThat(stated.at("/draws").asInt()).isEqualTo(70);
        assertThat(stated.at("/seed").asInt()).isEqualTo(9);
        assertThat(stated.findValuesAsText("factor")).contains("aggregation");
        assertThat(stated.at("/varied")).hasSize(1);
        assertThat(stated.at("/notVaried/0/factor").asText()).isEqualTo("missing");
        assertThat(stated.at("/notVaried/0/why").asText()).contains("no country lacks a figure");
        assertThat(usual.at("/varied").toString())
                .contains("min-max, share-of-best", "arithmetic, geometric", "25", "40");
    }

    @Test
    void the_shipped_figures_score_the_same_through_the_open_door() throws IOException {
        var shipped = units(index("--json").tree());

        var outside = units(index(
                        "--indicators",
                        COUNTRIES.resolve("indicators.csv").toString(),
                        "--meta",
                        COUNTRIES.resolve("indicators.meta.csv").toString(),
                        "--method",
                        "published",
                        "--json")
                .tree());

        var scored = new TreeSet<String>();
        for (var each : shipped.entrySet()) {
            if (!each.getValue().at("/overall").isNull()) {
                scored.add(each.getKey());
                assertThat(World.known(outside, each.getKey()).at("/enablers"))
                        .as(each.getKey())
                        .isEqualTo(each.getValue().at("/enablers"));
            }
        }
        assertThat(scored).hasSizeGreaterThan(50);
    }

    @Test
    void no_core_indicator_goes_missing_silently() throws IOException {
        var figures = Files.readString(COUNTRIES.resolve("indicators.csv"));
        var meta = Files.readString(COUNTRIES.resolve("indicators.meta.csv"));
        var before = units(door(figures, meta));
        int core = 0;
        for (var row : table(COUNTRIES.resolve("indicators.meta.csv")).rows()) {
            if (!row.text("role").equals("core")) {
                continue;
            }
            core++;
            var id = row.text("indicator_id");
            var enabler = "/enablers/" + row.text("enabler");
            var fewer = without(figures, id);
            var rowsGone = door(fewer, meta);
            assertThat(rowsGone.at("/notes").toString()).contains("No country has a figure for " + id);
            var allGone = units(door(fewer, without(meta, id)));
            for (var lost : table(COUNTRIES.resolve("indicators.csv")).rows()) {
                if (lost.text("indicator_id").equals(id) && lost.number("value") != 0) {
                    var unit = lost.text("country");
                    var was = World.known(before, unit).at(enabler);
                    assertThat(World.known(units(rowsGone), unit).at(enabler))
                            .as("%s of %s", id, unit)
                            .isNotEqualTo(was);
                    assertThat(World.known(allGone, unit).at(enabler).at("/of").asInt())
                            .as("%s of %s", id, unit)
                            .isEqualTo(was.at("/of").asInt() - 1);
                }
            }
        }
        assertThat(core).isEqualTo(16);
    }

    @Test
    void hostile_texts_are_defused_in_tables_and_unchanged_in_json() throws IOException {
        var meta =
                """
                indicator_id,enabler,direction,name
                x,<script>alert(1)</script>,higher_better,=HYPERLINK("http://evil")
                y,@two,lower_better,+name
                """
                        .replace("=HYPERLINK(\"http://evil\")", "\"=HYPERLINK(\"\"http://evil\"\")\"");
        var figures = "indicator_id,country,value,note\nx,-AAA,1,@note\nx,BBB,2,\ny,-AAA,3,-note\ny,BBB,4,\n";

        var json = set(figures, meta, "--json").tree();
        var detail = set(figures, meta, "--", "-AAA").tree();
        var tables = set(figures, meta, "--csv", "figures").out()
                + set(figures, meta, "--csv", "scores").out();

        assertThat(json.at("/enablers/0").asText()).isEqualTo("<script>alert(1)</script>");
        assertThat(units(json)).containsKey("-AAA");
        assertThat(detail.at("/indicators/0/name").asText()).isEqualTo("=HYPERLINK(\"http://evil\")");
        assertThat(detail.at("/indicators/0/note").asText()).isEqualTo("@note");
        var cells = new ArrayList<String>();
        CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(tables).stream()
                .forEach(row -> cells.addAll(row.getFields()));
        assertThat(cells).contains("'@note", "'-note", "'+name", "'-AAA", "'@two", "<script>alert(1)</script>");
        assertThat(cells).noneMatch(cell -> cell.matches("[=+@].*|-[^0-9].*"));
    }

    @Test
    void a_country_beside_another_is_compared_by_enabler() throws IOException {
        var tree = set(FIGURES, META, "AAA", "--against", "BBB").tree();

        assertThat(tree.at("/left").asText()).isEqualTo("AAA");
        assertThat(tree.at("/enablers/0/enabler").asText()).isEqualTo("one");
        assertThat(tree.at("/enablers/0/gap").asDouble()).isCloseTo(0.5 - 1, within(1e-12));
        assertThat(tree.at("/enablers/1/gap").asDouble()).isCloseTo(1 - 0, within(1e-12));
    }

    private static void ordered(JsonNode interval, double least, double most) {
        assertThat(interval).hasSize(3);
        assertThat(interval.get(0).asDouble()).isBetween(least, interval.get(1).asDouble());
        assertThat(interval.get(2).asDouble()).isBetween(interval.get(1).asDouble(), most);
    }

    private static JsonNode door(String figures, String meta) throws IOException {
        return set(figures, meta, "--method", "published", "--json").tree();
    }

    private static String without(String table, String id) {
        return String.join(
                "\n", table.lines().filter(line -> !line.startsWith(id + ",")).toList());
    }

    private static String shuffled(String table) {
        var lines = new ArrayList<>(table.lines().toList());
        Collections.shuffle(lines.subList(1, lines.size()), new Random(5));
        return String.join("\n", lines) + "\n";
    }

    private static Map<String, JsonNode> units(JsonNode index) {
        var units = new TreeMap<String, JsonNode>();
        index.at("/units").forEach(unit -> units.put(unit.at("/unit").asText(), unit));
        return units;
    }

    private static double value(JsonNode detail, String indicator) {
        for (var each : detail.at("/indicators")) {
            if (each.at("/id").asText().equals(indicator)) {
                return each.at("/value").asDouble();
            }
        }
        throw new AssertionError(detail);
    }

    private static CsvTable table(Path path) throws IOException {
        return CsvTable.readAny(path.toString(), Files.readAllBytes(path));
    }

    private static Said scored(String index, String method, String... more) {
        var at = PUBLISHED.resolve(index);
        var words = new ArrayList<>(List.of(
                "--indicators",
                at.resolve("indicators.csv").toString(),
                "--meta",
                at.resolve("meta.csv").toString(),
                "--method",
                at.resolve(method).toString()));
        words.addAll(List.of(more));
        return index(words.toArray(String[]::new));
    }

    private static Said set(String figures, String meta, String... more) throws IOException {
        var words = new ArrayList<>(List.of("--indicators", file(figures), "--meta", file(meta)));
        words.addAll(List.of(more));
        return index(words.toArray(String[]::new));
    }

    private static String file(String text) throws IOException {
        files++;
        return write(folder.resolve("file-" + files + ".csv"), text.getBytes(UTF_8))
                .toString();
    }

    private static Path write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.write(file, bytes);
    }

    /** Exit status 2 and one message: place, fact and at most one line of advice. */
    private static void refused(Said said, String place, String words) {
        assertThat(said.status()).as(said.errors()).isEqualTo(Exit.BAD_INPUT);
        assertThat(said.out()).isEmpty();
        assertThat(said.errors()).contains(place, words).doesNotContain("Exception");
        assertThat(said.errors().lines().toList()).hasSizeBetween(1, 2);
    }

    private static Said index(String... more) {
        var words = new ArrayList<>(List.of(
                "index",
                "--profiles",
                folder.resolve("profiles").toString(),
                "--rules",
                folder.resolve("rules").toString()));
        words.addAll(List.of(more));
        var out = new StringWriter();
        var errors = new StringWriter();
        int status = Commands.run(new PrintWriter(out), new PrintWriter(errors), words.toArray(String[]::new));
        return new Said(status, out.toString(), errors.toString());
    }
}
