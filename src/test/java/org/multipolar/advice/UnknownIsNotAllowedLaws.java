package org.multipolar.advice;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.Shipped;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.Fault;
import org.multipolar.catalog.Parsed;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.ProfileReader;
import org.multipolar.catalog.read.YamlNode;
import org.multipolar.enabler.Theme;
import org.multipolar.suitability.AbilityGoalposts;
import org.multipolar.suitability.AbilityScale;
import org.multipolar.suitability.LanguageEvidence;
import org.multipolar.suitability.PriceGoalposts;

/**
 * Unknown is not allowed: whatever a profile leaves out is refused by name, or is declared below as something that may be left
 * out, and then no candidate is more allowed than before and no rule that spoke of it falls silent.
 */
class UnknownIsNotAllowedLaws {

    private static final boolean SLOW = Boolean.getBoolean("slow");
    private static final long SEED = 6;
    private static final int SINGLES = SLOW ? 60 : 0;
    private static final int REGIONS = SLOW ? 1_000 : 2;
    private static final int CUTS_OF_A_KEY = SLOW ? 1_000 : 1;
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Snapshot SNAPSHOT = Shipped.snapshot();
    private static final List<Question> QUESTIONS = questions();
    private static final Seen.Judge JUDGE = new Seen.Judge(SNAPSHOT.rulebook());

    /** No answer rests on these: the one is read by nobody but readers, the other by imports alone. */
    private static final List<String> NOT_JUDGED_BY =
            List.of("countries/published-findings.csv", "suppliers/public-names.csv");

    /**
     * Cells that may be blank, and what a blank says. That it makes nothing more allowed is what the law below proves; a
     * column that is not here is refused where it is blank.
     */
    private static final Map<String, String> MAY_BE_BLANK = Map.ofEntries(
            entry("countries/countries.csv bloc", "in none; a member of the Union is refused where both folders meet"),
            entry("countries/countries.csv languages", "not read; told, not judged"),
            entry("countries/indicators.csv note", "told, not judged"),
            entry("countries/indicators.meta.csv definition", "told, not judged"),
            entry("countries/indicators.meta.csv preferred_source", "told, not judged"),
            entry("countries/indicators.meta.csv measured_as", "told, not judged"),
            entry("countries/sources.csv publisher", "told, not judged"),
            entry("countries/sources.csv year", "told, not judged"),
            entry("countries/sources.csv url_or_repo_path", "told, not judged"),
            entry("countries/sources.csv licence", "told, not judged"),
            entry("countries/sources.csv accessed_as", "told, not judged"),
            entry("suppliers/availability.csv since", "ever since"),
            entry("suppliers/availability.csv until", "without end"),
            entry("suppliers/availability.csv note", "told, not judged"),
            entry("suppliers/hosts.csv sovereign_options", "told, not judged"),
            entry("suppliers/hosts.csv sub_processor_origins", "told, not judged"),
            entry("suppliers/licences.csv names", "told, not judged"),
            entry("suppliers/licences.csv in_catalogue", "told, not judged"),
            entry("suppliers/models.csv family", "told, not judged"),
            entry("suppliers/models.csv licence", "told; licence_id is what rules ask"),
            entry("suppliers/models.csv licence_restrictions", "told; licence_id is what rules ask"),
            entry("suppliers/models.csv line", "told, not judged"),
            entry("suppliers/models.csv base_model_id", "told; lineage is what rules ask"),
            entry("suppliers/models.csv released", "unknown; the first that shows it counts"),
            entry("suppliers/models.csv params_b", "unknown; fits into no hall"),
            entry("suppliers/models.csv context_tokens", "unknown; too short where a length is needed"),
            entry("suppliers/models.csv input_modalities", "unknown; takes nothing"),
            entry("suppliers/models.csv output_modalities", "unknown; yields nothing"),
            entry("suppliers/models.csv capabilities", "unknown; can do nothing that is needed"),
            entry("suppliers/models.csv languages", "no list was read"),
            entry("suppliers/offers.csv serving_regions", "no place is known"),
            entry("suppliers/offers.csv input_usd_per_mtok", "no price was read"),
            entry("suppliers/offers.csv output_usd_per_mtok", "no price was read"),
            entry("suppliers/offers.csv price_as_of", "no price was read"),
            entry("suppliers/offers.csv note", "told, not judged"),
            entry("suppliers/quality.csv as_of", "nobody dated it; shows no model before its release"),
            entry("suppliers/quality.csv note", "told, not judged"),
            entry("suppliers/quality.meta.csv scale_note", "told, not judged"),
            entry("suppliers/reach.csv since", "told, not judged: a statement counts on every day"),
            entry("suppliers/reach.csv note", "told, not judged"),
            entry("suppliers/sources.csv publisher", "told, not judged"),
            entry("suppliers/sources.csv date", "told, not judged"),
            entry("suppliers/sources.csv url_or_repo_path@commit", "told, not judged"),
            entry("suppliers/sources.csv licence", "told, not judged"),
            entry("suppliers/suppliers.csv parent", "told; parent_origin is what rules ask"),
            entry("suppliers/suppliers.csv ownership_note", "told, not judged"));

