package org.multipolar.web.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.Unfit;
import org.multipolar.explain.Json;

/** The arguments of a call, each of the kind that its tool expects. */
final class Args {

    private static final int LONGEST_TEXT = 4000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();

    private final Map<String, Object> given;

    private Args(Map<String, Object> given) {
        this.given = given;
    }

    /**
     * {@return the arguments of a call}
     *
     * @throws BadInput where one is unknown, missing or of another kind
     */
    static Args read(List<Arg> known, Map<String, Object> sent) {
        var names = known.stream().map(Arg::name).toList();
        var given = new TreeMap<String, Object>();
        sent.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw bad(
                        cut(name),
                        "nobody knows this argument.",
                        "it is misspelt; the arguments here are %s.".formatted(names));
            }
            // Clients send null for what they leave out.
            if (value != null) {
                given.put(name, value);
            }
        });
        for (var arg : known) {
            var value = given.get(arg.name());
            if (value != null) {
                given.put(arg.name(), checked(arg, value));
            } else if (arg.required()) {
                throw bad(
                        arg.name(),
                        "the argument (%s) is missing.".formatted(arg.name()),
                        "it is: " + arg.description());
            }
        }
        return new Args(given);
    }

    private static Object checked(Arg arg, Object value) {
        return switch (arg.kind()) {
            case TEXT -> word(arg, value instanceof String text ? text(arg, text) : wrong(arg, value));
            case WHOLE -> value instanceof Integer || value instanceof Long ? value : wrong(arg, value);
            case FLAG -> value instanceof Boolean ? value : wrong(arg, value);
            case DOCUMENT -> document(arg, value);
        };
    }

    private static Object document(Arg arg, Object value) {
        if (value instanceof Map || value instanceof Collection) {
            return one(arg, Json.compact(value).strip());
        }
        if (!(value instanceof String text)) {
            return wrong(arg, value);
        }
        return isJson(text) ? one(arg, text) : text(arg, text);
    }

    private static boolean isJson(String text) {
        var start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    /** {@return a text that holds one JSON value and nothing else, so that it can stand within another} */
    private static String one(Arg arg, String text) {
        try (var parser = JSON.createParser(text)) {
            parser.nextToken();
            parser.skipChildren();
            if (parser.nextToken() == null) {
                return text;
            }
        } catch (IOException broken) {
            throw bad(
                    arg.name(),
                    "this begins like JSON and is none.",
                    "a comma, a quote or a bracket is missing, or it is deeper than 64.");
        }
        throw bad(arg.name(), "something follows the JSON.", null);
    }

    private static String text(Arg arg, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw bad(
                    arg.name(),
                    "a text of %d characters is too long.".formatted(text.length()),
                    "it has at most %d.".formatted(LONGEST_TEXT));
        }
        var unfit = Unfit.sign(text);
        if (unfit != null) {
            throw bad(arg.name(), "the text holds a character of no meaning (%s).".formatted(unfit), null);
        }
        return text;
    }

    private static Object word(Arg arg, Object text) {
        if (!arg.words().isEmpty() && !arg.words().contains(text)) {
            throw bad(
                    arg.name(),
                    "(%s) is none of the words here.".formatted(cut(text)),
                    "it is one of %s.".formatted(arg.words()));
        }
        return text;
    }

    private static Object wrong(Arg arg, Object value) {
        throw bad(
                arg.name(),
                "(%s) is not of the type %s."
                        .formatted(cut(value), String.join(" or ", arg.kind().types())),
                null);
    }

    private static String cut(Object value) {
        var text = value instanceof Map || value instanceof Collection ? "an object or list" : String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    private static BadInput bad(String name, String what, @Nullable String maybe) {
        return new BadInput("arguments", 0, name, what, maybe);
    }

    /** {@return a text, or null where it is left out} */
    @Nullable
    String text(String name) {
        var value = given.get(name);
        return value == null ? null : value.toString();
    }

    String text(String name, String usual) {
        return Objects.requireNonNullElse(text(name), usual);
    }

    /** {@return the text of a required argument} */
    String must(String name) {
        return Objects.requireNonNull(text(name));
    }

    int whole(String name, int usual) {
        // What does not fit is out of every bound that is checked later.
        return given.get(name) instanceof Number number
                ? (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number.longValue()))
                : usual;
    }

    /** {@return a JSON object of the arguments that are given under these names, as a body of the HTTP API} */
    String body(String... names) {
        var body = new StringBuilder("{");
        for (var name : names) {
            var value = given.get(name);
            if (value != null) {
                body.append(body.length() == 1 ? "" : ",\n")
                        .append('"')
                        .append(name)
                        .append("\": ")
                        .append(json(value));
            }
        }
        return body.append('}').toString();
    }

    private static String json(Object value) {
        return value instanceof String text && isJson(text)
                ? text
                : Json.compact(value).strip();
    }
}
