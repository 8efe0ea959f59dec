package org.multipolar.decision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.Digests;

/** Signs the ends of the log with Ed25519, so that a log written anew shows. */
public final class Signer {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final String publicKey;

    private Signer(KeyPair pair) {
        this.secret = pair.getPrivate();
        this.publicKey = encoded(pair.getPublic().getEncoded());
    }

    /** {@return a signer with the key in a file; the first one writes the file} */
    public static Signer open(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file, KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
            }
            var lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            var keys = KeyFactory.getInstance(ALGORITHM);
            return new Signer(new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(decoded(lines.get(1)))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(decoded(lines.get(0))))));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException failed) {
            throw new BadInput(
                    file.toString(),
                    0,
                    "",
                    "the signing key cannot be read or written: " + failed.getMessage(),
                    "multipolar.signing-key names another file; two lines of base64: PKCS #8 and X.509.");
        }
    }

    /** Written beside and moved, so that a crash leaves no half key. */
    private static void write(Path file, KeyPair pair) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var beside = Files.createTempFile(folder, "key", ".new");
        try {
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
        } catch (UnsupportedOperationException noPosix) {
            // the folder's own rights have to do
        }
        Files.writeString(
                beside,
                encoded(pair.getPrivate().getEncoded()) + "\n"
                        + encoded(pair.getPublic().getEncoded()) + "\n",
                StandardCharsets.US_ASCII);
        try {
            // A link is made once: of processes that start together on one folder, all take the key of the first.
            Files.createLink(file, beside);
            Files.delete(beside);
        } catch (FileAlreadyExistsException another) {
            Files.delete(beside);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** {@return the public key, X.509 in base64} */
    public String publicKey() {
        return publicKey;
    }

    /** {@return a short name of the public key} */
    public String keyId() {
        return keyId(publicKey);
    }

    static String keyId(String publicKey) {
        return Digests.of(publicKey).substring(0, 16);
    }

    String sign(long seq, String hash) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(head(seq, hash));
            return encoded(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform from 15 on has Ed25519.", impossible);
        }
    }

    /** {@return whether a signature of a head holds under a public key; false for what is no key or signature} */
    static boolean holds(String publicKey, long seq, String hash, String signature) {
        try {
            PublicKey key =
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decoded(publicKey)));
            // A reader of keys passes over what follows one, so that two texts may mean the same key; only one is
            // taken.
            if (!encoded(key.getEncoded()).equals(publicKey)) {
                return false;
            }
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(head(seq, hash));
            return check.verify(decoded(signature));
        } catch (GeneralSecurityException | IllegalArgumentException neither) {
            return false;
        }
    }

    private static byte[] head(long seq, String hash) {
        return "multipolar-head/1\n%d\n%s\n".formatted(seq, hash).getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Base64 leaves bits of the last letter unread, so that two texts may mean the same; only one of them is taken. */
    private static byte[] decoded(String text) {
        var bytes = Base64.getDecoder().decode(text);
        if (!encoded(bytes).equals(text)) {
            throw new IllegalArgumentException("This is not the one base64 of its bytes.");
        }
        return bytes;
    }
}
