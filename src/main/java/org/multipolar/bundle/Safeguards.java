package org.multipolar.bundle;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What two folders must show before they are taken, and where the last ones taken are kept.
 *
 * @param signers public keys of which one must have signed, a file or a folder; null where no signature is asked for
 * @param lastGood the folder in which the bundle in use is kept for the next start; null where none is
 */
public record Safeguards(@Nullable Path signers, @Nullable Path lastGood) {

    /** Nothing is asked for and nothing is kept. */
    public static final Safeguards NONE = new Safeguards(null, null);
}
