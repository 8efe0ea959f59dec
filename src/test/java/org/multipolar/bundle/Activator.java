package org.multipolar.bundle;

import java.nio.file.Path;
import java.time.Instant;

/** A process of its own that signs and takes one revision after the other until it is killed, and says which it took. */
final class Activator {

    private Activator() {}

    /** Arguments: the folder of all, and the first revision. */
    public static void main(String... arguments) {
        var folder = Path.of(arguments[0]);
        var key = SmallFolders.key(folder, "key");
        var live = LiveSnapshot.open(
                folder.resolve("profiles"),
                folder.resolve("rules"),
                new Safeguards(folder.resolve("signers"), folder.resolve("kept")));
        for (long revision = Long.parseLong(arguments[1]); ; revision++) {
            SmallFolders.write(
                    folder.resolve("rules"), SmallFolders.signed(SmallFolders.rules("R" + revision), revision, key));
            while (live.look(Instant.now()) != LiveSnapshot.Look.SWAPPED) {
                // a change is taken by the second look that sees it
            }
            System.out.println(revision);
            System.out.flush();
        }
    }
}
