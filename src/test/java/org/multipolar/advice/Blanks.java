package org.multipolar.advice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.multipolar.catalog.read.CsvRow;
import org.multipolar.catalog.read.CsvTable;

/** A table of the profiles of which cells are left out; rows are counted from 0. */
final class Blanks {

    /** A column with so few different words says what kind of row it is. */
    private static final int FEW_WORDS = 5;

    private final CsvTable table;
    private final Set<String> kindColumns = new TreeSet<>();

    Blanks(String path, byte[] bytes) {
        this.table = CsvTable.readAny(path, bytes);
        for (var column : table.header()) {
            var words = table.rows().stream()
                    .map(row -> row.text(column))
                    .distinct()
                    .count();
            if (words <= FEW_WORDS) {
                kindColumns.add(column);
            }
        }
    }

    String path() {
        return table.file();
    }

    List<String> columns() {
        return table.header();
    }

    /** {@return the rows in which somebody stated something in a column} */
    List<Integer> filled(String column) {
        return IntStream.range(0, table.rows().size())
                .filter(at -> table.rows().get(at).has(column))
                .boxed()
                .toList();
    }

    /** {@return the row that begins on a line of the file} */
    int rowAt(int line) {
        return IntStream.range(0, table.rows().size())
                .filter(at -> table.rows().get(at).line() == line)
                .findFirst()
                .orElseThrow();
    }

    int line(int row) {
        return table.rows().get(row).line();
    }

    /** {@return what kind of row it is; rows of one kind are read alike} */
    List<String> kind(int row) {
        return kindColumns.stream().map(table.rows().get(row)::text).toList();
    }

    /** {@return the file without what these rows say in a column, every row on its line} */
    byte[] without(String column, Set<Integer> rows) {
        var lines = new ArrayList<String>();
        lines.add(line(table.header()));
        for (int at = 0; at < table.rows().size(); at++) {
            CsvRow row = table.rows().get(at);
            boolean blank = rows.contains(at);
            lines.add(line(table.header().stream()
                    .map(each -> blank && each.equals(column) ? "" : row.raw(each))
                    .toList()));
        }
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }
}
