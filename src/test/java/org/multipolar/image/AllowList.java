package org.multipolar.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Libraries with their SHA-256, by path, in the form that {@code sha256sum -c} reads.
 *
 * <p>Libraries of machine code come one per kind of machine. The list has those of all; a build ships those of its own.
 */
record AllowList(SortedMap<String, String> digests) {

    private static final Pattern NATIVE = Pattern.compile(
            "com\\.google\\.ortools\\.ortools-(linux|darwin|win32)-.*|com\\.aayushatharva\\.brotli4j\\.native-.*");
    private static final Pattern VERSION = Pattern.compile("-\\d[^-/]*\\.jar$");

    AllowList {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    static AllowList parsed(String text) {
        var digests = new TreeMap<String, String>();
        for (var line : text.lines().toList()) {
            var cells = line.split("  ", 2);
            if (cells.length != 2 || !cells[0].matches("[0-9a-f]{64}") || digests.put(cells[1], cells[0]) != null) {
                throw new IllegalArgumentException("(%s) is no line of a list, or comes twice.".formatted(line));
            }
        }
        return new AllowList(digests);
    }

    /** {@return the libraries that lie below a folder} */
    static AllowList shipped(Path folder) {
        var digests = new TreeMap<String, String>();
        try (var walk = Files.walk(folder.resolve("lib"))) {
            for (var jar : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                var name = folder.relativize(jar).toString().replace('\\', '/');
                digests.put(name, sha256(Files.readAllBytes(jar)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new AllowList(digests);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    private static boolean ofOneMachine(String path) {
        return NATIVE.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }

    /** {@return how what is shipped differs from this list} */
    List<String> differences(AllowList shipped) {
        var differences = new ArrayList<String>();
        shipped.digests.forEach((path, digest) -> {
            if (!digests.containsKey(path)) {
                differences.add(path + " is shipped and not listed");
            } else if (!Objects.equals(digests.get(path), digest)) {
                differences.add(path + " has other bytes than listed");
            }
        });
        digests.keySet().stream()
                .filter(path -> !shipped.digests.containsKey(path) && !ofOneMachine(path))
                .forEach(path -> differences.add(path + " is listed and not shipped"));
        return differences;
    }

    /** {@return the list as it should be for what is shipped; rows of other machines stay while their version does} */
    AllowList renewed(AllowList shipped) {
        var renewed = new TreeMap<>(shipped.digests);
        var versions = shipped.digests.keySet().stream()
                .filter(AllowList::ofOneMachine)
                .map(AllowList::version)
                .toList();
        digests.forEach((path, digest) -> {
            if (ofOneMachine(path) && versions.contains(version(path))) {
                renewed.putIfAbsent(path, digest);
            }
        });
        return new AllowList(renewed);
    }

    private static String version(String path) {
        var version = VERSION.matcher(path);
        return version.find() ? version.group() : "";
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        digests.forEach(
                (path, digest) -> text.append(digest).append("  ").append(path).append('\n'));
        return text.toString();
    }
}
