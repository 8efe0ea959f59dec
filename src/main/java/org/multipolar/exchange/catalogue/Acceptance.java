package org.multipolar.exchange.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Parsed;
import org.multipolar.catalog.read.StatedDay;
import org.multipolar.exchange.catalogue.Proposal.Row;

/**
 * Takes the rows of a proposal that a person marked into the tables of the profiles, all or none.
 *
 * <p>A row is refused if our value is no longer the one it was proposed against. Input and output price of an offer are taken
 * together, for one day stands beside both. Each file that values come from gets a row of its own among the sources.
 */
public final class Acceptance {

    private static final String SOURCES = "suppliers/sources.csv";
    private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,11}");
    private static final Pattern USD = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");
    private static final Pattern WORDS = Pattern.compile("[a-z]+(;[a-z]+)*");
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{64}");
    private static final Map<String, String> IDS = Map.of("offers", "offer_id", "models", "model_id");

    private final Map<String, TableEdit> tables = new LinkedHashMap<>();
    private final Map<String, byte[]> profiles;
    private final Set<String> sources = new LinkedHashSet<>();

    private Acceptance(Map<String, byte[]> profiles) {
        this.profiles = profiles;
    }

    /**
     * What was accepted.
     *
     * @param files new bytes of the files that change, by path, in the order to write them
     * @param others rows that somebody else marked, left alone
     */
    public record Accepted(Map<String, byte[]> files, List<Taken> rows, int others) {}

    /** One value that was taken. */
    public record Taken(String table, String id, String column, String old, String to, String by, String on) {}

    /**
     * {@return what the profiles become, or the first row that cannot be taken}
     *
     * @param by who accepts; only rows marked with this name are taken
     * @param today ISO day; no yes is of a later one
     */
    public static Parsed<Accepted> of(
            String file, byte[] proposal, String by, String today, Map<String, byte[]> profiles) {
        return Parsed.of(() -> new Acceptance(profiles)
                .accepted(file, Proposal.read(file, proposal).orThrow(), by, today));
    }

    private Accepted accepted(String file, List<Row> rows, String by, String today) {
        var mine = rows.stream().filter(row -> row.by().equals(by)).toList();
        int others = (int) rows.stream()
                .filter(row -> !row.by().isEmpty() && !row.by().equals(by))
                .count();
        if (mine.isEmpty()) {
            throw new BadInput(
                    file,
                    0,
                    "accepted_by",
                    "no row is marked by (%s); %d are marked by others.".formatted(by, others),
                    "write the name and the day into accepted_by and accepted_on of each row that is right.");
        }
        mine.forEach(row -> check(row, today));
        together(rows, mine);
        var taken = new ArrayList<Taken>();
        for (var row : mine) {
            take(row);
            taken.add(new Taken(row.table(), row.id(), row.column(), row.old(), row.to(), row.by(), row.on()));
        }
        return new Accepted(files(), taken, others);
    }

    private void check(Row row, String today) {
        if (!row.status().equals(Proposal.PROPOSED)) {
            throw row.at().fault("status", "(%s) is not (proposed).".formatted(row.status()), null);
        }
        if (row.on().isEmpty() || row.on().compareTo(today) > 0) {
            throw row.at()
                    .fault(
                            "accepted_on",
                            row.on().isEmpty()
                                    ? "the row is marked without a day."
                                    : "(%s) is after today (%s).".formatted(row.on(), today),
                            "write the day of the decision, YYYY-MM-DD.");
        }
        if (row.seen().compareTo(today) > 0) {
            throw row.at().fault("seen", "(%s) is after today (%s).".formatted(row.seen(), today), null);
        }
        if (!SHA.matcher(row.digest()).matches()) {
            throw row.at().fault("file_sha256", "(%s) is no SHA-256.".formatted(row.digest()), null);
        }
        if (!SourceRow.known(row.catalogue())) {
            throw row.at().fault("catalogue", "nobody knows the catalogue (%s).".formatted(row.catalogue()), null);
        }
        var columns = Proposal.CHANGEABLE.getOrDefault(row.table(), List.of());
        if (!columns.contains(row.column())) {
            throw row.at()
                    .fault(
                            "column",
                            "(%s) of (%s) is not taken from catalogues.".formatted(row.column(), row.table()),
                            "edit the table by hand, with its source.");
        }
        if (!fits(row.column(), row.to()) || isZero(row.to())) {
            throw row.at().fault("new", "(%s) is no value for %s.".formatted(row.to(), row.column()), null);
        }
    }

    private static boolean fits(String column, String text) {
        return switch (column) {
            case "context_tokens" -> WHOLE.matcher(text).matches();
            case "released" -> StatedDay.is(text);
            case "input_modalities", "output_modalities" -> WORDS.matcher(text).matches();
            default -> USD.matcher(text).matches();
        };
    }

    private static boolean isZero(String text) {
        var number = number(text);
        return number != null && number.signum() == 0;
    }

    /** A price has one day and one set of sources for both of its sides. */
    private static void together(List<Row> rows, List<Row> mine) {
        for (var row : mine) {
            for (var other : rows) {
                if (row.table().equals("offers")
                        && other.table().equals("offers")
                        && other.id().equals(row.id())
                        && !other.by().equals(row.by())) {
                    throw other.at()
                            .fault(
                                    "accepted_by",
                                    "input and output price of (%s) are taken together, and only one is marked."
                                            .formatted(row.id()),
                                    "mark both, or neither.");
                }
            }
        }
    }

    private void take(Row row) {
        var table = table(row.table());
        var now = table.row(row.id());
        if (now == null) {
            throw row.at().fault("id", "the profiles have no (%s) in %s.".formatted(row.id(), row.table()), null);
        }
        var current = now.text(row.column());
        if (!same(current, row.old())) {
            throw row.at()
                    .fault(
                            "old",
                            "the profiles say (%s) now, the proposal was made when they said (%s)."
                                    .formatted(current, row.old()),
                            same(current, row.to())
                                    ? "the row has been accepted before."
                                    : "import the catalogue again for a new proposal.");
        }
        table.set(row.id(), row.column(), row.to());
        if (row.table().equals("offers")) {
            table.set(row.id(), "price_as_of", row.seen());
        }
        var source = SourceRow.id(row.catalogue(), row.seen(), row.digest());
        var sourced = now.parts("source_id");
        if (!sourced.contains(source)) {
            table.set(row.id(), "source_id", String.join(";", sourced) + (sourced.isEmpty() ? "" : ";") + source);
        }
        if (sources.add(source) && sourcesTable().row(source) == null) {
            sourcesTable().append(SourceRow.cells(row.catalogue(), row.seen(), row.digest()));
        }
    }

    private TableEdit sourcesTable() {
        return tables.computeIfAbsent(SOURCES, path -> new TableEdit(path, "source_id", bytes(path)));
    }

    private TableEdit table(String name) {
        var path = "suppliers/" + name + ".csv";
        // The table is known by now: rows of any other have been refused.
        var id = IDS.getOrDefault(name, "");
        return tables.computeIfAbsent(path, each -> new TableEdit(path, id, bytes(path)));
    }

    private byte[] bytes(String path) {
        var bytes = profiles.get(path);
        if (bytes == null) {
            throw new BadInput(path, 0, "", "the file is missing.", "the profiles' folder is not the right one.");
        }
        return bytes;
    }

    /** Sources first: a source that nothing rests on does no harm, a value without its source does not load. */
    private Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(SOURCES, sourcesTable().bytes());
        new TreeMap<>(tables).forEach((path, table) -> files.put(path, table.bytes()));
        return files;
    }

    private static boolean same(String one, String other) {
        var left = number(one);
        var right = number(other);
        return (left == null || right == null) ? one.equals(other) : left.compareTo(right) == 0;
    }

    private static @Nullable BigDecimal number(String text) {
        return text.matches("\\d{1,15}(\\.\\d{1,15})?") ? new BigDecimal(text) : null;
    }
}
