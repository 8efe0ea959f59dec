package org.multipolar.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.multipolar.sweep.Blob;

/** What a chunk's entry holds: a kind, then a result's bytes or a fault's words; nothing once it is told. */
final class Letter {

    private static final byte RESULT = 1;
    private static final byte FAULT = 2;

    private Letter() {}

    static byte[] told() {
        return new byte[0];
    }

    static byte[] result(Blob result) {
        return letter(RESULT, result.bytes());
    }

    static byte[] fault(String message) {
        return letter(FAULT, message.getBytes(UTF_8));
    }

    private static byte[] letter(byte kind, byte[] content) {
        var letter = new byte[content.length + 1];
        letter[0] = kind;
        System.arraycopy(content, 0, letter, 1, content.length);
        return letter;
    }

    /** {@return the result in a letter that is not told yet; throws what a fault says} */
    static Blob open(byte[] letter) {
        var content = new byte[letter.length - 1];
        System.arraycopy(letter, 1, content, 0, content.length);
        if (letter[0] == FAULT) {
            throw new WorkFailed(new String(content, UTF_8));
        }
        return Blob.of(content);
    }
}
