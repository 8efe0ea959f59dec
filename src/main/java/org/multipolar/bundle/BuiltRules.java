package org.multipolar.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.multipolar.catalog.BadInput;
import org.multipolar.rulebook.Linted;

/** Lints the shipped rules when the program is built, and finds the result when it starts. */
public final class BuiltRules {

    private static final String NAME = "linted-rules.txt";

    private BuiltRules() {}

    /** {@return what the build made of the shipped rules; nothing where it made nothing} */
    static Linted linted() {
        try (var stream = BuiltRules.class.getResourceAsStream("/" + NAME)) {
            return stream == null
                    ? Linted.NOTHING
                    : Linted.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Linted.NOTHING;
        }
    }

    /** The build's step: reads the rules' folder named first and writes into the folder named second. */
    public static void main(String... folders) throws IOException {
        try {
            var text = Linted.write(Folder.read(Path.of(folders[0])));
            Files.writeString(Path.of(folders[1]).resolve(NAME), text);
        } catch (BadInput bad) {
            System.err.println(bad.fault().message());
            System.exit(2);
        }
    }
}
