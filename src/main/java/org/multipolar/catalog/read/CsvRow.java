package org.multipolar.catalog.read;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;

/** One row of a CSV file; every reading names file, line and column when it fails. */
public final class CsvRow {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private static final int LONGEST_SHOWN = 200;

    private final String file;
    private final int line;
    private final List<String> header;
    private final List<String> fields;

    CsvRow(String file, int line, List<String> header, List<String> fields) {
        this.file = file;
        this.line = line;
        this.header = header;
        this.fields = fields;
    }

    /** {@return the cell without blanks around it, which may be empty} */
    public String text(String column) {
        return raw(column).strip();
    }

    /** {@return the cell as it stands in the file} */
    public String raw(String column) {
        int at = header.indexOf(column);
        if (at < 0) {
            throw new BadInput(
                    file, 1, column, "this column is missing.", "it was renamed; the file has %s.".formatted(header));
        }
        return fields.get(at);
    }

    public boolean has(String column) {
        return header.contains(column) && !text(column).isEmpty();
    }

    /** {@return the cell, which must not be empty} */
    public String needed(String column) {
        var text = text(column);
        if (text.isEmpty()) {
            throw fault(column, "the cell is empty; a value is needed.", null);
        }
        return text;
    }

    /** {@return the parts of a cell separated by semicolons} */
    public List<String> parts(String column) {
        return Arrays.stream(text(column).split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    public double number(String column) {
        var text = needed(column);
        if (!NUMBER.matcher(text).matches()) {
            throw fault(
                    column,
                    "(%s) is not a number.".formatted(shownText(text)),
                    "a thousands separator or a unit slipped in; leave the cell empty where nobody knows.");
        }
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw fault(column, "(%s) is too large a number.".formatted(shownText(text)), null);
        }
        return number;
    }

    public @Nullable Double numberOrNull(String column) {
        return text(column).isEmpty() ? null : number(column);
    }

    /** {@return an amount of USD in whole micro-USD, or null for an empty cell} */
    public @Nullable Long microUsdOrNull(String column) {
        if (text(column).isEmpty()) {
            return null;
        }
        number(column);
        try {
            long micro = new BigDecimal(text(column)).movePointRight(6).longValueExact();
            if (micro < 0) {
                throw fault(column, "a price below zero (%s).".formatted(text(column)), null);
            }
            return micro;
        } catch (ArithmeticException | NumberFormatException tooFine) {
            throw fault(column, "(%s) has more than six decimals.".formatted(text(column)), "the unit is not USD.");
        }
    }

    public int year(String column) {
        double year = number(column);
        if (year != Math.rint(year) || year < 1900 || year > 2100) {
            throw fault(column, "(%s) is not a year.".formatted(text(column)), null);
        }
        return (int) year;
    }

    /** {@return an ISO date, month or year, or an empty text} */
    public String dayOrEmpty(String column) {
        var text = text(column);
        if (!text.isEmpty() && !StatedDay.is(text)) {
            throw fault(column, "(%s) is not an ISO date.".formatted(text), "it is written day first.");
        }
        return text;
    }

    /** {@return the value that this cell's word stands for} */
    public <T> T word(String column, Map<String, T> words) {
        var value = words.get(text(column));
        if (value == null) {
            throw fault(
                    column,
                    "(%s) is not one of %s."
                            .formatted(
                                    shown(column),
                                    words.keySet().stream().sorted().toList()),
                    null);
        }
        return value;
    }

    public boolean yes(String column) {
        return word(column, Map.of("yes", true, "no", false));
    }

    /** {@return the cell, which must name an entry of a closed list} */
    public String id(String column, Map<String, ?> entries, String listName) {
        return known(column, needed(column), entries, listName);
    }

    /** {@return the parts of the cell, each of which must name an entry of a closed list} */
    public List<String> ids(String column, Map<String, ?> entries, String listName) {
        var parts = parts(column);
        parts.forEach(part -> known(column, part, entries, listName));
        return parts;
    }

    /** {@return the sources of a row, at least one, each known} */
    public List<String> sources(String column, Map<String, ?> sources) {
        var ids = ids(column, sources, "sources");
        if (ids.isEmpty()) {
            throw fault(
                    column,
                    "the row names no source.",
                    "a figure without a source cannot be used; name one from the sources.");
        }
        return ids;
    }

    private String known(String column, String id, Map<String, ?> entries, String listName) {
        if (!entries.containsKey(id)) {
            throw fault(
                    column,
                    "(%s) is not in the list of %s.".formatted(shownText(id), listName),
                    "it is misspelt, or its own row is missing.");
        }
        return id;
    }

    /** {@return the cell, short enough for a message} */
    public String shown(String column) {
        return shownText(text(column));
    }

    private static String shownText(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    /** {@return the line the row begins on} */
    public int line() {
        return line;
    }

    public BadInput fault(String column, String what, @Nullable String maybe) {
        return new BadInput(file, line, column, what, maybe);
    }
}
