package org.multipolar.catalog.read;

import org.multipolar.catalog.BadInput;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Looks at a file's parts one after the other, before anything is built of them that could be deep or entangled. */
final class FlatYaml {

    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 20_000;

    private final String file;
    private int depth;

    FlatYaml(String file) {
        this.file = file;
    }

    void see(Event event) {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new BadInput(
                    file, line, "", "an anchor or alias stands here; profiles have none.", "write the value out.");
        }
        if (tagged(event)) {
            throw new BadInput(file, line, "", "a type tag stands here; profiles have none.", "leave the ! out.");
        }
        if (event instanceof ScalarEvent scalar && scalar.getValue().length() > LONGEST_TEXT) {
            throw new BadInput(
                    file,
                    line,
                    "",
                    "a text has %d signs; at most %d are read."
                            .formatted(scalar.getValue().length(), LONGEST_TEXT),
                    null);
        }
        if (event instanceof CollectionStartEvent) {
            depth++;
        } else if (event instanceof CollectionEndEvent) {
            depth--;
        }
        if (depth > DEEPEST) {
            throw new BadInput(file, line, "", "the file is nested deeper than %d.".formatted(DEEPEST), null);
        }
    }

    private static boolean tagged(Event event) {
        return (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof CollectionStartEvent start
                        && start.getTag().isPresent());
    }
}
