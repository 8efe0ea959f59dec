package org.multipolar.decision;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.JsonText;
import org.multipolar.catalog.read.Unfit;

/**
 * The body of a request, cut into its parts.
 *
 * <p>Parts are handed on as bytes for the readers of profiles, blank outside the part, so that a fault names the line of
 * the body as it was sent.
 */
public final class JsonBody {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();

    /** Where a value stands in the body, and its text where it is a plain one. */
    private record Part(
            int keyFrom, int from, int to, JsonToken kind, int line, @Nullable String text, boolean empty) {}

    private final byte[] body;
    private final Map<String, Part> parts;

    private JsonBody(byte[] body, Map<String, Part> parts) {
        this.body = body;
        this.parts = parts;
    }

    public static JsonBody read(byte[] body, String... keys) {
        // Checked before: the parser would take other encodings, whose offsets are not those of the bytes.
        var unused = JsonText.text("request", body);
        try (var json = JSON.createParser(body)) {
            return new JsonBody(body, parts(json, new TreeSet<>(Arrays.asList(keys))));
        } catch (JsonProcessingException broken) {
            var place = broken.getLocation();
            throw new BadInput(
                    "request",
                    place == null ? 1 : Math.max(place.getLineNr(), 1),
                    "",
                    "this is no JSON: " + JsonText.plain(broken.getOriginalMessage()),
                    "a comma, a quote or a bracket is missing.");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Part> parts(JsonParser json, SortedSet<String> known) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new BadInput(
                    "request",
                    1,
                    "",
                    "the body is no JSON object.",
                    "it starts with a brace: {\"%s\": ...}.".formatted(known.first()));
        }
        var parts = new TreeMap<String, Part>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var key = readable(json, "");
            int keyFrom = offset(json.currentTokenLocation().getByteOffset());
            int line = json.currentTokenLocation().getLineNr();
            if (!known.contains(key)) {
                throw new BadInput(
                        "request",
                        line,
                        key,
                        "nobody knows this key.",
                        "it is misspelt; the keys here are " + known + ".");
            }
            var kind = json.nextToken();
            int from = offset(json.currentTokenLocation().getByteOffset());
            var text = kind.isScalarValue() && kind != JsonToken.VALUE_NULL ? readable(json, key) : null;
            boolean empty = kind == JsonToken.VALUE_NULL || emptyList(json, key);
            // Reading text and children moves the parser to the value's last byte.
            parts.put(
                    key,
                    new Part(keyFrom, from, offset(json.currentLocation().getByteOffset()), kind, line, text, empty));
        }
        if (json.nextToken() != null) {
            throw new BadInput(
                    "request", json.currentTokenLocation().getLineNr(), "", "something follows the object.", null);
        }
        return parts;
    }

    private static boolean emptyList(JsonParser json, String key) throws IOException {
        if (!json.currentToken().isStructStart()) {
            return false;
        }
        boolean list = json.currentToken() == JsonToken.START_ARRAY;
        int depth = 1;
        int inside = 0;
        while (depth > 0) {
            var token = json.nextToken();
            readable(json, key);
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            inside++;
        }
        return list && inside == 1;
    }

    /** {@return the text of a token, which stores keep and people read} */
    private static String readable(JsonParser json, String key) throws IOException {
        var text = json.getText();
        var unfit = Unfit.sign(text);
        if (unfit != null) {
            throw new BadInput("request", json.currentTokenLocation().getLineNr(), key, Unfit.what(unfit), null);
        }
        return text;
    }

    private static int offset(long offset) {
        if (offset < 0) {
            throw new BadInput("request", 0, "", "the body is not UTF-8.", null);
        }
        return Math.toIntExact(offset);
    }

    public boolean has(String key) {
        var part = parts.get(key);
        return part != null && !part.empty();
    }

    public boolean isObject(String key) {
        var part = parts.get(key);
        return part != null && part.kind() == JsonToken.START_OBJECT;
    }

    /** {@return whether a list stands at a key, even one without items} */
    public boolean isList(String key) {
        var part = parts.get(key);
        return part != null && part.kind() == JsonToken.START_ARRAY;
    }

    public boolean isText(String key) {
        var part = parts.get(key);
        return part != null && part.kind() == JsonToken.VALUE_STRING;
    }

    /** {@return the text at a key, or null where it is missing} */
    public @Nullable String text(String key) {
        var part = parts.get(key);
        if (part == null || part.kind() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (part.kind() != JsonToken.VALUE_STRING) {
            throw new BadInput("request", part.line(), key, "a text is expected here.", null);
        }
        return part.text();
    }

    /** {@return the truth at a key, or null where it is missing} */
    @Nullable
    Boolean flag(String key) {
        var part = parts.get(key);
        if (part == null || part.kind() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (part.kind() != JsonToken.VALUE_TRUE && part.kind() != JsonToken.VALUE_FALSE) {
            throw new BadInput("request", part.line(), key, "true or false is expected here.", null);
        }
        return part.kind() == JsonToken.VALUE_TRUE;
    }

    public int line(String key) {
        var part = parts.get(key);
        return part == null ? 0 : part.line();
    }

    /** {@return the body with everything but the value at this key left out but for line ends} */
    public byte[] value(String key) {
        var part = part(key);
        return only(part.from(), part.to());
    }

    /** {@return the bytes of the value at this key alone, the same wherever it stood} */
    public byte[] alone(String key) {
        var part = part(key);
        return Arrays.copyOfRange(body, part.from(), part.to());
    }

    /** {@return the body with everything but this entry left out but for line ends, an object of one key} */
    public byte[] entry(String key) {
        var part = part(key);
        var inside = only(part.keyFrom(), part.to());
        int lines = inside.length - (part.to() - part.keyFrom());
        var entry = new byte[inside.length + 2];
        System.arraycopy(inside, 0, entry, 0, lines);
        entry[lines] = '{';
        System.arraycopy(inside, lines, entry, lines + 1, inside.length - lines);
        entry[entry.length - 1] = '}';
        return entry;
    }

    /** One item of a list: where it stands in the body, and its text where it is one. */
    static final class Item {

        private final JsonBody of;
        private final @Nullable String text;
        private final int from;
        private final int to;

        private Item(JsonBody of, @Nullable String text, int from, int to) {
            this.of = of;
            this.text = text;
            this.from = from;
            this.to = to;
        }

        /** {@return its text, or null where it is none} */
        @Nullable
        String text() {
            return text;
        }

        int line() {
            int line = 1;
            for (int i = 0; i < from; i++) {
                line += of.body[i] == '\n' ? 1 : 0;
            }
            return line;
        }

        /** {@return the body with everything but the item left out but for line ends} */
        byte[] value() {
            return of.only(from, to);
        }

        /** {@return the bytes of the item, the same wherever it stood} */
        byte[] alone() {
            return Arrays.copyOfRange(of.body, from, to);
        }
    }

    /** {@return the items of the list at a key, in order; none where the key is missing} */
    List<Item> items(String key) {
        if (!has(key)) {
            return List.of();
        }
        var part = part(key);
        if (part.kind() != JsonToken.START_ARRAY) {
            throw new BadInput(
                    "request", part.line(), key, "a list is expected here.", "it stands in brackets: [...].");
        }
        var items = new ArrayList<Item>();
        try (var json = JSON.createParser(Arrays.copyOfRange(body, part.from(), part.to()))) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                int from = part.from() + offset(json.currentTokenLocation().getByteOffset());
                var text = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null;
                json.skipChildren();
                int to = part.from() + offset(json.currentLocation().getByteOffset());
                items.add(new Item(this, text, from, to));
            }
        } catch (IOException unreadable) {
            // The body was read to its end before.
            throw new UncheckedIOException(unreadable);
        }
        return items;
    }

    private Part part(String key) {
        var part = parts.get(key);
        if (part == null || part.kind() == JsonToken.VALUE_NULL) {
            throw new BadInput("request", 0, key, "the key (%s) is missing or empty.".formatted(key), null);
        }
        return part;
    }

    /** Line ends before the part stay, so that faults name the lines of the body; blanks would be read for nothing. */
    private byte[] only(int from, int to) {
        int lines = 0;
        for (int i = 0; i < from; i++) {
            lines += body[i] == '\n' ? 1 : 0;
        }
        var alone = new byte[lines + to - from];
        Arrays.fill(alone, 0, lines, (byte) '\n');
        System.arraycopy(body, from, alone, lines, to - from);
        return alone;
    }
}
