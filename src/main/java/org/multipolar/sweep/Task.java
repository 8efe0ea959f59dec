package org.multipolar.sweep;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.catalog.read.Digests;

/**
 * All that a process needs to work out chunks of one sweep: the same bytes give the same results everywhere.
 *
 * @param id SHA-256 over the parts' names and bytes, in hex; checked, so that a task that was damaged on its way is none
 * @param parts by name, in the names' order
 */
public record Task(String id, Map<String, Blob> parts) {

    public Task {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        var digest = digest(parts);
        if (!id.equals(digest)) {
            throw new IllegalArgumentException(
                    """
                    The task %s has parts whose digest is %s.
                    Maybe parts of it were lost on their way: %s."""
                            .formatted(id, digest, parts));
        }
    }

    /** {@return the task of these parts} */
    public static Task of(Map<String, Blob> parts) {
        return new Task(digest(parts), parts);
    }

    private static String digest(Map<String, Blob> parts) {
        var bytes = new TreeMap<String, byte[]>();
        parts.forEach((name, part) -> bytes.put(name, part.bytes()));
        return Digests.ofFiles(bytes, name -> true);
    }
}
