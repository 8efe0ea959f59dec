package org.multipolar.catalog.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A place in a YAML 1.2 file that knows its file, line and path.
 *
 * <p>Aliases, duplicate keys and type tags are refused, so that what a person reads is what the program reads; a plain
 * NO stays Norway.
 */
public final class YamlNode {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final int LARGEST_FILE = 1 << 21;
    private static final int LONGEST_ID = 100;

    private final String file;
    private final String path;
    private final Node node;

    private YamlNode(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** {@return the root of a file that holds exactly one document} */
    public static YamlNode read(String file, byte[] bytes) {
        if (bytes.length > LARGEST_FILE) {
            throw new BadInput(
                    file,
                    0,
                    "",
                    "the file has %d bytes; at most %d are read.".formatted(bytes.length, LARGEST_FILE),
                    null);
        }
        var settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .setLabel(file)
                .build();
        var text = CsvTable.text(file, bytes);
        try {
            new Parse(settings).parseString(text).forEach(new FlatYaml(file)::see);
            var root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                throw new BadInput(file, 1, "", "the file is empty.", null);
            }
            refuseTwins(file, root.get());
            return new YamlNode(file, "", root.get());
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new BadInput(
                    file,
                    line,
                    "",
                    "this is no YAML: " + broken.getProblem(),
                    "the indentation is off, or a key stands twice.");
        } catch (ReaderException strange) {
            throw new BadInput(
                    file,
                    CsvTable.line(text, Math.min(strange.getPosition(), text.length())),
                    "",
                    "this is no YAML: the sign U+%04X stands here.".formatted(strange.getCodePoint()),
                    null);
        } catch (NumberFormatException cut) {
            // The parser asks for the number of a sign that the file ends before.
            throw new BadInput(
                    file, CsvTable.line(text, text.length()), "", "this is no YAML: it ends within an escape.", null);
        } catch (YamlEngineException broken) {
            throw new BadInput(file, 0, "", "this is no YAML: " + broken.getMessage(), null);
        }
    }

