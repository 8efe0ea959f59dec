package org.multipolar.catalog.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** After how long somebody is to read each table of the profiles again, as the profiles themselves declare it. */
public final class ReviewPlan {

    /** No answer rests on it. */
    public static final String FILE = "review.yaml";

    private static final String SOURCE = "source_id";
    private static final int LONGEST = 240;
    private static final int YEAR = 4;
    private static final int MONTH = 7;

    private final Map<String, byte[]> files;
    private final List<Entry> entries;
    private final Map<String, Map<String, String>> sourceDays = new TreeMap<>();

    /** What is declared of a table: a CSV file, a YAML file, or a folder of those. */
    private record Entry(String table, String datedBy, int months) {}

    /**
     * A table on a day.
     *
     * @param datedBy the column or key that dates a row, or empty where its sources do
     * @param due rows whose last day has passed
     * @param undated rows of which nobody can tell how old they are
     */
    public record Reviewed(String table, String datedBy, int months, int rows, List<Row> due, List<Row> undated) {
        public Reviewed {
            due = List.copyOf(due);
            undated = List.copyOf(undated);
        }
    }

    /**
     * A row, or a file that is dated as a whole.
     *
     * @param dated ISO day, month or year as it is stated, or empty
     * @param by last day by which it is to be read again, or empty
     */
    public record Row(String file, int line, String id, String dated, String by) {

        private boolean before(LocalDate day) {
            return !by.isEmpty() && LocalDate.parse(by).isBefore(day);
        }
    }

    private ReviewPlan(Map<String, byte[]> files, List<Entry> entries) {
        this.files = files;
        this.entries = entries;
    }

    /** {@return the plan of the profiles, given as bytes by path} */
    public static ReviewPlan of(Map<String, byte[]> files) {
        var yaml = YamlNode.read(FILE, ProfileReader.needed(files, FILE)).onlyKeys("tables");
        var entries = new ArrayList<Entry>();
        var tables = new HashSet<String>();
        for (var each : yaml.at("tables").items()) {
            each.onlyKeys("table", "dated_by", "months", "why");
            each.textAt("why");
            var table = each.textAt("table");
            if (!tables.add(table)) {
                throw each.at("table").fault("the table (%s) stands twice.".formatted(table), null);
            }
            if (files.keySet().stream().noneMatch(path -> in(table, path))) {
                throw each.at("table").fault("there is no table (%s).".formatted(table), "it was renamed.");
            }
            entries.add(new Entry(
                    table,
                    each.textAt("dated_by", ""),
                    Math.toIntExact(each.at("months").whole(1, LONGEST))));
        }
        return new ReviewPlan(files, List.copyOf(entries));
    }

    private static boolean in(String table, String path) {
        return table.endsWith("/") ? path.startsWith(table) && path.endsWith(".yaml") : path.equals(table);
    }

    /** {@return every table with what is due on a day and what nobody dated} */
    public List<Reviewed> on(LocalDate day) {
        return entries.stream().map(each -> reviewed(each, day)).toList();
    }

    private Reviewed reviewed(Entry entry, LocalDate day) {
        var rows = new ArrayList<Row>();
        files.forEach((path, bytes) -> {
            if (in(entry.table(), path)) {
                rows.addAll(
                        path.endsWith(".csv")
                                ? table(entry, path, bytes)
                                : List.of(whole(entry, YamlNode.read(path, bytes))));
            }
        });
        return new Reviewed(
                entry.table(),
                entry.datedBy(),
                entry.months(),
                rows.size(),
                rows.stream()
                        .filter(row -> row.before(day))
                        .sorted(Comparator.comparing(Row::by))
                        .toList(),
                rows.stream().filter(row -> row.dated().isEmpty()).toList());
    }

    private static Row whole(Entry entry, YamlNode yaml) {
        var day = yaml.at(entry.datedBy()).day().toString();
        return row(entry, yaml.file(), yaml.line(), yaml.file(), day);
    }

    private List<Row> table(Entry entry, String path, byte[] bytes) {
        var table = CsvTable.readAny(path, bytes);
        var sources = sourceDays.computeIfAbsent(
                path.substring(0, path.indexOf('/') + 1) + "sources.csv", this::daysOfSources);
        return table.rows().stream()
                .map(row -> {
                    var own = entry.datedBy().isEmpty() ? "" : row.dayOrEmpty(entry.datedBy());
                    var day = own.isEmpty() ? newest(row, sources) : own;
                    return row(entry, path, row.line(), id(table, row), day);
                })
                .toList();
    }

    /** The first two cells tell rows apart for a reader; the line tells which it is. */
    private static String id(CsvTable table, CsvRow row) {
        var first = row.shown(table.header().get(0));
        var second = row.shown(table.header().get(1));
        return (first + " " + second).strip();
    }

    private static String newest(CsvRow row, Map<String, String> sources) {
        return row.parts(SOURCE).stream()
                .map(id -> sources.getOrDefault(id, ""))
                .filter(day -> !day.isEmpty())
                .max(Comparator.comparing(ReviewPlan::first))
                .orElse("");
    }

    private Map<String, String> daysOfSources(String path) {
        var table = CsvTable.readAny(path, ProfileReader.needed(files, path));
        var column = table.header().contains("date") ? "date" : "year";
        return Rows.byId(table, SOURCE, row -> row.dayOrEmpty(column));
    }

    private static Row row(Entry entry, String file, int line, String id, String day) {
        var by = first(day);
        return new Row(
                file,
                line,
                id,
                day,
                by == null ? "" : by.plusMonths(entry.months()).toString());
    }

    /** Of a month or a year the first day counts, so that nothing is taken for younger than it may be. */
    private static @Nullable LocalDate first(String day) {
        return switch (day.length()) {
            case 0 -> null;
            case YEAR -> LocalDate.parse(day + "-01-01");
            case MONTH -> LocalDate.parse(day + "-01");
            default -> LocalDate.parse(day);
        };
    }
}
