package org.multipolar.enabler;

import java.nio.file.Path;
import java.util.Map;
import org.multipolar.bundle.Folder;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.ProfileReader;
import org.multipolar.catalog.read.YamlNode;

/** The profiles that ship, read once for the tests that need real data. */
public final class Profiles {

    private static final Map<String, byte[]> FILES = Folder.read(Path.of("profiles"));
    private static final World WORLD = ProfileReader.world(FILES).orThrow();

    private Profiles() {}

    public static World world() {
        return WORLD;
    }

    public static YamlNode yaml(String path) {
        var bytes = FILES.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("No profile is called (%s).".formatted(path));
        }
        return YamlNode.read(path, bytes);
    }

    public static Method method(String id) {
        return MethodReader.read(yaml("countries/methods/" + id + ".yaml"));
    }
}
