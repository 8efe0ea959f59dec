package org.multipolar.bundle;

/** Lets tests of hostile files reach the reader of manifests, in front of which a signature stands. */
public final class ManifestText {

    private ManifestText() {}

    public static void read(byte[] bytes) {
        var unused = Manifest.read(bytes);
    }
}
