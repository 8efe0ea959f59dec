package org.multipolar.bundle;

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
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.Digests;

/** An Ed25519 key in a file of two lines of base64: the secret one as PKCS #8, then the public one as X.509. */
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final byte[] PROBE = "one pair".getBytes(StandardCharsets.US_ASCII);

    private final PrivateKey secret;
    private final String publicKey;

    private SigningKey(KeyPair pair) {
        this.secret = pair.getPrivate();
        this.publicKey = encoded(pair.getPublic().getEncoded());
    }

    /**
     * {@return the key in a file}
     *
     * @param maybe what to do about a file that is missing or holds no key
     */
    public static SigningKey open(Path file, String maybe) {
        try {
            var lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            var keys = KeyFactory.getInstance(ALGORITHM);
            var key = new SigningKey(new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(decoded(lines.get(1)))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(decoded(lines.get(0))))));
            if (!holds(key.publicKey, PROBE, key.sign(PROBE))) {
                throw new GeneralSecurityException("its two lines are not of one pair");
            }
            return key;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException failed) {
            throw unusable(file, failed, maybe);
        }
    }

    /** {@return the key in a file; the first one writes the file} */
    public static SigningKey openOrMake(Path file, String maybe) {
        if (!Files.exists(file)) {
            try {
                write(file, KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
            } catch (IOException | GeneralSecurityException failed) {
                throw unusable(file, failed, maybe);
            }
        }
        return open(file, maybe);
    }

    private static BadInput unusable(Path file, Exception failed, String maybe) {
        return new BadInput(
                file.toString(),
                0,
                "",
                "the signing key cannot be read or written: " + failed.getMessage(),
                maybe + "; two lines of base64: PKCS #8 and X.509.");
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

    /** {@return a short name of a public key: 16 digits of the SHA-256 of its base64} */
    public static String keyId(String publicKey) {
        return Digests.of(publicKey).substring(0, 16);
    }

    /** {@return the signature of some bytes in base64} */
    public String sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return encoded(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform from 15 on has Ed25519.", impossible);
        }
    }

    /** {@return whether a signature of some bytes holds under a public key; false for what is no key or signature} */
    public static boolean holds(String publicKey, byte[] signed, String signature) {
        try {
            var key = key(publicKey);
            if (key == null) {
                return false;
            }
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(signed);
            return check.verify(decoded(signature));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }

    /** {@return whether a text is a public key in its one spelling} */
    static boolean isPublicKey(String text) {
        return key(text) != null;
    }

    private static @Nullable PublicKey key(String publicKey) {
        try {
            var key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decoded(publicKey)));
            // A reader of keys passes over what follows one, so that two texts may mean the same key; only one is
            // taken.
            return encoded(key.getEncoded()).equals(publicKey) ? key : null;
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            return null;
        }
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
