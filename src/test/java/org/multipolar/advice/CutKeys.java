package org.multipolar.advice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A file of the profiles without one of its keys and all that stands under it.
 *
 * @param key the way to the key, items of lists as {@code []}
 * @param at where it stood, as a person would say it
 */
// A cut is compared with nothing; its bytes are read once.
@SuppressWarnings("ArrayRecordComponent")
record CutKeys(String key, String at, byte[] bytes) {

    /** {@return the file once without each of its keys} */
    static List<CutKeys> of(byte[] bytes) {
        var text = new String(bytes, UTF_8);
        var settings = LoadSettings.builder().build();
        var cuts = new ArrayList<CutKeys>();
        visit(text, new Compose(settings).composeString(text).orElseThrow(), "", "", cuts);
        return cuts;
    }

    /** {@return the key alone} */
    String name() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static void visit(String text, Node node, String key, String at, List<CutKeys> cuts) {
        if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.getValue().size(); i++) {
                visit(text, list.getValue().get(i), key + "[]", at + "[" + i + "]", cuts);
            }
        } else if (node instanceof MappingNode map) {
            var entries = map.getValue();
            for (int i = 0; i < entries.size(); i++) {
                var name = ((ScalarNode) entries.get(i).getKeyNode()).getValue();
                var dot = key.isEmpty() ? "" : ".";
                int from = start(entries.get(i).getKeyNode());
                int to = i + 1 < entries.size()
                        ? start(entries.get(i + 1).getKeyNode())
                        : end(entries.get(i).getValueNode());
                cuts.add(new CutKeys(key + dot + name, at + dot + name, without(text, from, to)));
                visit(text, entries.get(i).getValueNode(), key + dot + name, at + dot + name, cuts);
            }
        }
    }

    /** Marks count signs, not the halves that some signs are stored in. */
    private static byte[] without(String text, int from, int to) {
        int start = text.offsetByCodePoints(0, from);
        int end = text.offsetByCodePoints(0, to);
        return (text.substring(0, start) + text.substring(end)).getBytes(UTF_8);
    }

    private static int start(Node node) {
        return node.getStartMark().orElseThrow().getIndex();
    }

    private static int end(Node node) {
        return node.getEndMark().orElseThrow().getIndex();
    }
}
