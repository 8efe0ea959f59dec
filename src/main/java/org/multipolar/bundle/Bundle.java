package org.multipolar.bundle;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;

/**
 * A snapshot with the files it was read from, so that what it answered can be answered again later.
 *
 * @param profiles bytes by path within the folder
 * @param rules bytes by path within the folder
 * @param manifest what was signed, checked; null where no signature is asked for
 */
public record Bundle(
        Snapshot snapshot, Map<String, byte[]> profiles, Map<String, byte[]> rules, @Nullable Manifest manifest) {

    public Bundle {
        profiles = Collections.unmodifiableMap(new TreeMap<>(profiles));
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    }

    /** {@return the same of folders of which no signature is asked} */
    public static Bundle unsigned(Snapshot snapshot, Map<String, byte[]> profiles, Map<String, byte[]> rules) {
        return new Bundle(snapshot, profiles, rules, null);
    }
}
