package org.multipolar.web.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.read.YamlNode;
import org.multipolar.explain.Json;

/**
 * A part of a profile as keys and values, whether it was written as YAML or as JSON.
 *
 * <p>Values are maps, lists, texts, numbers and truths; a number keeps the decimals it was written with.
 */
final class Profile {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,17})\\.\\d{1,18}");

    private final Map<String, Object> entries;

    private Profile(Map<String, Object> entries) {
        this.entries = entries;
    }

    static Profile read(byte[] bytes) {
        return of(map(YamlNode.read("request", bytes)));
    }

    /** {@return what a hidden field carried along; nothing where it is empty} */
    static Profile carried(String json) {
        return json.isBlank() ? of(Map.of()) : read(json.getBytes(UTF_8));
    }

    static Profile of(Map<String, Object> entries) {
        return new Profile(new LinkedHashMap<>(entries));
    }

    private static Map<String, Object> map(YamlNode yaml) {
        var map = new LinkedHashMap<String, Object>();
        yaml.entries().forEach((key, value) -> {
            if (!value.isNull()) {
                map.put(key, value(value));
            }
        });
        return map;
    }

    private static Object value(YamlNode yaml) {
        if (yaml.isMap()) {
            return map(yaml);
        }
        return yaml.isList() ? yaml.items().stream().map(Profile::value).toList() : scalar(yaml.text());
    }

    /** {@return a text as the number or the truth that it is; any other text as it is} */
    static Object scalar(String text) {
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        if (DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> text;
        };
    }

    /** {@return the same without some keys} */
    Profile without(Set<String> keys) {
        var rest = of(entries);
        rest.entries.keySet().removeAll(keys);
        return rest;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    boolean empty() {
        return entries.isEmpty();
    }

    /** {@return the text or number at a key; empty where there is none} */
    String text(String key) {
        var value = entries.get(key);
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }

    /** {@return the texts of the list at a key} */
    List<String> texts(String key) {
        return list(key).stream().map(Object::toString).toList();
    }

    private List<?> list(String key) {
        return entries.get(key) instanceof List<?> list ? list : List.of();
    }

    Profile part(String key) {
        return part(entries.get(key));
    }

    private static Profile part(@Nullable Object value) {
        var part = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                if (each != null) {
                    part.put(String.valueOf(key), each);
                }
            });
        }
        return new Profile(part);
    }

    List<Profile> parts(String key) {
        return list(key).stream().map(Profile::part).toList();
    }

    Map<String, Object> entries() {
        return entries;
    }

    /** {@return how many things stand at each key, for those who list them} */
    Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        entries.forEach((key, value) -> counts.put(
                key, value instanceof List<?> list ? list.size() : value instanceof Map<?, ?> map ? map.size() : 1));
        return counts;
    }

    /** {@return it on one line; empty where it holds nothing} */
    String json() {
        return entries.isEmpty() ? "" : Json.compact(entries).strip();
    }
}
