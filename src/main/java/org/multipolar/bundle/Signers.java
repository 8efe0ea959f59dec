package org.multipolar.bundle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multipolar.catalog.BadInput;

/**
 * The public keys that may sign bundles; several, so that a new one can come before the old one goes.
 *
 * @param publicKeys X.509 in base64
 */
public record Signers(Set<String> publicKeys) {

    public Signers {
        publicKeys = Set.copyOf(publicKeys);
    }

    /**
     * {@return the keys in a file, or in every file of a folder: one a line, blank lines and lines after {@code #} apart}
     *
     * @throws BadInput where there is none, or a line is no key: nobody may sign by mistake
     */
    public static Signers read(Path place) {
        var keys = new TreeSet<String>();
        files(place).forEach((name, bytes) -> {
            int line = 0;
            for (var text : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
                line++;
                if (text.isBlank() || text.startsWith("#")) {
                    continue;
                }
                // The line is not shown: it may be a secret key that was laid here by mistake.
                if (!SigningKey.isPublicKey(text.strip())) {
                    throw new BadInput(
                            name,
                            line,
                            "",
                            "this line is no public key of Ed25519.",
                            "it is the secret one; `bundle key FILE` prints the public one.");
                }
                keys.add(text.strip());
            }
        });
        if (keys.isEmpty()) {
            throw new BadInput(
                    place.toString(), 0, "", "no public key lies here.", "`bundle key FILE` prints one for this file.");
        }
        return new Signers(keys);
    }

    private static Map<String, byte[]> files(Path place) {
        if (!Files.isDirectory(place)) {
            return Map.of(place.toString(), Folder.bytes(place));
        }
        var files = new TreeMap<String, byte[]>();
        Folder.read(place)
                .forEach((name, bytes) -> files.put(place.resolve(name).toString(), bytes));
        return files;
    }

    /** {@return what shows a change of the keys, as {@link Folder#stamps} does} */
    static Map<String, String> stamps(Path place) {
        return Files.isDirectory(place) ? Folder.stamps(place) : Map.of("", Folder.stamp(place));
    }
}
