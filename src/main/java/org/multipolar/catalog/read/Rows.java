package org.multipolar.catalog.read;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Turns the rows of a table into records by id. */
final class Rows {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private Rows() {}

    /** {@return the records by the id column; an id that stands twice is a fault} */
    static <T> Map<String, T> byId(CsvTable table, String idColumn, Function<CsvRow, T> record) {
        var records = new TreeMap<String, T>();
        for (var row : table.rows()) {
            if (records.put(row.needed(idColumn), record.apply(row)) != null) {
                throw row.fault(
                        idColumn,
                        "the id (%s) stands twice.".formatted(row.text(idColumn)),
                        "one of the rows is a copy.");
            }
        }
        return records;
    }

    static String countryCode(CsvRow row, String column) {
        return countryCode(row, column, row.needed(column));
    }

    static String countryCode(CsvRow row, String column, String code) {
        if (!COUNTRY.matcher(code).matches()) {
            throw row.fault(
                    column,
                    "(%s) is not an ISO 3166-1 country code.".formatted(code),
                    code.equals("false") ? "a spreadsheet or YAML 1.1 read NO (Norway) as false." : null);
        }
        return code;
    }
}
