package org.multipolar.catalog.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.multipolar.catalog.BadInput;

/** A CSV file (RFC 4180, UTF-8, header line) read into rows that know their line. */
public final class CsvTable {

    private static final int LARGEST_FILE = 1 << 21;
    private static final int MOST_COLUMNS = 1_000;
    private static final int LONGEST_COLUMN = 200;

    /** Characters of a cell, so that a line without an end is given up before it fills the memory. */
    private static final int LONGEST_CELL = 1 << 17;

    private static final Pattern LINE = Pattern.compile("line (\\d{1,9})");

    private final String file;
    private final List<String> header;
    private final List<CsvRow> rows;

    private CsvTable(String file, List<String> header, List<CsvRow> rows) {
        this.file = file;
        this.header = header;
        this.rows = rows;
    }

    /** {@return the table, whose columns must be exactly those named, in any order} */
    public static CsvTable read(String file, byte[] bytes, Set<String> columns) {
        var table = readAny(file, bytes);
        for (var column : table.header) {
            if (!columns.contains(column)) {
                throw new BadInput(
                        file,
                        1,
                        column,
                        "nobody knows this column.",
                        "it is misspelt; the columns are " + columns + ".");
            }
        }
        for (var column : columns) {
            if (!table.header.contains(column)) {
                throw new BadInput(
                        file,
                        1,
                        column,
                        "this column is missing.",
                        "it was renamed; the file has " + table.header + ".");
            }
        }
        return table;
    }

    /** {@return the table with whatever columns it has} */
    public static CsvTable readAny(String file, byte[] bytes) {
        return separated(file, bytes, ',');
    }

    /** {@return the table with whatever columns it has, separated by commas or, where its header is, by semicolons} */
    public static CsvTable sheet(String file, byte[] bytes) {
        var text = text(file, bytes);
        var header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        boolean semicolons = header.contains(";") && !header.contains(",");
        return separated(file, bytes, semicolons ? ';' : ',');
    }

    private static CsvTable separated(String file, byte[] bytes, char separator) {
        if (bytes.length > LARGEST_FILE) {
            throw new BadInput(
                    file,
                    1,
                    "",
                    "the file has %d bytes; at most %d are read.".formatted(bytes.length, LARGEST_FILE),
                    null);
        }
        try (var reader = lenient().fieldSeparator(separator).ofCsvRecord(text(file, bytes))) {
            var records = new ArrayList<CsvRecord>();
            reader.forEach(each -> {
                if (each.getFieldCount() > MOST_COLUMNS) {
                    throw new BadInput(
                            file,
                            Math.toIntExact(each.getStartingLineNumber()),
                            "",
                            "the row has %d fields; at most %d are read.".formatted(each.getFieldCount(), MOST_COLUMNS),
                            null);
                }
                records.add(each);
            });
            if (records.isEmpty() || String.join("", records.get(0).getFields()).isBlank()) {
                throw new BadInput(file, 1, "", "the file is empty; a header line is expected.", null);
            }
            openQuote(file, bytes, records.get(records.size() - 1));
            var header = records.get(0).getFields().stream().map(String::strip).toList();
            commas(file, header);
            if (header.stream().anyMatch(each -> each.length() > LONGEST_COLUMN)) {
                throw new BadInput(
                        file,
                        1,
                        "",
                        "a column's name is longer than %d signs.".formatted(LONGEST_COLUMN),
                        "another file was meant.");
            }
            if (Set.copyOf(header).size() != header.size()) {
                throw new BadInput(file, 1, "", "a column is named twice in " + header + ".", null);
            }
            var rows = new ArrayList<CsvRow>();
            for (var csv : records.subList(1, records.size())) {
                int line = Math.toIntExact(csv.getStartingLineNumber());
                if (csv.getFieldCount() != header.size()) {
                    throw new BadInput(
                            file,
                            line,
                            "",
                            "the row has %d fields, the header %d.".formatted(csv.getFieldCount(), header.size()),
                            "a %s in a text stands without quotes."
                                    .formatted(separator == ',' ? "comma" : "semicolon"));
                }
                rows.add(new CsvRow(file, line, header, csv.getFields()));
            }
            return new CsvTable(file, header, List.copyOf(rows));
        } catch (CsvParseException broken) {
            throw unreadable(file, broken);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** The parser's own words say which row, its cause says what is wrong. */
    private static BadInput unreadable(String file, CsvParseException broken) {
        var words = String.valueOf(broken.getMessage());
        var line = LINE.matcher(words);
        var cause = broken.getCause();
        return new BadInput(
                file,
                line.find() ? Integer.parseInt(line.group(1)) : 0,
                "",
                "this is no CSV: " + (cause == null ? words : cause.getMessage()),
                "a quote is not closed, or a quote within a text is not written twice (\"\").");
    }

    /** A quote that nobody closes takes every row after it for one text, which would be lost without a word. */
    private static void openQuote(String file, byte[] bytes, CsvRecord last) {
        int quotes = 0;
        for (byte each : bytes) {
            quotes += each == '"' ? 1 : 0;
        }
        if (quotes % 2 != 0) {
            throw new BadInput(
                    file,
                    Math.toIntExact(last.getStartingLineNumber()),
                    "",
                    "a quote is opened in or after this row and never closed.",
                    "a quote within a text is written twice (\"\").");
        }
    }

    private static void commas(String file, List<String> header) {
        if (header.size() > 1) {
            return;
        }
        if (header.get(0).contains(";")) {
            throw separated(file, "semicolons");
        }
        if (header.get(0).contains("\t")) {
            throw separated(file, "tabs");
        }
    }

    private static BadInput separated(String file, String by) {
        return new BadInput(
                file,
                1,
                "",
                "the columns are separated by %s; commas are expected.".formatted(by),
                "save it as CSV separated by commas, with points in numbers.");
    }

    /** {@return a reader that lets rows of any length through, so that the fault can be named with its line} */
    private static CsvReader.CsvReaderBuilder lenient() {
        return CsvReader.builder()
                .maxBufferSize(LONGEST_CELL)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true);
    }

    public String file() {
        return file;
    }

    public List<String> header() {
        return header;
    }

    public List<CsvRow> rows() {
        return rows;
    }

    static int line(String text, int at) {
        return 1
                + (int) text.substring(0, at)
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count();
    }

    /** {@return the text of a file in UTF-8, without a byte order mark} */
    public static String text(String file, byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
            if (text.indexOf('\0') >= 0) {
                throw new BadInput(
                        file,
                        line(text, text.indexOf('\0')),
                        "",
                        "the file holds zero bytes, so it is no text.",
                        "it was saved as UTF-16.");
            }
            int mark = text.indexOf('\uFEFF', 1);
            if (mark > 0) {
                throw new BadInput(
                        file,
                        line(text, mark),
                        "",
                        "a byte order mark stands within the file.",
                        "two files were put together.");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            var before = new String(bytes, 0, in.position(), StandardCharsets.ISO_8859_1);
            throw new BadInput(
                    file,
                    line(before, before.length()),
                    "",
                    "the file is not UTF-8.",
                    "it was saved in another encoding.");
        }
    }
}
