package org.multipolar.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.multipolar.store.Database;
import org.multipolar.store.Stores;

/** A log that was handed out cannot be changed in any byte without being found, and where it was changed is said. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogReaderLaws {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final boolean SLOW = Boolean.getBoolean("slow");
    private static final int RECORDS = 8;
    private static final int MANY = 1_000;
    private static final int DRAWN = 5_000;
    private static final int BITS = 8;

    private final Path folder;
    private final Database database = Database.open(Stores.EMBEDDED.fresh());
    private final WrittenLog written;
    private final String document;

    LogReaderLaws(@TempDir Path folder) {
        this.folder = folder;
        var journal = Journal.open(database, Signer.open(folder.resolve("key")), CLOCK);
        written = WrittenLog.of(journal, RECORDS);
        var entry = Objects.requireNonNull(journal.find("id7"));
        document = DecisionShown.of(entry, Objects.requireNonNull(journal.head(entry)), journal::content)
                .text();
    }

    @AfterAll
    void close() {
        database.close();
    }

    private static LogReader.Log read(byte[] bytes) {
        try {
            return LogReader.read(new ByteArrayInputStream(bytes), null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static LogReader.Log read(List<String> lines) {
        return read(WrittenLog.bytes(lines));
    }

    @Test
    void the_log_as_written_holds() {
        var log = read(written.bytes());

        assertThat(log.broken()).isNull();
        assertThat(log.entries()).hasSize(RECORDS);
        assertThat(read(document.getBytes(UTF_8)).broken()).isNull();
        assertThat(read(document.getBytes(UTF_8)).entries()).hasSize(1);
    }

    /** Every byte, in two or three ways in the normal run and in every bit in the slow one. */
    @Test
    void every_flipped_byte_is_found_in_the_record_and_line_where_it_lies() {
        var bytes = written.bytes();
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = SLOW ? 0 : i % 3; bit < BITS; bit += SLOW ? 1 : 3) {
                assertFoundInPlace(written, bytes, i, bit);
            }
        }
    }

    /** A document is one thing: that it was changed is all that can be said. */
    @Test
    void every_flipped_byte_of_a_document_is_found() {
        var bytes = document.getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = SLOW ? 0 : i % 3; bit < BITS; bit += SLOW ? 1 : 3) {
                flip(bytes, i, bit);
                assertThat(read(bytes).broken())
                        .as("byte %d, bit %d: %s", i, bit, around(bytes, i))
                        .isNotNull();
                flip(bytes, i, bit);
            }
        }
    }

    private static void assertFoundInPlace(WrittenLog log, byte[] bytes, int at, int bit) {
        flip(bytes, at, bit);
        assertThat(read(bytes).broken())
                .as("byte %d, bit %d: %s", at, bit, around(bytes, at))
                .startsWith(log.place(at));
        flip(bytes, at, bit);
    }

    private static void flip(byte[] bytes, int at, int bit) {
        bytes[at] = (byte) (bytes[at] ^ (1 << bit));
    }

    private static String around(byte[] bytes, int at) {
        int from = Math.max(0, at - 40);
        return new String(bytes, from, Math.min(80, bytes.length - from), UTF_8);
    }

    @Test
    void a_log_that_was_cut_anywhere_is_found_in_the_line_of_the_cut() {
        for (int length = 0; length < written.length(); length += SLOW ? 1 : 7) {
            assertCutFound(written, length);
        }
        for (int line = 0; line < written.lines().size() - 1; line++) {
            assertCutFound(written, written.to(line));
        }
    }

    private static void assertCutFound(WrittenLog log, int length) {
        var cut = Arrays.copyOf(log.bytes(), length);
        boolean betweenLines = length == 0 || cut[length - 1] == '\n';
        var broken = assertThat(read(cut).broken()).as("first %d bytes", length).isNotNull();
        if (betweenLines) {
            broken.contains("the log has no signed end");
        } else {
            broken.startsWith(log.place(length)).contains("the line has no end");
        }
    }

    /**
     * Every bit of all bytes of the first, the middle and the last record with their contents and of the signed end, every cut
     * within them, and as many drawn bytes and cuts anywhere. All bytes of so long a log would take hours, for each is read anew.
     */
    @Test
    @EnabledIfSystemProperty(named = "slow", matches = "true")
    void in_a_thousand_records_each_byte_of_three_and_drawn_bytes_of_all_are_found_where_they_lie() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.printf("LogReaderLaws: -Dseed=%d%n", seed);
        var random = new Random(seed);
        try (var other = Database.open(Stores.EMBEDDED.fresh())) {
            var log = WrittenLog.of(Journal.open(other, Signer.open(folder.resolve("long")), CLOCK), MANY);
            var bytes = log.bytes();
            int last = log.lines().size() - 1;
            for (int line : List.of(0, 1, 2, last / 2, last / 2 + 1, last - 2, last - 1, last)) {
                for (int at = log.from(line); at < log.to(line); at++) {
                    for (int bit = 0; bit < BITS; bit++) {
                        assertFoundInPlace(log, bytes, at, bit);
                    }
                    assertCutFound(log, at);
                }
            }
            for (int i = 0; i < DRAWN; i++) {
                assertFoundInPlace(log, bytes, random.nextInt(bytes.length), random.nextInt(BITS));
                assertCutFound(log, random.nextInt(bytes.length));
            }
        }
    }

    @Test
    void lines_left_out_doubled_swapped_or_added_are_found_and_the_first_broken_record_is_named() {
        var random = new Random(11);
        var lines = written.lines();
        var records = written.records();
        for (int round = 0; round < 50; round++) {
            int which = 1 + random.nextInt(RECORDS - 1);
            int at = records.get(which);

            var missing = new ArrayList<>(lines);
            missing.remove(at);
            assertThat(read(missing).broken()).startsWith("record " + (which + 1) + " ");

            var doubled = new ArrayList<>(lines);
            doubled.add(at, lines.get(at));
            assertThat(read(doubled).broken()).startsWith(WrittenLog.place(which + 2, at + 1));

            int before = records.get(which - 1);
            var swapped = new ArrayList<>(lines);
            Collections.swap(swapped, at, before);
            // A log may begin with any record: of a swapped beginning it is the third place where one does not follow.
            assertThat(read(swapped).broken())
                    .startsWith(which == 1 ? WrittenLog.place(3, at) : WrittenLog.place(which, before));
        }
        var longer = new ArrayList<>(lines);
        longer.add(lines.get(0));
        assertThat(read(longer).broken()).contains("something follows");
    }

    /** Whoever has the database and not the key can write a new chain, but not sign its end. */
    @Test
    void a_log_written_anew_is_found_by_its_key() throws IOException {
        try (var other = Database.open(Stores.EMBEDDED.fresh())) {
            var journal = Journal.open(other, Signer.open(folder.resolve("forger")), CLOCK);
            journal.append(
                    new Draft("id1", "ann", "advice", "bank", "s1", Map.of(), Map.of(), Map.of("score", 99)), null);
            var forged = new ArrayList<String>();
            LogLines.all(journal, true, forged::add);
            var key = Signer.open(folder.resolve("key")).publicKey();

            assertThat(read(forged).broken()).isNull();
            assertThat(LogReader.read(new ByteArrayInputStream(WrittenLog.bytes(forged)), key)
                            .broken())
                    .contains("another key");
        }
    }
}
