package org.multipolar.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of the first form of a class on a page, as a browser would send them. */
final class FormFields {

    private static final Pattern FIELD = Pattern.compile(
            "<input ([^>]*)>|<select ([^>]*)>(.*?)</select>|<textarea ([^>]*)>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]*)\"( selected)?>");

    private final Map<String, List<String>> fields = new TreeMap<>();

    private FormFields() {}

    static FormFields of(String page, String formClass) {
        var from = page.indexOf("<form class=\"" + formClass);
        var form = page.substring(from, page.indexOf("</form>", from));
        var read = new FormFields();
        FIELD.matcher(form).results().forEach(match -> {
            if (match.group(1) != null) {
                read.input(match.group(1));
            } else if (match.group(2) != null) {
                read.select(attribute(match.group(2), "name"), match.group(3));
            } else {
                read.add(attribute(match.group(4), "name"), plain(match.group(5)));
            }
        });
        return read;
    }

    private void input(String attributes) {
        boolean box = attributes.contains("type=\"checkbox\"");
        if (!attributes.contains("type=\"file\"") && (!box || attributes.endsWith(" checked"))) {
            add(attribute(attributes, "name"), plain(attribute(attributes, "value")));
        }
    }

    private void select(String name, String options) {
        var all = OPTION.matcher(options).results().toList();
        all.stream()
                .filter(each -> each.group(2) != null)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(each -> add(name, plain(each.group(1))));
    }

    private void add(String name, String value) {
        fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    private static String attribute(String attributes, String name) {
        var match = Pattern.compile("(?:^| )" + name + "=\"([^\"]*)\"").matcher(attributes);
        return match.find() ? match.group(1) : "";
    }

    static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    FormFields with(String name, String value) {
        fields.put(name, List.of(value));
        return this;
    }

    String get(String name) {
        var texts = fields.getOrDefault(name, List.of());
        return texts.isEmpty() ? "" : texts.get(0);
    }

    Map<String, List<String>> all() {
        return fields;
    }

    /** {@return them as the body of a form that a button sends} */
    String pressed(String button) {
        var sent = new TreeMap<>(fields);
        sent.put("do", List.of(button));
        return sent.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
