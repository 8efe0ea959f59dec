package org.multipolar.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A log as it is handed out, which knows where each of its bytes lies. */
final class WrittenLog {

    private static final String RECORD = "{\"hash\"";

    private final List<String> lines;
    private final byte[] bytes;
    private final List<Integer> ends = new ArrayList<>();
    private final List<Integer> recordsBefore = new ArrayList<>();

    private WrittenLog(List<String> lines) {
        this.lines = List.copyOf(lines);
        this.bytes = bytes(lines);
        int end = 0;
        int records = 0;
        for (var line : lines) {
            recordsBefore.add(records);
            records += line.startsWith(RECORD) ? 1 : 0;
            end += line.getBytes(UTF_8).length + 1;
            ends.add(end);
        }
    }

    /** {@return the log of a journal to which so many records were added} */
    static WrittenLog of(Journal journal, int records) {
        for (int i = 1; i <= records; i++) {
            journal.append(draft(i), null);
        }
        var lines = new ArrayList<String>();
        LogLines.all(journal, true, lines::add);
        return new WrittenLog(lines);
    }

    private static Draft draft(int number) {
        return new Draft(
                "id" + number,
                "änn \"quoted\" \\ é",
                "advice",
                "bank",
                "s" + number,
                Map.of(
                        "request", "{\"buyer\": \"bank\"}".getBytes(UTF_8),
                        "answer", ("{\n  \"score\" : " + number + "\n}\n").getBytes(UTF_8)),
                Map.of(),
                Map.of("asOf", "2026-11-22", "score", number));
    }

    static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    /** {@return its lines, free to be changed} */
    List<String> lines() {
        return new ArrayList<>(lines);
    }

    /** {@return its bytes, free to be changed} */
    byte[] bytes() {
        return bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    /** {@return the numbers of the lines that are records, from nought, in order} */
    List<Integer> records() {
        var records = new ArrayList<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(RECORD)) {
                records.add(i);
            }
        }
        return records;
    }

    /** {@return where in the bytes a line begins} */
    int from(int line) {
        return line == 0 ? 0 : ends.get(line - 1);
    }

    /** {@return where in the bytes the line after a line begins} */
    int to(int line) {
        return ends.get(line);
    }

    /** {@return how a fault in this byte begins: the record it belongs to, or whose content it is, and the line} */
    String place(int at) {
        int line = 0;
        while (to(line) <= at) {
            line++;
        }
        return place(recordsBefore.get(line) + 1, line);
    }

    static String place(int record, int line) {
        return "record %d (line %d): ".formatted(record, line + 1);
    }
}