    static Stream<Arguments> columns() {
        return Shipped.world().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".csv"))
                .filter(file -> !NOT_JUDGED_BY.contains(file.getKey()))
                .flatMap(file -> new Blanks(file.getKey(), file.getValue())
                        .columns().stream().map(column -> Arguments.of(file.getKey(), column)));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void a_blank_cell_is_refused_by_name_or_makes_nothing_more_allowed(String path, String column) {
        var blanks = new Blanks(path, World.known(Shipped.world(), path));
        var rows = new TreeSet<>(blanks.filled(column));
        var read = read(blanks, column, rows);
        while (read instanceof Parsed.Bad<World> bad) {
            int row = refused(bad.fault(), blanks, column);
            assertThat(rows).as(bad.fault().message()).contains(row);
            rows.removeIf(each -> blanks.kind(each).equals(blanks.kind(row)));
            read = read(blanks, column, rows);
        }
        alone(blanks, column);
        assertThat(MAY_BE_BLANK.containsKey(path + " " + column))
                .as(
                        "rows that are read without it: %s",
                        rows.stream().map(blanks::line).toList())
                .isEqualTo(!rows.isEmpty());
        if (!rows.isEmpty()) {
            var told = World.known(MAY_BE_BLANK, path + " " + column).startsWith("told");
            noMoreAllowed(in(read.orThrow()), told && !SLOW ? QUESTIONS.subList(0, 1) : QUESTIONS);
        }
    }

    /** A row of a kind speaks for the others of it; where there is time, some are drawn and tried by themselves. */
    private static void alone(Blanks blanks, String column) {
        var rows = new ArrayList<>(blanks.filled(column));
        Collections.shuffle(rows, new Random(SEED));
        for (int row : rows.subList(0, Math.min(SINGLES, rows.size()))) {
            if (read(blanks, column, List.of(row)) instanceof Parsed.Bad<World> bad) {
                assertThat(refused(bad.fault(), blanks, column)).isEqualTo(row);
            }
        }
    }

    private static Parsed<World> read(Blanks blanks, String column, Collection<Integer> rows) {
        var files = Shipped.world();
        files.put(blanks.path(), blanks.without(column, new TreeSet<>(rows)));
        return ProfileReader.world(files);
    }

    private static int refused(Fault fault, Blanks blanks, String column) {
        assertThat(fault.file()).as(fault.message()).isEqualTo(blanks.path());
        assertThat(List.of(fault.field().split(", ", -1))).as(fault.message()).contains(column);
        return blanks.rowAt(fault.line());
    }

    @Test
    void a_declared_cell_is_one_that_there_is() {
        assertThat(columns().map(each -> each.get()[0] + " " + each.get()[1])).containsAll(MAY_BE_BLANK.keySet());
    }

    @Test
    void a_member_of_the_union_counts_with_it() {
        var blanks = new Blanks("countries/countries.csv", World.known(Shipped.world(), "countries/countries.csv"));
        var files = Shipped.world();
        files.put(blanks.path(), blanks.without("bloc", new TreeSet<>(blanks.filled("bloc"))));

        assertThatThrownBy(() -> SnapshotReader.read(files, Shipped.rules()).orThrow())
                .isInstanceOfSatisfying(BadInput.class, bad -> {
                    assertThat(bad.fault().file()).isEqualTo(blanks.path());
                    assertThat(bad.fault().field()).isEqualTo("bloc");
                    assertThat(bad.fault().what()).contains("(AT)");
                });
    }

    private static Snapshot in(World world) {
        var old = SNAPSHOT.world();
        boolean tested = old.testScores().equals(world.testScores())
                && old.models().equals(world.models())
                && old.benchmarks().equals(world.benchmarks());
        return new Snapshot(
                world,
                SNAPSHOT.rulebook(),
                SNAPSHOT.indexes(),
                SNAPSHOT.themes(),
                tested
                        ? SNAPSHOT.abilities()
                        : AbilityScale.link(world, SNAPSHOT.abilities().goalposts()),
                LanguageEvidence.of(world),
                SNAPSHOT.prices(),
                SNAPSHOT.buyers(),
                SNAPSHOT.scenarios());
    }

    private static void noMoreAllowed(Snapshot after, List<Question> questions) {
        for (var question : questions) {
            noMoreAllowed(before(question), Seen.of(after, question, JUDGE));
        }
    }

    private static final Map<String, Map<String, Map<String, Seen>>> BEFORE = new ConcurrentHashMap<>();

    private static Map<String, Map<String, Seen>> before(Question question) {
        var demand = question.buyer().demands().get(0).id();
        return BEFORE.computeIfAbsent(question.buyer().id() + " " + demand, any -> Seen.of(SNAPSHOT, question, JUDGE));
    }

    /** {@return a question for each demand of the buyers that ship, or for one of each, about different data} */
    private static List<Question> questions() {
        var questions = new ArrayList<Question>();
        var data = new TreeSet<String>();
        for (var buyer : SNAPSHOT.buyers().values()) {
            buyer.demands().stream()
                    .filter(each -> SLOW || data.add(each.dataSensitivity()))
                    .limit(SLOW ? Long.MAX_VALUE : 1)
                    .forEach(each -> questions.add(only(buyer, each)));
        }
        return List.copyOf(questions);
    }

    private static Question only(Buyer buyer, Demand demand) {
        return new Question(buyer.only(demand), DAY, List.of());
    }

    /** A candidate whose places went is compared with every one of that offer. */
    private static void noMoreAllowed(Map<String, Map<String, Seen>> before, Map<String, Map<String, Seen>> after) {
        var wrong = new ArrayList<String>();
        after.forEach((offer, places) -> places.forEach((id, now) -> {
            var was = Objects.requireNonNullElse(before.get(offer), Map.<String, Seen>of());
            var old = was.containsKey(id) ? List.of(World.known(was, id)) : List.copyOf(was.values());
            if (old.isEmpty() && now.bought()) {
                wrong.add("%s: is new and %s".formatted(offer, now));
            }
            old.stream()
                    .filter(each -> !now.noMoreAllowedThan(each))
                    .forEach(each -> wrong.add("%s: was %s, is %s".formatted(offer, each, now)));
        }));
        assertThat(wrong.subList(0, Math.min(5, wrong.size())))
                .as("%d candidates are more allowed", wrong.size())
                .isEmpty();
    }

    /** Keys that may be left out, by folder, and what that says. */
    private static final Map<String, String> MAY_BE_LEFT_OUT = Map.ofEntries(
            entry("regions bloc", "in none"),
            entry("regions adequate_countries", "none is adequate"),
            entry("regions confidence", "told, not judged"),
            entry("regions languages[].official", "told, not judged"),
            entry("regions languages[].population_share_percent", "told, not judged"),
            entry("regions legal_regimes", "told; rules ask for the country"),
            entry("regions public_sector_and_origin_rules", "told; rules ask for the country"),
            entry("regions residency.detail", "told; rules ask for the country"),
            entry("regions residency.stance", "told; rules ask for the country"),
            entry("regions sources[].date", "told, not judged"),
            entry("regions sources[].publisher", "told, not judged"),
            entry("regions sources[].url", "told, not judged"),
            entry("regions special_sectors", "told; rules ask for the country"),
            entry("regions special_sectors.*", "told; rules ask for the country"),
            entry("regions supply_notes", "told, not judged"),
            entry("countries/themes.yaml themes[].indicators", "a theme of none compares nothing"),
            entry("suppliers/ability.yaml note", "told, not judged"),
            entry("suppliers/price-goalposts.yaml note", "told, not judged"),
            entry("buyers demands[].weight", "counts by volume"),
            entry("buyers evidence[].note", "told, not judged"),
            entry("buyers incumbents", "nothing is held"),
            entry("buyers incumbents[].exit_cost_usd", "leaving is free"),
            entry("buyers incumbents[].until", "without end"),
            entry("buyers incumbents[].why", "told, not judged"),
            entry("buyers limits", "the buyer bounds nothing itself"),
            entry("buyers limits[].demand", "all demands"),
            entry("buyers limits[].region", "all regions"),
            entry("buyers limits[].of", "each value by itself"),
            entry("buyers limits[].source", "not law"),
            entry("buyers policy.*", "the default that the table of the profiles states"),
            entry("buyers policy.retained_percent.*", "the default, or not asked where another is"),
            entry("buyers sites", "no halls"),
            entry("buyers story", "told, not judged"));

    /**
     * What buyers say of themselves and nobody else can know: they hold and do what they claim. Left out it is no claim, and
     * what only a claim makes stricter is then not asked. A paper that names nobody is good for all.
     */
    private static final List<String> OWN_WORD = List.of(
            "buyers flags",
            "buyers evidence",
            "buyers evidence[].demands",
            "buyers evidence[].operators",
            "buyers evidence[].suppliers",
            "buyers evidence[].until",
            "buyers demands[].capabilities",
            "buyers demands[].context_tokens",
            "buyers demands[].critical",
            "buyers demands[].flags",
            "buyers demands[].modality",
            "buyers demands[].operating_countries",
            "buyers demands[].sector",
            "buyers demands[].use_cases");

    private static final List<String> MARKS =
            List.of("countries/themes.yaml", "suppliers/ability.yaml", "suppliers/price-goalposts.yaml");

    /** No verdict rests on how countries are scored; which keys of a method have a default its own table says. */
    static Stream<String> files() {
        return Stream.of(drawn("regions/", REGIONS), drawn("buyers/", Integer.MAX_VALUE), MARKS)
                .flatMap(List::stream);
    }

    private static List<String> drawn(String folder, int most) {
        var all = new ArrayList<>(Shipped.profiles().keySet());
        all.removeIf(path -> !path.startsWith(folder) || !path.endsWith(".yaml"));
        Collections.shuffle(all, new Random(SEED));
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_key_left_out_is_refused_by_name_or_makes_nothing_more_allowed(String path) {
        for (var cut : some(CutKeys.of(World.known(Shipped.profiles(), path)))) {
            var folder = MARKS.contains(path) ? path : path.substring(0, path.indexOf('/'));
            var key =
                    folder + " " + cut.key().replaceAll("^(special_sectors|policy(\\.retained_percent)?)\\..*", "$1.*");
            var read = Parsed.of(() -> without(path, cut.bytes()));
            if (read instanceof Parsed.Bad<List<Compared>> bad) {
                assertThat(bad.fault().file()).as(cut.at()).isEqualTo(path);
                assertThat(bad.fault().line()).as(cut.at()).isPositive();
                assertThat(bad.fault().message()).as(cut.at()).contains(cut.name());
            } else if (!OWN_WORD.contains(key)) {
                assertThat(MAY_BE_LEFT_OUT)
                        .as("%s without %s, seed %d", path, cut.at(), SEED)
                        .containsKey(key);
                read.orThrow()
                        .forEach(each ->
                                noMoreAllowed(before(each.before()), Seen.of(each.snapshot(), each.after(), JUDGE)));
            }
        }
    }

    /** A question, and the same in what a cut file left of the profiles. */
    private record Compared(Question before, Snapshot snapshot, Question after) {}

    private static List<Compared> without(String path, byte[] bytes) {
        if (MARKS.contains(path)) {
            marks(path, YamlNode.read(path, bytes));
            return List.of();
        }
        if (!path.startsWith("buyers/")) {
            var files = Shipped.world();
            files.put(path, bytes);
            var after = in(ProfileReader.world(files).orThrow());
            return QUESTIONS.subList(0, SLOW ? QUESTIONS.size() : 1).stream()
                    .map(each -> new Compared(each, after, each))
                    .toList();
        }
        var after = SnapshotReader.buyer(path, bytes, SNAPSHOT.world(), SNAPSHOT.rulebook());
        var before = World.known(SNAPSHOT.buyers(), after.id());
        var compared = new ArrayList<Compared>();
        for (int i = 0; i < (SLOW ? before.demands().size() : 1); i++) {
            compared.add(new Compared(
                    only(before, before.demands().get(i)),
                    SNAPSHOT,
                    only(after, after.demands().get(i))));
        }
        return compared;
    }

    /** What is read of these without one of its keys is what was read with it, but for what is only told. */
    private static void marks(String path, YamlNode yaml) {
        switch (path) {
            case "countries/themes.yaml" ->
                assertThat(Theme.read(yaml, SNAPSHOT.world().indicators())).hasSameSizeAs(SNAPSHOT.themes());
            case "suppliers/ability.yaml" ->
                assertThat(AbilityGoalposts.read(yaml))
                        .isEqualTo(SNAPSHOT.abilities().goalposts());
            default -> assertThat(PriceGoalposts.read(yaml)).isEqualTo(SNAPSHOT.prices());
        }
    }

    /** {@return every key of a file a few times, where it stands often} */
    private static List<CutKeys> some(List<CutKeys> all) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(SEED));
        var times = new TreeMap<String, Integer>();
        return shuffled.stream()
                .filter(each -> times.merge(each.key(), 1, Integer::sum) <= CUTS_OF_A_KEY)
                .toList();
    }
}
