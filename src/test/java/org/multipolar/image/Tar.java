package org.multipolar.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the archives that images are made of: POSIX tar with long names in extended headers. */
final class Tar {

    private static final int BLOCK = 512;
    private static final int RIGHTS = 07777;

    /**
     * One file or folder.
     *
     * @param mode its rights
     * @param user who owns it
     * @param modified in seconds since 1970
     */
    record Entry(String path, boolean folder, int mode, int user, long modified, ByteBuffer content) {

        byte[] bytes() {
            var bytes = new byte[content.remaining()];
            content.duplicate().get(bytes);
            return bytes;
        }
    }

    private final InputStream in;
    private String longName = "";

    private Tar(InputStream in) {
        this.in = in;
    }

    static List<Entry> read(byte[] archive) throws IOException {
        return read(new ByteArrayInputStream(archive));
    }

    static List<Entry> read(InputStream archive) throws IOException {
        var tar = new Tar(archive);
        var entries = new ArrayList<Entry>();
        for (var header = tar.block(); header.length == BLOCK && header[0] != 0; header = tar.block()) {
            var size = (int) octal(header, 124, 12);
            var content = archive.readNBytes(size);
            archive.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            switch (header[156]) {
                case 'x' -> tar.longName = path(content);
                case '0', 0, '5' -> entries.add(tar.entry(header, content));
                default -> throw new IOException("An entry of kind (%c) in an image.".formatted(header[156]));
            }
        }
        return entries;
    }

    private byte[] block() throws IOException {
        return in.readNBytes(BLOCK);
    }

    private Entry entry(byte[] header, byte[] content) {
        var prefix = text(header, 345, 155);
        var name = text(header, 0, 100);
        var path = !longName.isEmpty() ? longName : prefix.isEmpty() ? name : prefix + "/" + name;
        longName = "";
        return new Entry(
                path,
                header[156] == '5',
                (int) octal(header, 100, 8) & RIGHTS,
                (int) octal(header, 108, 8),
                octal(header, 136, 12),
                ByteBuffer.wrap(content).asReadOnlyBuffer());
    }

    /** {@return what an extended header says of the path, or nothing} */
    private static String path(byte[] records) {
        var text = new String(records, StandardCharsets.UTF_8);
        return text.lines()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .filter(line -> line.startsWith("path="))
                .map(line -> line.substring("path=".length()))
                .findFirst()
                .orElse("");
    }

    private static String text(byte[] header, int from, int length) {
        var end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int from, int length) {
        var digits = text(header, from, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }
}
