package org.multipolar.cluster;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the maps and the job of one piece of work are called: after the coordinator, then the number of the work. */
final class Names {

    static final String PREFIX = "multipolar.";

    private static final int UUID_LENGTH = 36;

    private Names() {}

    static String run(UUID coordinator, long number) {
        return PREFIX + coordinator + "." + number;
    }

    /** The task's parts by name. */
    static String parts(String run) {
        return run + ".parts";
    }

    /** {@link Letter}s by chunk. */
    static String results(String run) {
        return run + ".results";
    }

    /** How many chunks were taken, by execution of the job. */
    static String taken(String run) {
        return run + ".taken";
    }

    /** {@return the coordinator after whom a map or a job is called; null where it is none of ours} */
    static @Nullable UUID coordinator(@Nullable String name) {
        if (name == null || !name.startsWith(PREFIX) || name.length() < PREFIX.length() + UUID_LENGTH) {
            return null;
        }
        return UUID.fromString(name.substring(PREFIX.length(), PREFIX.length() + UUID_LENGTH));
    }
}
