package org.multipolar.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.Shipped;
import org.multipolar.catalog.World;

/** The profiles that ship say of every figure where it comes from, and from when; what they cannot say is counted. */
class ProvenanceTest {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}(-\\d{2}){0,2}");

    /** Columns that say when, and not how much. */
    private static final Set<String> DAYS =
            Set.of("year", "date", "as_of", "price_as_of", "since", "until", "released");

    /**
     * Rows that nobody dated, neither themselves nor through a source. A number here may only ever be lowered: date the rows,
     * or their sources, after reading them again.
     */
    private static final Map<String, Integer> UNDATED = Map.of(
            "suppliers/availability.csv", 15,
            "suppliers/hosts.csv", 1,
            "suppliers/quality.csv", 28,
            "suppliers/reach.csv", 3);

    /** Sources that nobody dated; likewise. */
    private static final Map<String, Integer> UNDATED_SOURCES = Map.of("suppliers/sources.csv", 17);

    /** What was claimed elsewhere, for comparison; no answer rests on it, and it keeps the date of its study. */
    private static final String CLAIMS = "countries/published-findings.csv";

    static Stream<String> tables() {
        return Shipped.profiles().keySet().stream().filter(path -> path.endsWith(".csv"));
    }

    static Stream<String> sourced() {
        return tables().filter(path -> table(path).header().contains("source_id"))
                .filter(path -> !path.endsWith("/sources.csv"));
    }

    private static CsvTable table(String path) {
        return CsvTable.readAny(path, World.known(Shipped.profiles(), path));
    }

    /** {@return the days of the sources beside a table, by id} */
    private static Map<String, String> sources(String path) {
        var sources = table(path.substring(0, path.indexOf('/') + 1) + "sources.csv");
        var column = sources.header().contains("date") ? "date" : "year";
        var days = new TreeMap<String, String>();
        sources.rows().forEach(row -> days.put(row.text("source_id"), row.text(column)));
        return days;
    }

    private static List<String> figures(CsvTable table, CsvRow row) {
        return table.header().stream()
                .filter(column -> !DAYS.contains(column))
                .filter(column -> NUMBER.matcher(row.text(column)).matches())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_of_figures_names_sources(String path) {
        var table = table(path);
        var withFigures = table.rows().stream()
                .filter(row -> !figures(table, row).isEmpty())
                .toList();

        if (!withFigures.isEmpty()) {
            assertThat(table.header()).as(path).contains("source_id");
        }
    }

    @ParameterizedTest
    @MethodSource("sourced")
    void every_row_names_sources_that_are_listed_and_all_but_those_counted_are_dated(String path) {
        var table = table(path);
        var known = sources(path);
        int undated = 0;
        for (var row : table.rows()) {
            var own = new ArrayList<>(row.parts("source_id"));
            assertThat(own).as("%s:%d", path, row.line()).isNotEmpty();
            assertThat(known.keySet()).as("%s:%d", path, row.line()).containsAll(own);
            var days = new TreeSet<String>();
            own.forEach(id -> days.add(World.known(known, id)));
            Stream.of("year", "as_of", "price_as_of").filter(row::has).forEach(column -> days.add(row.text(column)));
            undated += days.stream().anyMatch(day -> DAY.matcher(day).matches()) ? 0 : 1;
        }
        assertThat(undated)
                .as("%s: rows that nobody dated; lower the number in this test where they are fewer", path)
                .isEqualTo(UNDATED.getOrDefault(path, 0));
    }

    /** A price has a day of its own: that of a source is the day of a whole catalogue. */
    @Test
    void every_price_is_dated_by_itself() {
        assertThat(table("suppliers/offers.csv").rows())
                .filteredOn(row -> row.has("input_usd_per_mtok") || row.has("output_usd_per_mtok"))
                .hasSizeGreaterThan(500)
                .allSatisfy(row -> assertThat(row.text("price_as_of"))
                        .as("line %d", row.line())
                        .matches(DAY));
    }

    @ParameterizedTest
    @MethodSource("sourced")
    void all_sources_but_those_counted_are_dated(String path) {
        var file = path.substring(0, path.indexOf('/') + 1) + "sources.csv";

        assertThat(sources(path).values())
                .filteredOn(String::isEmpty)
                .as("%s: sources that nobody dated; lower the number in this test where they are fewer", file)
                .hasSize(UNDATED_SOURCES.getOrDefault(file, 0));
    }

    @Test
    void every_table_that_names_sources_says_how_long_it_is_good_for() {
        var planned = ReviewPlan.of(Shipped.profiles()).on(LocalDate.parse("2026-11-22")).stream()
                .map(ReviewPlan.Reviewed::table)
                .toList();

        assertThat(planned)
                .containsAll(sourced().filter(path -> !path.equals(CLAIMS)).toList());
    }

    /** What the command tells is what a second count finds. */
    @Test
    void what_nobody_dated_is_told() {
        var told = new TreeMap<String, Integer>();
        ReviewPlan.of(Shipped.profiles()).on(LocalDate.parse("2026-11-22")).forEach(each -> {
            if (!each.undated().isEmpty()) {
                told.put(each.table(), each.undated().size());
            }
        });

        assertThat(told).containsExactlyInAnyOrderEntriesOf(UNDATED);
    }

    /** Nothing that ages is silent: whatever is older than the longest term is due, but for what nobody dated. */
    @Test
    void in_the_end_everything_is_due_or_undated() {
        assertThat(ReviewPlan.of(Shipped.profiles()).on(LocalDate.parse("2099-01-01")))
                .allSatisfy(
                        each -> assertThat(each.due().size() + each.undated().size())
                                .as(each.table())
                                .isEqualTo(each.rows()));
    }
}
