package org.multipolar.catalog.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;

/**
 * A JSON text read from front to back, which knows at every step its file, line and path.
 *
 * <p>Strict: UTF-8 without a byte order mark, no key twice, no comments, no numbers but what RFC 8259 calls so. The reader
 * of an object calls {@link #enterObject}, then {@link #key} until there is none, and takes or skips each value; that of a
 * list {@link #enterList} and {@link #item}.
 */
public final class JsonText {

    /** Whole numbers are held exactly below this, by this program and by every reader of JSON. */
    private static final long EXACT = 1L << 53;

    /** No whole number below 2^53 has more characters, its sign included. */
    private static final int LONGEST = 17;

    private static final int MOST_SHOWN = 40;
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What others publish is read on where a key stands twice: the reader of a {@link JsonValue} is told of it. */
    private static final JsonFactory PLAIN = new JsonFactory();

    private final String file;
    private final JsonParser parser;

    private JsonText(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** {@return the text of a file, its encoding checked} */
    public static String text(String file, byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            throw new BadInput(
                    file,
                    1,
                    "",
                    "a byte order mark stands before the JSON, which begins with a brace.",
                    "save it as UTF-8 without a signature.");
        }
        return CsvTable.text(file, bytes);
    }

    /** {@return the text before its first step into it: at the one value it holds} */
    public static JsonText of(String file, String text) {
        return of(STRICT, file, text);
    }

    /** {@return a text that others wrote: a key that stands twice is left to whoever reads it} */
    public static JsonText ofOthers(String file, String text) {
        return of(PLAIN, file, text);
    }

    private static JsonText of(JsonFactory factory, String file, String text) {
        try {
            var json = new JsonText(file, factory.createParser(text));
            if (json.next() == null) {
                throw new BadInput(file, 1, "", "the file is empty.", null);
            }
            return json;
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory could not be opened.", impossible);
        }
    }

    /** Steps into an object; what is none is refused. */
    public void enterObject() {
        enter(JsonToken.START_OBJECT, "an object in braces is expected here");
    }

    /** Steps into a list; what is none is refused. */
    public void enterList() {
        enter(JsonToken.START_ARRAY, "a list in brackets is expected here");
    }

    private void enter(JsonToken start, String expected) {
        if (parser.currentToken() != start) {
            throw fault("%s, not %s.".formatted(expected, shown()), null);
        }
    }

    /** {@return the next key of the object, having stepped to its value, or null at the object's end} */
    public @Nullable String key() {
        if (next() == JsonToken.END_OBJECT) {
            return null;
        }
        var key = written();
        next();
        return key;
    }

    /** {@return whether the list goes on, having stepped to its next value} */
    public boolean item() {
        return next() != JsonToken.END_ARRAY;
    }

