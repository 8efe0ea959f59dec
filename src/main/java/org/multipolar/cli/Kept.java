package org.multipolar.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.sweep.Blob;

/**
 * Chunks of a sweep in a file, one line each with a check sum, so that a run that was ended goes on.
 *
 * <p>A last line that was cut off is worked out again; a file of another sweep is refused.
 */
final class Kept implements AutoCloseable {

    private static final String HEAD = "multipolar-sweep ";

    private final @Nullable Path file;
    private final Map<Integer, Blob> chunks = new TreeMap<>();

    private Kept(@Nullable Path file) {
        this.file = file;
    }

    /**
     * {@return what a file keeps of a task}
     *
     * @param file null where nothing is kept
     */
    static Kept of(@Nullable Path file, String task) {
        var kept = new Kept(file);
        if (file != null) {
            kept.open(file, task);
        }
        return kept;
    }

    private void open(Path to, String task) {
        try {
            if (!Files.exists(to) || Files.size(to) == 0) {
                Files.writeString(to, HEAD + task + "\n", StandardOpenOption.CREATE);
                return;
            }
            // one character a byte, so that whatever was damaged can be looked at and counted
            var text = Files.readString(to, StandardCharsets.ISO_8859_1);
            var lines = text.split("\n", -1);
            if (!lines[0].equals(HEAD + task)) {
                throw new BadInput(
                        to.toString(),
                        1,
                        "",
                        "the file keeps another sweep: %s."
                                .formatted(lines[0].length() > 100 ? "of another form" : lines[0]),
                        "profiles, rules, buyer, day or the sweep changed since; name a new file.");
            }
            if (lines.length == 1) {
                Files.writeString(to, "\n", StandardOpenOption.APPEND);
            }
            long whole = lines[0].length() + 1L;
            for (int i = 1; i < lines.length - 1; i++) {
                if (!line(lines[i])) {
                    break;
                }
                whole += lines[i].length() + 1L;
            }
            try (var channel = java.nio.channels.FileChannel.open(to, StandardOpenOption.WRITE)) {
                channel.truncate(whole);
            }
        } catch (IOException unusable) {
            throw unusable(to, unusable);
        }
    }

    private boolean line(String line) {
        var parts = line.split(" ", -1);
        try {
            if (parts.length == 3) {
                var bytes = Base64.getDecoder().decode(parts[1]);
                int chunk = Integer.parseInt(parts[0]);
                if (sum(chunk, bytes).equals(parts[2])) {
                    chunks.put(chunk, Blob.of(bytes));
                    return true;
                }
            }
        } catch (IllegalArgumentException damaged) {
            // from here on it is worked out again
        }
        return false;
    }

    Map<Integer, Blob> chunks() {
        return Collections.unmodifiableMap(chunks);
    }

    void keep(int chunk, Blob result) {
        if (file == null) {
            return;
        }
        var bytes = result.bytes();
        try {
            Files.writeString(
                    file,
                    "%d %s %s\n".formatted(chunk, Base64.getEncoder().encodeToString(bytes), sum(chunk, bytes)),
                    StandardOpenOption.APPEND);
        } catch (IOException unusable) {
            throw unusable(file, unusable);
        }
    }

    private static String sum(int chunk, byte[] bytes) {
        var sum = new CRC32();
        sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, chunk));
        sum.update(bytes);
        return Long.toHexString(sum.getValue());
    }

    private static BadInput unusable(Path file, IOException why) {
        return new BadInput(
                file.toString(), 0, "", "the file cannot be used: " + why.getMessage(), "the folder does not exist.");
    }

    @Override
    public void close() {
        chunks.clear();
    }
}
