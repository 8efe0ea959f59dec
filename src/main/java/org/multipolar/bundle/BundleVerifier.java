package org.multipolar.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;

/**
 * Checks that two folders are what somebody signed: the signature before the manifest is looked into, the manifest before any
 * file is, and all of it before a file is read as a profile or rule.
 */
public final class BundleVerifier {

    /** Two lines of base64. */
    private static final int LARGEST_SIGNATURE = 256;

    private static final String SIGNATURE = Manifest.RULES + Manifest.SIGNATURE;
    private static final String AGAIN = "it was changed after it was signed; `bundle sign` signs what lies there now.";

    private BundleVerifier() {}

    /**
     * {@return the manifest that both folders' files, by path, agree with}
     *
     * @param signers who may have signed; null where only the key named beside the signature must have
     * @throws BadInput with the first thing that does not hold
     */
    public static Manifest verify(Map<String, byte[]> profiles, Map<String, byte[]> rules, @Nullable Signers signers) {
        var manifest = signed(rules, signers);
        compare(manifest, profiles, rules);
        return manifest;
    }

    /** {@return the manifest, its signature checked and its form, whatever the files are} */
    private static Manifest signed(Map<String, byte[]> rules, @Nullable Signers signers) {
        var text = needed(rules, Manifest.FILE);
        if (text.length > Manifest.LARGEST) {
            throw new BadInput(
                    Manifest.SHOWN,
                    0,
                    "",
                    "the manifest is larger than %d bytes.".formatted(Manifest.LARGEST),
                    "it is another file.");
        }
        var publicKey = signedBy(needed(rules, Manifest.SIGNATURE), text, signers);
        var manifest = Manifest.read(text);
        if (!manifest.key().equals(SigningKey.keyId(publicKey))) {
            throw new BadInput(
                    Manifest.SHOWN,
                    1,
                    "key",
                    "the manifest names the key %s; %s signed.".formatted(manifest.key(), SigningKey.keyId(publicKey)),
                    null);
        }
        return manifest;
    }

    private static byte[] needed(Map<String, byte[]> rules, String file) {
        var bytes = rules.get(file);
        if (bytes == null) {
            throw new BadInput(
                    Manifest.RULES + file,
                    0,
                    "",
                    "the bundle is not signed: this file is missing.",
                    "`bundle sign --key FILE` was not run over these folders.");
        }
        return bytes;
    }

    private static String signedBy(byte[] bytes, byte[] text, @Nullable Signers signers) {
        var lines = new String(bytes, 0, Math.min(bytes.length, LARGEST_SIGNATURE + 1), StandardCharsets.ISO_8859_1)
                .split("\n", -1);
        if (bytes.length > LARGEST_SIGNATURE || lines.length != 3 || !lines[2].isEmpty()) {
            throw new BadInput(
                    SIGNATURE,
                    0,
                    "",
                    "a public key and a signature are expected here, each on a line.",
                    "the file was cut, or written by another program.");
        }
        if (!SigningKey.isPublicKey(lines[0])) {
            throw new BadInput(SIGNATURE, 1, "", "this is no public key of Ed25519 in base64.", AGAIN);
        }
        if (signers != null && !signers.publicKeys().contains(lines[0])) {
            throw new BadInput(
                    SIGNATURE,
                    1,
                    "",
                    "the key %s is nobody's who may sign.".formatted(SigningKey.keyId(lines[0])),
                    "its public key is missing in multipolar.bundles.signers.");
        }
        if (!SigningKey.holds(lines[0], text, lines[1])) {
            throw new BadInput(SIGNATURE, 2, "", "the signature of MANIFEST.json does not hold.", AGAIN);
        }
        return lines[0];
    }

    /** Refuses files that are not the ones of a manifest. */
    static void compare(Manifest manifest, Map<String, byte[]> profiles, Map<String, byte[]> rules) {
        var found = Manifest.digests(profiles, rules);
        var paths = new TreeSet<>(manifest.files().keySet());
        paths.addAll(found.keySet());
        var wrong = new ArrayList<BadInput>();
        for (var path : paths) {
            var stated = manifest.files().get(path);
            var digest = found.get(path);
            if (stated == null) {
                wrong.add(wrong(path, "the file is not in the manifest of revision %d.", manifest, AGAIN));
            } else if (digest == null) {
                wrong.add(wrong(path, "the file is missing; the manifest of revision %d lists it.", manifest, AGAIN));
            } else if (!digest.equals(stated)) {
                wrong.add(wrong(
                        path,
                        "the file is another than the one signed with revision %d: its SHA-256 is " + digest + ".",
                        manifest,
                        AGAIN));
            }
        }
        refuse(wrong);
    }

    private static BadInput wrong(String path, String what, Manifest manifest, String maybe) {
        return new BadInput(path, 0, "", what.formatted(manifest.revision()), maybe);
    }

    private static void refuse(List<BadInput> wrong) {
        if (wrong.size() == 1) {
            throw wrong.get(0);
        }
        if (!wrong.isEmpty()) {
            var first = wrong.get(0).fault();
            throw new BadInput(
                    first.file(),
                    0,
                    "",
                    "%s %d more disagree.".formatted(first.what(), wrong.size() - 1),
                    first.maybe());
        }
    }
}
