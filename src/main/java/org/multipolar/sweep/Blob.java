package org.multipolar.sweep;

import java.util.Arrays;

/** Bytes that do not change, and are equal where their content is. */
public final class Blob {

    private final byte[] bytes;

    private Blob(byte[] bytes) {
        this.bytes = bytes;
    }

    /** {@return a copy of these bytes} */
    public static Blob of(byte[] bytes) {
        return new Blob(bytes.clone());
    }

    /** {@return a copy of what it holds} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return how many bytes it holds} */
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
