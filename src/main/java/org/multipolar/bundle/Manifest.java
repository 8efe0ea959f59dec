package org.multipolar.bundle;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.Digests;
import org.multipolar.catalog.read.JsonText;
import org.multipolar.rulebook.RulebookReader;

/**
 * What a signed bundle is made of: {@code rules/MANIFEST.json}, which lists every other file of both folders.
 *
 * @param revision whole number from one on; a later bundle has a larger one
 * @param made when, as the signer says
 * @param key short name of the signer's public key
 * @param files SHA-256 by path, which begins with {@code profiles/} or {@code rules/}
 */
public record Manifest(long revision, Instant made, String key, SortedMap<String, String> files) {

    /** The manifest's place in the rules' folder. */
    public static final String FILE = RulebookReader.MANIFEST;

    /** Its signature's place. */
    public static final String SIGNATURE = RulebookReader.SIGNATURE;

    static final String PROFILES = "profiles/";
    static final String RULES = "rules/";
    static final String SHOWN = RULES + FILE;

    /** Twice what the longest lists of files come to. */
    static final int LARGEST = 4 << 20;

    private static final int LONGEST_PATH = 1_000;
    private static final String FORMAT = "multipolar-bundle/1";
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{16}");

    /** No step up, no hidden file, nothing that another file system reads as another name. */
    private static final Pattern PATH = Pattern.compile("(profiles|rules)(/[^./\\\\\\p{Cntrl}:][^/\\\\\\p{Cntrl}:]*)+");

    public Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** {@return the manifest of two folders' files by path; bad input where a name could not be read back} */
    public static Manifest of(
            Map<String, byte[]> profiles, Map<String, byte[]> rules, long revision, Instant made, String key) {
        var manifest = new Manifest(revision, made, key, digests(profiles, rules));
        manifest.files.keySet().forEach(Manifest::refuseBadPath);
        manifest.refuseTwins();
        return manifest;
    }

    /** {@return SHA-256 by path of all files but the manifest and its signature} */
    static SortedMap<String, String> digests(Map<String, byte[]> profiles, Map<String, byte[]> rules) {
        var digests = new TreeMap<String, String>();
        profiles.forEach((path, bytes) -> digests.put(PROFILES + path, Digests.of(bytes)));
        rules.forEach((path, bytes) -> {
            if (!path.equals(FILE) && !path.equals(SIGNATURE)) {
                digests.put(RULES + path, Digests.of(bytes));
            }
        });
        return digests;
    }

    /** {@return the one text of this manifest, canonical JSON (RFC 8785)} */
    String text() {
        return Canonical.of(
                Map.of("format", FORMAT, "revision", revision, "made", made.toString(), "key", key, "files", files));
    }

    /** {@return the manifest that a text states; refused is any other spelling than {@link #text}} */
    static Manifest read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw bad("", "the manifest is larger than %d bytes.".formatted(LARGEST), "it is another file.");
        }
        var manifest = parsed(JsonText.of(SHOWN, JsonText.text(SHOWN, bytes)));
        if (!Arrays.equals(manifest.text().getBytes(java.nio.charset.StandardCharsets.UTF_8), bytes)) {
            throw bad("", "this is not the one spelling of its contents (RFC 8785).", "an editor wrote it anew.");
        }
        manifest.refuseTwins();
        return manifest;
    }

    private static Manifest parsed(JsonText json) {
        var texts = new TreeMap<String, String>();
        var files = new TreeMap<String, String>();
        long revision = 0;
        json.enterObject();
        for (var key = json.key(); key != null; key = json.key()) {
            switch (key) {
                case "format", "made", "key" -> texts.put(key, json.text());
                case "revision" -> revision = json.whole();
                case "files" -> files.putAll(listed(json));
                default -> throw json.unknownKey("format", "revision", "made", "key", "files");
            }
        }
        json.end();
        if (!FORMAT.equals(texts.get("format"))) {
            throw bad("format", "only %s is read here.".formatted(FORMAT), "a newer version of the program signed.");
        }
        if (revision < 1) {
            throw bad("revision", "a revision is a whole number from one on.", null);
        }
        var key = texts.getOrDefault("key", "");
        if (!KEY.matcher(key).matches()) {
            throw bad("key", "a key's name has 16 digits of base 16.", null);
        }
        return new Manifest(revision, instant(texts.getOrDefault("made", "")), key, files);
    }

    private static Map<String, String> listed(JsonText json) {
        var files = new TreeMap<String, String>();
        json.enterObject();
        for (var path = json.key(); path != null; path = json.key()) {
            refuseBadPath(path);
            var digest = json.text();
            if (!SHA_256.matcher(digest).matches()) {
                throw json.fault("a SHA-256 has 64 digits of base 16.", null);
            }
            files.put(path, digest);
        }
        return files;
    }

    private static void refuseBadPath(String path) {
        if (path.length() > LONGEST_PATH
                || !PATH.matcher(path).matches()
                || path.equals(SHOWN)
                || path.equals(RULES + SIGNATURE)) {
            throw bad(
                    "files",
                    "(%s) is no path of a file of the bundle."
                            .formatted(path.length() > LONGEST_PATH ? path.substring(0, 40) + "..." : path),
                    "it leads out of the folders, is hidden, or has a backslash, colon or control character.");
        }
    }

    /** Where capitals do not count, one of two such files would lie in the other's place. */
    private void refuseTwins() {
        var seen = new TreeSet<String>();
        for (var path : files.keySet()) {
            if (!seen.add(path.toLowerCase(Locale.ROOT))) {
                throw bad("files", "(%s) differs from another path by capitals only.".formatted(path), null);
            }
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notAnInstant) {
            throw bad("made", "(%s) is no instant.".formatted(text), "it is not written 2026-11-22T12:00:00Z.");
        }
    }

    private static BadInput bad(String field, String what, @org.jspecify.annotations.Nullable String maybe) {
        return new BadInput(SHOWN, field.isEmpty() ? 0 : 1, field, what, maybe);
    }
}
