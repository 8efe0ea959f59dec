package org.multipolar.rulebook;

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
}
