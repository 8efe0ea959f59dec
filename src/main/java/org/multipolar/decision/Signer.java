package org.multipolar.decision;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.multipolar.bundle.SigningKey;

/** Signs the ends of the log with Ed25519, so that a log written anew shows. */
public final class Signer {

    private final SigningKey key;

    private Signer(SigningKey key) {
        this.key = key;
    }

    /** {@return a signer with the key in a file; the first one writes the file} */
    public static Signer open(Path file) {
        return new Signer(SigningKey.openOrMake(file, "multipolar.signing-key names another file"));
    }

    /** {@return the public key, X.509 in base64} */
    public String publicKey() {
        return key.publicKey();
    }

    /** {@return a short name of the public key} */
    public String keyId() {
        return key.keyId();
    }

    static String keyId(String publicKey) {
        return SigningKey.keyId(publicKey);
    }

    String sign(long seq, String hash) {
        return key.sign(head(seq, hash));
    }

    /** {@return whether a signature of a head holds under a public key; false for what is no key or signature} */
    static boolean holds(String publicKey, long seq, String hash, String signature) {
        return SigningKey.holds(publicKey, head(seq, hash), signature);
    }

    private static byte[] head(long seq, String hash) {
        return "multipolar-head/1\n%d\n%s\n".formatted(seq, hash).getBytes(StandardCharsets.US_ASCII);
    }
}
