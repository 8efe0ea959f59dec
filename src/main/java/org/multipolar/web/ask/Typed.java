package org.multipolar.web.ask;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The fields of a form as a browser sent them.
 *
 * @param fields texts by name, in the order sent
 * @param files bytes of the files brought along, by name; none that is empty
 */
public record Typed(Map<String, List<String>> fields, Map<String, byte[]> files) {

    public Typed {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** {@return the fields of a body of either kind that forms are sent in} */
    public static Typed read(String contentType, byte[] body) {
        return contentType.startsWith("multipart/") ? Multipart.read(contentType, body) : plain(body);
    }

    private static Typed plain(byte[] body) {
        var fields = new TreeMap<String, List<String>>();
        for (var pair : new String(body, StandardCharsets.US_ASCII).split("&", -1)) {
            var parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                add(fields, decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
            }
        }
        return new Typed(fields, Map.of());
    }

    private static String decoded(String text) {
        try {
            return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            // No browser writes such a percent sign; what stands there is then meant as it is.
            return text;
        }
    }

    static void add(Map<String, List<String>> fields, String name, String text) {
        fields.computeIfAbsent(name, any -> new ArrayList<>()).add(text);
    }

    /** {@return the text of a field; empty where there is none} */
    public String text(String name) {
        var texts = fields.getOrDefault(name, List.of());
        return texts.isEmpty() ? "" : texts.get(0).strip();
    }

    /** {@return the texts of a field that may come more than once, empty ones left out} */
    public List<String> texts(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** {@return the rows of a list, as the beginnings of their fields' names, in order: {@code demands[0]}, {@code demands[2]}} */
    List<String> rows(String list) {
        var pattern = Pattern.compile(Pattern.quote(list) + "\\[(\\d{1,4})]\\..*");
        var numbers = new TreeSet<Integer>();
        fields.keySet().forEach(name -> {
            var match = pattern.matcher(name);
            if (match.matches()) {
                numbers.add(Integer.valueOf(match.group(1)));
            }
        });
        return numbers.stream().map(each -> "%s[%d]".formatted(list, each)).toList();
    }
}
