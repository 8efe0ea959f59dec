package org.multipolar.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.multipolar.catalog.BadInput;

/** Reads the files of a folder into memory, by relative path. */
public final class Folder {

    private static final long LARGEST_FILE = 16L << 20;
    private static final long LARGEST_FOLDER = 256L << 20;
    private static final int MOST_FILES = 5_000;

    private Folder() {}

    /** {@return the bytes of every file below a folder, by path with forward slashes; hidden files are left out} */
    public static Map<String, byte[]> read(Path folder) {
        var files = new TreeMap<String, byte[]>();
        long left = LARGEST_FOLDER;
        for (var file : paths(folder).entrySet()) {
            var bytes = bytes(file.getValue());
            left -= bytes.length;
            if (left < 0) {
                throw new BadInput(
                        folder.toString(),
                        0,
                        "",
                        "the files here have more than %d bytes together.".formatted(LARGEST_FOLDER),
                        "it is the wrong folder.");
            }
            files.put(file.getKey(), bytes);
        }
        return files;
    }

    /** {@return the same of a folder that holds all of its files itself; a link that leads out of it is refused} */
    public static Map<String, byte[]> own(Path folder) {
        paths(folder).forEach((name, path) -> {
            try {
                if (!path.toRealPath().startsWith(folder.toRealPath())) {
                    throw new BadInput(
                            folder.resolve(name).toString(),
                            0,
                            "",
                            "the file is a link that leads out of the folder.",
                            "a copy was meant: a signed bundle holds its files itself.");
                }
            } catch (IOException gone) {
                throw new BadInput(path.toString(), 0, "", "the file cannot be read: " + gone.getMessage(), null);
            }
        });
        return read(folder);
    }

    /** {@return size and time of last change of every file, or nothing while the folder cannot be listed} */
    static Map<String, String> stamps(Path folder) {
        var stamps = new TreeMap<String, String>();
        try {
            paths(folder).forEach((name, path) -> stamps.put(name, stamp(path)));
        } catch (BadInput | UncheckedIOException unreadable) {
            return Map.of();
        }
        return stamps;
    }

    /** {@return size and time of last change of a file, and whether it may be read: that changes without the others} */
    static String stamp(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            // Asked of every file twice a second: no form of a time that is for people.
            return attributes.size() + " " + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + " "
                    + attributes.fileKey() + " " + Files.isReadable(path);
        } catch (IOException gone) {
            return "gone";
        }
    }

    private static Map<String, Path> paths(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput(
                    folder.toString(),
                    0,
                    "",
                    "there is no such folder.",
                    "the option --profiles or --rules names the wrong one.");
        }
        var paths = new TreeMap<String, Path>();
        try (var walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (var path : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                // Elsewhere a backslash is a letter like others, and would let one file lie in another's place.
                var name = folder.relativize(path)
                        .toString()
                        .replace(folder.getFileSystem().getSeparator(), "/");
                if (!name.startsWith(".") && !name.contains("/.")) {
                    paths.put(name, path);
                }
                if (paths.size() > MOST_FILES) {
                    throw new BadInput(
                            folder.toString(),
                            0,
                            "",
                            "more than %d files lie here.".formatted(MOST_FILES),
                            "it is the wrong folder.");
                }
            }
            return paths;
        } catch (IOException | UncheckedIOException unreadable) {
            throw new BadInput(folder.toString(), 0, "", "the folder cannot be read: " + unreadable.getMessage(), null);
        }
    }

    /**
     * Puts new files in the place of old ones, each in one step, in the order given.
     *
     * @param before the folder as the new files were made from it; a file that has changed since is an error, and nothing is
     *     written
     */
    public static void replace(Path folder, Map<String, byte[]> files, Map<String, byte[]> before) {
        var written = new LinkedHashMap<Path, Path>();
        try {
            for (var file : files.entrySet()) {
                var path = folder.resolve(file.getKey()).toRealPath();
                if (!Arrays.equals(bytes(path), before.get(file.getKey()))) {
                    throw new BadInput(
                            path.toString(), 0, "", "the file has changed meanwhile.", "run the command again.");
                }
                var beside = Files.createTempFile(path.getParent(), ".", ".new");
                written.put(beside, path);
                Files.write(beside, file.getValue());
            }
            for (var each : written.entrySet()) {
                Files.move(each.getKey(), each.getValue(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException unwritable) {
            throw new BadInput(
                    folder.toString(),
                    0,
                    "",
                    "the folder cannot be written: " + unwritable.getMessage(),
                    "it belongs to somebody else.");
        } finally {
            written.keySet().forEach(Folder::remove);
        }
    }

    private static void remove(Path left) {
        try {
            Files.deleteIfExists(left);
        } catch (IOException unremovable) {
            // A hidden file that stays is passed over by every reading.
            left.toFile().deleteOnExit();
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
