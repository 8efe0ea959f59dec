package org.multipolar.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;

/** Signs two folders as one bundle. */
public final class BundleSigner {

    private BundleSigner() {}

    /**
     * A manifest with its signature, as they are to lie in the rules' folder.
     *
     * @param text of the manifest
     * @param signature of the text's bytes: a line with the public key and one with the signature, both in base64
     */
    public record Signed(Manifest manifest, String text, String signature) {

        /** {@return both files' bytes by path in the rules' folder} */
        public Map<String, byte[]> files() {
            return Map.of(Manifest.FILE, text.getBytes(UTF_8), Manifest.SIGNATURE, signature.getBytes(UTF_8));
        }
    }

    /** {@return the signed manifest of files by path; an older one among them is passed over} */
    public static Signed sign(
            Map<String, byte[]> profiles, Map<String, byte[]> rules, long revision, Instant made, SigningKey key) {
        var manifest = Manifest.of(profiles, rules, revision, made, key.keyId());
        var text = manifest.text();
        return new Signed(manifest, text, key.publicKey() + "\n" + key.sign(text.getBytes(UTF_8)) + "\n");
    }
}
