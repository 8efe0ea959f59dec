package org.multipolar.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.bundle.Canonical;
import org.multipolar.bundle.SigningKey;
import org.multipolar.catalog.read.Digests;
import org.multipolar.decision.LogReader;

/**
 * Times how fast a log that was handed out is verified: records alone, and each with a request and an answer of its own before it.
 * The first round in a cold JVM is shown too, and the time that the processor worked on it, which a busy machine does not lengthen.
 */
final class LogTimes {

    private static final int RECORDS = 100_000;
    private static final int ROUNDS = 6;
    private static final double BILLION = 1e9;

    private final SigningKey key;
    private final boolean contents;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 28);
    private String previous = "";

    private LogTimes(SigningKey key, boolean contents) {
        this.key = key;
        this.contents = contents;
    }

    static void print() {
        try {
            var folder = Files.createTempDirectory("log");
            var key = SigningKey.openOrMake(folder.resolve("key"), "the folder is not ours");
            System.out.printf(
                    "%n%d records%n%-24s %6s %6s %10s %10s %12s%n",
                    RECORDS, "", "round", "MB", "seconds", "processor", "records/s");
            time("records alone", new LogTimes(key, false).written());
            time("with what they speak of", new LogTimes(key, true).written());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void time(String what, byte[] log) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        for (int round = 1; round <= ROUNDS; round++) {
            long begun = System.nanoTime();
            long worked = threads.getCurrentThreadCpuTime();
            var read = LogReader.read(new ByteArrayInputStream(log), null);
            double seconds = (System.nanoTime() - begun) / BILLION;
            double processor = (threads.getCurrentThreadCpuTime() - worked) / BILLION;
            if (read.broken() != null || read.entries().size() != RECORDS) {
                throw new IllegalStateException("The log does not hold: " + read.broken());
            }
            System.out.printf(
                    "%-24s %6d %6d %10.2f %10.2f %12.0f%n",
                    what, round, log.length / 1_000_000, seconds, processor, RECORDS / seconds);
        }
    }

    private byte[] written() {
        for (int seq = 1; seq <= RECORDS; seq++) {
            record(seq);
        }
        var signature = key.sign(
                "multipolar-head/1\n%d\n%s\n".formatted(RECORDS, previous).getBytes(UTF_8));
        line(Canonical.of(Map.of(
                "head", Map.of("hash", previous, "seq", RECORDS), "key", key.publicKey(), "signature", signature)));
        return out.toByteArray();
    }

    private void record(int seq) {
        var digests = new TreeMap<String, String>();
        digests.put("request", content("{\"asOf\": \"2026-11-22\", \"buyer\": \"bank-%d\"}".formatted(seq)));
        digests.put("answer", content("{\n  \"outcome\" : \"optimal\",\n  \"score\" : %d\n}\n".formatted(seq)));
        digests.put("world", Digests.of("world"));
        digests.put("rules", Digests.of("rules"));
        var record = Canonical.of(Map.ofEntries(
                Map.entry("format", "multipolar-record/1"),
                Map.entry("seq", seq),
                Map.entry("id", "0d4b5c0e-6f0a-4e5c-8c1f-%012d".formatted(seq)),
                Map.entry("at", Instant.ofEpochSecond(1_790_000_000L + seq).toString()),
                Map.entry("by", "ann"),
                Map.entry("kind", "advice"),
                Map.entry("buyer", "bank-" + seq % 100),
                Map.entry("subject", Digests.of("subject" + seq)),
                Map.entry("contents", digests),
                Map.entry("body", Map.of("asOf", "2026-11-22", "outcome", "optimal", "score", seq)),
                Map.entry("previous", previous)));
        previous = Digests.of(record);
        line("{\"hash\":\"" + previous + "\",\"record\":" + record + "}");
    }

    private String content(String text) {
        var digest = Digests.of(text);
        if (contents) {
            line(Canonical.of(Map.of("content", digest, "text", text)));
        }
        return digest;
    }

    private void line(String text) {
        out.writeBytes((text + "\n").getBytes(UTF_8));
    }
}
