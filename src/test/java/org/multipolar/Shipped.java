package org.multipolar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** {@return the profiles without buyers and what-ifs, which name rules and offers that a cut world may lack} */
    public static Map<String, byte[]> world() {
        var world = profiles();
        world.keySet().removeIf(path -> path.matches("(buyers|scenarios|sweeps)/.*"));
        return world;
    }

    /** {@return the rules' bytes by path, free to be changed} */
    public static Map<String, byte[]> rules() {
        return new TreeMap<>(RULES);
    }

    /** {@return a folder of its own with these files, free to be changed} */
    public static Path copied(Map<String, byte[]> files) {
        try {
            var folder = Files.createTempDirectory("copied");
            for (var file : files.entrySet()) {
                var path = folder.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.write(path, file.getValue());
            }
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
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
