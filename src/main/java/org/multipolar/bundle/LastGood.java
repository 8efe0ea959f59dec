package org.multipolar.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.Digests;

/**
 * The bundle in use as one file, so that the next start needs nothing else.
 *
 * <p>The file is a line with the SHA-256 of what follows, then a ZIP. It is written beside its place and moved there once it is
 * on disk: whatever ends the process, the old one lies there or the new one. One process writes to a folder.
 */
final class LastGood {

    static final String FILE = "last-good.bundle";
    private static final String NEW = ".last-good.new";
    private static final Pattern HEAD = Pattern.compile("multipolar-last-good/1 ([0-9a-f]{64})\n");
    private static final int HEAD_LENGTH = "multipolar-last-good/1 ".length() + 65;
    private static final long LARGEST = 512L << 20;
    private static final int CHUNK = 64 << 10;

    /** ZIP knows no day before; the day of writing would make the same files other bytes. */
    private static final LocalDateTime NO_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** The files that were kept, by path. */
    record Kept(Map<String, byte[]> profiles, Map<String, byte[]> rules) {}

    /** Told before each step that touches the disk; what it throws is what the disk would have done. */
    interface Steps {
        void before(String step) throws IOException;
    }

    private final Path folder;
    private final int chunk;
    private final Steps steps;

    LastGood(Path folder) {
        this(folder, CHUNK, step -> {});
    }

    LastGood(Path folder, int chunk, Steps steps) {
        this.folder = folder;
        this.chunk = chunk;
        this.steps = steps;
    }

    /** Keeps these files in place of those kept before; bad input where that cannot be done, and those before stay. */
    void keep(Map<String, byte[]> profiles, Map<String, byte[]> rules) {
        try {
            var bytes = packed(profiles, rules);
            var file = folder.resolve(FILE);
            if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
                write(bytes);
            }
        } catch (IOException unwritable) {
            throw new BadInput(
                    folder.toString(),
                    0,
                    "",
                    "the bundle in use cannot be kept for the next start: " + unwritable,
                    "multipolar.bundles.last-good names a folder that cannot be written, or the disk is full.");
        }
    }

    private void write(byte[] bytes) throws IOException {
        steps.before("make the folder");
        Files.createDirectories(folder);
        var beside = folder.resolve(NEW);
        steps.before("open");
        try (var out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int at = 0; at < bytes.length; at += chunk) {
                steps.before("write");
                var part = ByteBuffer.wrap(bytes, at, Math.min(chunk, bytes.length - at));
                while (part.hasRemaining()) {
                    out.write(part);
                }
            }
            steps.before("force");
            out.force(true);
        }
        steps.before("move");
        Files.move(beside, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        steps.before("force the folder");
        force(folder);
    }

    private static void force(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException noSuchThing) {
            // Some systems open no folder; there the move is on disk when the system sees fit.
        }
    }

    private static byte[] packed(Map<String, byte[]> profiles, Map<String, byte[]> rules) throws IOException {
        var all = new TreeMap<String, byte[]>();
        profiles.forEach((path, bytes) -> all.put(Manifest.PROFILES + path, bytes));
        rules.forEach((path, bytes) -> all.put(Manifest.RULES + path, bytes));
        var body = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(body)) {
            for (var file : all.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_DAY);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        var whole = new ByteArrayOutputStream();
        whole.writeBytes("multipolar-last-good/1 %s\n"
                .formatted(Digests.of(body.toByteArray()))
                .getBytes(ISO_8859_1));
        body.writeTo(whole);
        return whole.toByteArray();
    }

    /** {@return what was kept; null where nothing was, bad input where it is not what was written} */
    @Nullable
    Kept read() {
        var file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                return null;
            }
            if (Files.size(file) > LARGEST) {
                throw broken("it is larger than %d bytes.".formatted(LARGEST));
            }
            return read(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw broken("it cannot be read: " + unreadable);
        }
    }

    /** {@return what the bytes of the file hold; bad input where they are not what was written} */
    Kept read(byte[] bytes) {
        try {
            return unpacked(checked(bytes));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw broken("it cannot be read: " + unreadable);
        }
    }

    private byte[] checked(byte[] bytes) {
        var head = HEAD.matcher(new String(bytes, 0, Math.min(bytes.length, HEAD_LENGTH), ISO_8859_1));
        if (!head.matches()) {
            throw broken("its first line is not the digest of the rest.");
        }
        var body = Arrays.copyOfRange(bytes, HEAD_LENGTH, bytes.length);
        if (!Digests.of(body).equals(head.group(1))) {
            throw broken("its digest is another than the one it was written with.");
        }
        return body;
    }

    private Kept unpacked(byte[] body) throws IOException {
        var profiles = new TreeMap<String, byte[]>();
        var rules = new TreeMap<String, byte[]>();
        long left = LARGEST;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE));
                left -= bytes.length;
                if (left < 0) {
                    throw broken("it holds more than %d bytes.".formatted(LARGEST));
                }
                put(entry.getName(), bytes, profiles, rules);
            }
        }
        return new Kept(profiles, rules);
    }

    private void put(String name, byte[] bytes, Map<String, byte[]> profiles, Map<String, byte[]> rules) {
        boolean rule = name.startsWith(Manifest.RULES);
        if (!rule && !name.startsWith(Manifest.PROFILES)) {
            throw broken("it holds (%s), which is no profile and no rule.".formatted(name));
        }
        var path = name.substring(rule ? Manifest.RULES.length() : Manifest.PROFILES.length());
        if ((rule ? rules : profiles).put(path, bytes) != null) {
            throw broken("it holds (%s) twice.".formatted(name));
        }
    }

    private BadInput broken(String what) {
        return new BadInput(
                folder.resolve(FILE).toString(),
                0,
                "",
                "what was kept as last good is not used: " + what,
                "somebody changed it, or the disk did; a good bundle takes its place.");
    }
}
