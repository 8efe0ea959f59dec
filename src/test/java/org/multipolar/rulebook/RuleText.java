package org.multipolar.rulebook;

import java.util.Map;
import org.multipolar.catalog.Source;

/** Lets tests of hostile files reach the linter. */
public final class RuleText {

    public static final String FILE = "small.drl";

    private RuleText() {}

    /** Reads a folder of rules that holds this file beside sources and parameters. */
    public static void folder(byte[] bytes) {
        var files = SmallRules.files();
        files.put(FILE, bytes);
        var unused = RulebookReader.read(files).orThrow();
    }

    public static void parameters(byte[] bytes) {
        var sources = Map.of("house-policy", new Source("house-policy", "House", "", "", "", ""));
        var unused = new ParameterReader(sources).read(Map.of("parameters/small.yaml", bytes));
    }

    public static void gaps(byte[] bytes) {
        var unused = GapReader.read(Map.of("gaps.yaml", bytes));
    }
}
