package org.multipolar.web.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the description.
 *
 * @param path as described, with its parameters in braces
 */
record Operation(String method, String path, JsonNode described) {

    /** @param place path, query or header */
    record Parameter(String name, String place, boolean required, JsonNode schema) {}

    static List<Operation> all(JsonNode document) {
        var all = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> !method.getKey().equals("parameters"))
                .forEach(method -> all.add(
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        // What is ended is ended last, so that the others find it.
        all.sort((one, other) ->
                Boolean.compare(one.method().equals("DELETE"), other.method().equals("DELETE")));
        return List.copyOf(all);
    }

    List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>();
        described
                .path("parameters")
                .forEach(each -> parameters.add(new Parameter(
                        each.path("name").asText(),
                        each.path("in").asText(),
                        each.path("required").asBoolean(),
                        each.path("schema"))));
        return parameters;
    }

    /** {@return what a body may be, by media type} */
    TreeMap<String, JsonNode> bodies() {
        var bodies = new TreeMap<String, JsonNode>();
        described
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(each -> bodies.put(each.getKey(), each.getValue()));
        return bodies;
    }

    /** {@return the keys of a JSON body} */
    List<String> keys(JsonNode document) {
        var schema = described.at("/requestBody/content/application~1json/schema");
        while (schema.has("$ref")) {
            schema = document.at(schema.path("$ref").asText().substring(1));
        }
        var keys = new ArrayList<String>();
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Nullable
    JsonNode response(int status) {
        return described.path("responses").get(String.valueOf(status));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