    private static void refuseTwins(String file, Node each) {
        if (each instanceof MappingNode map) {
            var keys = new TreeSet<String>();
            map.getValue().forEach(entry -> {
                if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                    throw new BadInput(file, line(entry.getKeyNode()), "", "a key must be a plain word.", null);
                }
                refuseUnfit(file, key);
                if (!keys.add(key.getValue())) {
                    throw new BadInput(
                            file,
                            line(key),
                            key.getValue(),
                            "this key stands twice.",
                            "one of the two was meant to be another.");
                }
                refuseTwins(file, entry.getValueNode());
            });
        } else if (each instanceof SequenceNode list) {
            list.getValue().forEach(item -> refuseTwins(file, item));
        } else if (each instanceof ScalarNode scalar) {
            refuseUnfit(file, scalar);
        }
    }

    private static void refuseUnfit(String file, ScalarNode scalar) {
        var sign = Unfit.sign(scalar.getValue());
        if (sign != null) {
            throw new BadInput(file, line(scalar), "", Unfit.what(sign), null);
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    public String file() {
        return file;
    }

    public int line() {
        return line(node);
    }

    /** {@return the first and the last line of an entry with all that it holds; null where it shares its lines} */
    public int @Nullable [] linesOf(String key) {
        if (!(node instanceof MappingNode map) || map.getFlowStyle() == FlowStyle.FLOW) {
            return null;
        }
        var entry = map.getValue().stream()
                .filter(each -> ((ScalarNode) each.getKeyNode()).getValue().equals(key))
                .findFirst();
        return entry.map(each -> new int[] {
                    line(each.getKeyNode()), Math.max(line(each.getKeyNode()), lastLine(each.getValueNode()))
                })
                .orElse(null);
    }

    /** The parser ends a block where the next thing begins; comments and blank lines before that are not the block's. */
    private static int lastLine(Node node) {
        if (node instanceof MappingNode map && map.getFlowStyle() == FlowStyle.BLOCK) {
            return lastLine(map.getValue().get(map.getValue().size() - 1).getValueNode());
        }
        if (node instanceof SequenceNode list && list.getFlowStyle() == FlowStyle.BLOCK) {
            return lastLine(list.getValue().get(list.getValue().size() - 1));
        }
        boolean whole = node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED);
        int end = node.getEndMark().map(mark -> mark.getLine() + 1).orElse(0);
        return whole ? end - 1 : end;
    }

    public String path() {
        return path;
    }

    /** Refuses keys that nobody knows. */
    public YamlNode onlyKeys(String... known) {
        var keys = java.util.Set.of(known);
        entries().forEach((key, value) -> {
            if (!keys.contains(key)) {
                throw new BadInput(
                        file,
                        keyLine(key),
                        value.path,
                        "nobody knows this key.",
                        "it is misspelt; the keys here are " + new TreeSet<>(keys) + ".");
            }
        });
        return this;
    }

    /** A list or mapping starts on a later line than its key. */
    private int keyLine(String key) {
        return ((MappingNode) node)
                .getValue().stream()
                        .map(entry -> (ScalarNode) entry.getKeyNode())
                        .filter(each -> each.getValue().equals(key))
                        .mapToInt(YamlNode::line)
                        .findFirst()
                        .orElse(line());
    }

    /** {@return the entries of a mapping in the order of the file} */
    public Map<String, YamlNode> entries() {
        if (!(node instanceof MappingNode map)) {
            throw fault("keys and values are expected here.", null);
        }
        var entries = new LinkedHashMap<String, YamlNode>();
        map.getValue().forEach(entry -> {
            var key = ((ScalarNode) entry.getKeyNode()).getValue();
            entries.put(key, new YamlNode(file, path.isEmpty() ? key : path + "." + key, entry.getValueNode()));
        });
        return entries;
    }

    public boolean has(String key) {
        var child = entries().get(key);
        return child != null && !child.isNull();
    }

    public boolean isNull() {
        return Tag.NULL.equals(node.getTag());
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    /** {@return the value of a key that must be there} */
    public YamlNode at(String key) {
        var child = entries().get(key);
        if (child == null || child.isNull()) {
            throw fault("the key (%s) is missing or empty.".formatted(key), null);
        }
        return child;
    }

    public @Nullable YamlNode atOrNull(String key) {
        return has(key) ? at(key) : null;
    }

    /** {@return the items of a list} */
    public List<YamlNode> items() {
        if (!(node instanceof SequenceNode list)) {
            throw fault("a list is expected here.", "the dashes or brackets are missing.");
        }
        var items = new ArrayList<YamlNode>();
        for (var item : list.getValue()) {
            items.add(new YamlNode(file, path + "[" + items.size() + "]", item));
        }
        return items;
    }

    /** {@return the items of the list at a key, none where the key is missing} */
    public List<YamlNode> itemsAt(String key) {
        return has(key) ? at(key).items() : List.of();
    }

    public List<String> textsAt(String key) {
        return itemsAt(key).stream().map(YamlNode::text).toList();
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar) || isNull()) {
            throw fault("a text is expected here.", null);
        }
        return scalar.getValue().strip();
    }

    /** {@return what names the thing: one line of at most {@value #LONGEST_ID} signs} */
    String idAt(String key) {
        var id = textAt(key);
        if (id.isEmpty() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
            throw at(key).fault("this is no id: one line of 1 to %d signs is expected.".formatted(LONGEST_ID), null);
        }
        return id;
    }

    public String textAt(String key) {
        return at(key).text();
    }

    public String textAt(String key, String otherwise) {
        return has(key) ? textAt(key) : otherwise;
    }

    public long whole() {
        var text = text();
        if (!WHOLE.matcher(text).matches()) {
            throw fault("(%s) is not a whole number.".formatted(text), null);
        }
        return Long.parseLong(text);
    }

    /** {@return a whole number within bounds, both included} */
    public long whole(long least, long most) {
        long value = whole();
        if (value < least || value > most) {
            throw fault("(%d) is not between %d and %d.".formatted(value, least, most), null);
        }
        return value;
    }

    public int percentAt(String key) {
        return (int) at(key).whole(0, 100);
    }

    public double number() {
        var text = text();
        if (!NUMBER.matcher(text).matches()) {
            throw fault("(%s) is not a number.".formatted(text), "a unit or a thousands separator slipped in.");
        }
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw fault("(%s) is too large a number.".formatted(text), null);
        }
        return number;
    }

    /** {@return an amount of USD in whole micro-USD} */
    public long microUsd() {
        number();
        try {
            long micro = new java.math.BigDecimal(text()).movePointRight(6).longValueExact();
            if (micro < 0) {
                throw fault("an amount below zero (%s).".formatted(text()), null);
            }
            return micro;
        } catch (ArithmeticException | NumberFormatException tooFine) {
            throw fault("(%s) has more than six decimals or is too large.".formatted(text()), null);
        }
    }

    public boolean yes() {
        return word(Map.of("true", true, "false", false, "yes", true, "no", false));
    }

    public boolean yesAt(String key, boolean otherwise) {
        return has(key) ? at(key).yes() : otherwise;
    }

    public LocalDate day() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException notADay) {
            throw fault("(%s) is not a day.".formatted(text()), "it is not written YYYY-MM-DD.");
        }
    }

    /** {@return the value that this word stands for} */
    public <T> T word(Map<String, T> words) {
        var value = words.get(text());
        if (value == null) {
            throw fault(
                    "(%s) is not one of %s."
                            .formatted(text(), words.keySet().stream().sorted().toList()),
                    null);
        }
        return value;
    }

    /** {@return this text, which must be one of a closed list} */
    public String oneOf(java.util.Collection<String> allowed, String listName) {
        if (!allowed.contains(text())) {
            throw fault(
                    "(%s) is not in the list of %s.".formatted(text(), listName),
                    "it is misspelt, or its own entry is missing.");
        }
        return text();
    }

    public BadInput fault(String what, @Nullable String maybe) {
        return new BadInput(file, line(), path, what, maybe);
    }
}
