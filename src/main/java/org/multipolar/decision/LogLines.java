package org.multipolar.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.Canonical;

/**
 * The log as a file of JSON lines that anybody can check.
 *
 * <p>Three kinds of lines, each in canonical form: {@code {"content":DIGEST,"text":TEXT}} (or {@code base64} where it is no
 * text) before the first entry that speaks of it; {@code {"hash":HASH,"record":ENTRY}}; and last {@code
 * {"head":{"hash":HASH,"seq":N},"key":PUBLIC KEY,"signature":SIGNATURE}}, without which a log may have been cut.
 */
public final class LogLines {

    private static final int AT_ONCE = 500;

    private final Journal journal;
    private final Consumer<String> out;
    private final Set<String> written = new TreeSet<>();

    private LogLines(Journal journal, Consumer<String> out) {
        this.journal = journal;
        this.out = out;
    }

    /**
     * Writes the whole log.
     *
     * @param replayable whether to write what is needed to answer the questions again: answers, requests, worlds, rules
     */
    public static void all(Journal journal, boolean replayable, Consumer<String> out) {
        var lines = new LogLines(journal, out);
        var head = journal.head(null);
        long seq = 0;
        while (head != null && seq < head.seq()) {
            for (var entry : journal.after(seq, AT_ONCE)) {
                if (entry.seq() <= head.seq()) {
                    lines.entry(entry, replayable);
                }
                seq = entry.seq();
            }
        }
        if (head != null) {
            out.accept(head(head));
        }
    }

    /** Writes one entry with all it rests on; its head is its own place in the log. */
    public static void one(Journal journal, Entry entry, Consumer<String> out) {
        new LogLines(journal, out).entry(entry, true);
        var head = journal.head(entry);
        if (head != null) {
            out.accept(head(head));
        }
    }

    private void entry(Entry entry, boolean replayable) {
        if (replayable) {
            entry.contents().forEach((part, digest) -> {
                content(digest);
                if (part.equals("world") || part.equals("rules")) {
                    files(digest);
                }
            });
        }
        out.accept("{\"hash\":\"" + entry.hash() + "\",\"record\":" + entry.line() + "}");
    }

    private void files(String manifest) {
        var bytes = journal.content(manifest);
        if (bytes == null) {
            return;
        }
        var digests = new LinkedHashSet<String>();
        var lines = new String(bytes, UTF_8).split("\n", -1);
        for (int i = 1; i < lines.length; i += 2) {
            digests.add(lines[i]);
        }
        digests.forEach(this::content);
    }

    private void content(String digest) {
        if (written.add(digest)) {
            var bytes = journal.content(digest);
            if (bytes != null) {
                out.accept(content(digest, bytes));
            }
        }
    }

    static String content(String digest, byte[] bytes) {
        var line = new TreeMap<String, Object>();
        line.put("content", digest);
        var text = text(bytes);
        line.put(
                text == null ? "base64" : "text",
                text == null ? Base64.getEncoder().encodeToString(bytes) : text);
        return Canonical.of(line);
    }

    private static @Nullable String text(byte[] bytes) {
        var text = new String(bytes, UTF_8);
        return java.util.Arrays.equals(text.getBytes(UTF_8), bytes) ? text : null;
    }

    static String head(Journal.Head head) {
        return "{\"head\":{\"hash\":\"%s\",\"seq\":%d},\"key\":\"%s\",\"signature\":\"%s\"}"
                .formatted(head.hash(), head.seq(), head.publicKey(), head.signature());
    }
}