    /** {@return line in the file of the place reached} */
    public int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** {@return the value here with all that it holds} */
    public JsonValue value() {
        int line = line();
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            var fields = new LinkedHashMap<String, JsonValue>();
            var twice = new ArrayList<String>();
            for (var key = key(); key != null; key = key()) {
                if (fields.putIfAbsent(key, value()) != null) {
                    twice.add(key);
                }
            }
            return new JsonValue(line, JsonValue.Kind.OBJECT, "", fields, List.of(), twice);
        }
        if (token == JsonToken.START_ARRAY) {
            var items = new ArrayList<JsonValue>();
            while (item()) {
                items.add(value());
            }
            return new JsonValue(line, JsonValue.Kind.LIST, "", Map.of(), items, List.of());
        }
        return new JsonValue(line, JsonValue.Kind.of(token), written(), Map.of(), List.of(), List.of());
    }

    /** Passes over the value here with all that it holds. */
    public void skip() {
        try {
            parser.skipChildren();
        } catch (IOException broken) {
            throw refused(broken);
        }
    }

    /** Refuses anything behind the end of the one value. */
    public void end() {
        if (next() != null) {
            throw fault("something follows the end: %s.".formatted(shown()), "two files were put together.");
        }
    }

    /** {@return the text here, which may be empty} */
    public String textOrEmpty() {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw fault("a text is expected here, not %s.".formatted(shown()), null);
        }
        return written();
    }

    /** {@return the text here, which holds more than blanks} */
    public String text() {
        var text = textOrEmpty();
        if (text.isBlank()) {
            throw fault("a text is expected here; it is blank.", null);
        }
        return text;
    }

    /** {@return the whole number here, its size below 2^53} */
    public long whole() {
        var token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            throw fault("%s is a text; a whole number is expected here.".formatted(shown()), "leave the quotes out.");
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            throw fault(
                    "%s is not written as a whole number.".formatted(shown()),
                    "state it in a smaller unit, and without an exponent.");
        }
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw fault("a whole number is expected here, not %s.".formatted(shown()), null);
        }
        var digits = written();
        long value = digits.length() > LONGEST ? EXACT : Long.parseLong(digits);
        if (value <= -EXACT || value >= EXACT) {
            throw fault(
                    "%s is too large: whole numbers are computed exactly below %d (2^53).".formatted(shown(), EXACT),
                    "a larger unit will do, or a bound that can really be reached.");
        }
        return value;
    }

    /**
     * {@return the value here with all that it holds}
     *
     * @param deepest how many objects and lists may stand in each other
     * @param longest how many items a list may have
     */
    public JsonNode tree(int deepest, int longest) {
        return switch (Objects.requireNonNull(parser.currentToken())) {
            case START_OBJECT -> object(deepest, longest);
            case START_ARRAY -> list(deepest, longest);
            case VALUE_STRING -> TextNode.valueOf(written());
            case VALUE_NUMBER_INT -> LongNode.valueOf(whole());
            case VALUE_NUMBER_FLOAT -> DoubleNode.valueOf(finite());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.instance;
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("No value stands at " + path());
        };
    }

    private ObjectNode object(int deepest, int longest) {
        refuseDeeper(deepest);
        var object = JsonNodeFactory.instance.objectNode();
        for (var key = key(); key != null; key = key()) {
            object.set(key, tree(deepest - 1, longest));
        }
        return object;
    }

    private ArrayNode list(int deepest, int longest) {
        refuseDeeper(deepest);
        var list = JsonNodeFactory.instance.arrayNode();
        while (item()) {
            if (list.size() == longest) {
                throw fault("the list is longer than %d items.".formatted(longest), null);
            }
            list.add(tree(deepest - 1, longest));
        }
        return list;
    }

    private void refuseDeeper(int deepest) {
        if (deepest == 0) {
            throw fault("objects and lists stand too deep in each other here.", null);
        }
    }

    /** {@return the number here, which need not be whole} */
    private double finite() {
        double value = Double.parseDouble(written());
        if (!Double.isFinite(value)) {
            throw fault("%s is too large a number.".formatted(shown()), null);
        }
        return value;
    }

    /** {@return the line on which a path such as {@code components[0].name} begins, or 0 where the text has no such path} */
    public static int line(String file, String text, String path) {
        var json = of(file, text);
        do {
            if (json.path().equals(path)) {
                return json.parser.currentTokenLocation().getLineNr();
            }
        } while (json.next() != null);
        return 0;
    }

    /** {@return the complaint about a key that nobody knows} */
    public BadInput unknownKey(String... known) {
        return fault(
                "nobody knows this key.",
                "it is misspelt; the keys here are " + new TreeSet<>(java.util.Set.of(known)) + ".");
    }

    /** {@return a complaint about the place reached} */
    public BadInput fault(String what, @Nullable String maybe) {
        return new BadInput(file, parser.currentTokenLocation().getLineNr(), path(), what, maybe);
    }

    private String path() {
        var path = new StringBuilder();
        for (var place = parser.getParsingContext(); place != null; place = place.getParent()) {
            if (place.inArray() && place.hasCurrentIndex()) {
                path.insert(0, "[" + place.getCurrentIndex() + "]");
            } else if (place.inObject() && place.getCurrentName() != null) {
                path.insert(0, "." + place.getCurrentName());
            }
        }
        return path.toString().replaceFirst("^\\.", "");
    }

    private @Nullable JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException broken) {
            throw refused(broken);
        }
    }

    private String written() {
        try {
            var text = parser.getText();
            var sign = Unfit.sign(text);
            if (sign != null) {
                throw fault(Unfit.what(sign), null);
            }
            return text;
        } catch (IOException broken) {
            throw refused(broken);
        }
    }

    private String shown() {
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return "an object";
        }
        if (token == JsonToken.START_ARRAY) {
            return "a list";
        }
        var written = written();
        return "(" + (written.length() > MOST_SHOWN ? written.substring(0, MOST_SHOWN) + "..." : written) + ")";
    }

    /** The parser's own settings are nothing that whoever wrote the file could change. */
    public static String plain(String message) {
        return message.replaceAll("(?s): enable `.*|, from `[^`]*`| \\(start marker .*", "");
    }

    private BadInput refused(IOException broken) {
        if (!(broken instanceof JsonProcessingException wrong)) {
            throw new IllegalStateException("A text in memory could not be read.", broken);
        }
        var place = wrong.getLocation() == null ? parser.currentLocation() : wrong.getLocation();
        return new BadInput(
                file,
                place.getLineNr(),
                path(),
                "this cannot be read as JSON at column %d: %s"
                        .formatted(place.getColumnNr(), plain(wrong.getOriginalMessage())),
                "the file was cut short, a key stands twice, or a comma, quote or bracket is missing.");
    }
}
