package org.multipolar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.advice.Snapshot;
import org.multipolar.bundle.Folder;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.rulebook.CaseFile;

/** The profiles and rules that ship, read once for all tests. */
public final class Shipped {

    private static final Map<String, byte[]> PROFILES = Folder.read(Path.of("profiles"));
    private static final Map<String, byte[]> RULES = Folder.read(Path.of("rules"));

    private Shipped() {}

    /** The snapshot is slow to make, so it is made once and only when a test asks for it. */
    private static final class Once {
        private static final Snapshot SNAPSHOT =
                SnapshotReader.read(Path.of("profiles"), Path.of("rules")).orThrow();
    }

    public static Snapshot snapshot() {
        return Once.SNAPSHOT;
    }

    /** {@return the profiles' bytes by path, free to be changed} */
    public static Map<String, byte[]> profiles() {
        return new TreeMap<>(PROFILES);
    }

    /** {@return the rules' bytes by path, free to be changed} */
    public static Map<String, byte[]> rules() {
        return new TreeMap<>(RULES);
    }

    public static List<CaseFile> caseFiles() {
        var files = new ArrayList<CaseFile>();
        RULES.forEach((path, bytes) -> {
            if (path.endsWith(".cases.yaml")) {
                files.add(CaseFile.read(path, bytes).orThrow());
            }
        });
        return files;
    }
}
