package org.multipolar.cli;

import java.util.List;
import org.multipolar.catalog.BadInput;

/** Says plainly what is not there yet, instead of ignoring it. */
final class Unsupported {

    private Unsupported() {}

    static void scenarios(List<String> scenarios) {
        if (!scenarios.isEmpty()) {
            throw new BadInput(
                    "--scenario",
                    0,
                    "",
                    "scenarios are not offered yet (%s).".formatted(scenarios),
                    "--limits, --as-of or an edited buyer file answers the question.");
        }
    }
}
