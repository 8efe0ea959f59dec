package org.multipolar.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.catalog.BadInput;

/** Reads the files of a folder into memory, by relative path. */
public final class Folder {

    private static final long LARGEST_FILE = 16L << 20;
    private static final int MOST_FILES = 5_000;

    private Folder() {}

    /** {@return the bytes of every file below a folder, by path with forward slashes; hidden files are left out} */
    public static Map<String, byte[]> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput(
                    folder.toString(),
                    0,
                    "",
                    "there is no such folder.",
                    "the option --profiles or --rules names the wrong one.");
        }
        var files = new TreeMap<String, byte[]>();
        try (var walk = Files.walk(folder)) {
            for (var path : (Iterable<Path>) walk.filter(Files::isRegularFile).sorted()::iterator) {
                var name = folder.relativize(path).toString().replace('\\', '/');
                if (!name.startsWith(".") && !name.contains("/.")) {
                    files.put(name, bytes(path));
                }
                if (files.size() > MOST_FILES) {
                    throw new BadInput(
                            folder.toString(),
                            0,
                            "",
                            "more than %d files lie here.".formatted(MOST_FILES),
                            "it is the wrong folder.");
                }
            }
            return files;
        } catch (IOException unreadable) {
            throw new BadInput(folder.toString(), 0, "", "the folder cannot be read: " + unreadable.getMessage(), null);
        }
    }

    /** {@return the bytes of one file} */
    public static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new BadInput(
                        file.toString(), 0, "", "the file is larger than %d bytes.".formatted(LARGEST_FILE), null);
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new BadInput(
                    file.toString(),
                    0,
                    "",
                    "the file cannot be read: " + unreadable.getMessage(),
                    "the path is wrong.");
        }
    }
}
