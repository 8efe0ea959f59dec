package org.multipolar.web.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Says how an answer breaks the description. */
final class Contract {

    private static final int LEAST_DETAIL = 20;
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Nobody is helped by the inside of the program. */
    private static final Pattern INSIDE = Pattern.compile(
            "org\\.multipolar\\.[a-z.]*[A-Z]|java\\.(lang|util|io)\\.|Exception\\b|\\bat [a-z]+\\.[a-z]+\\.");

    private final JsonNode components;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    Contract(JsonNode document) {
        components = closed(document.path("components").deepCopy());
    }

    /** An object that lists what it holds holds nothing else here, though a client should bear more. */
    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Contract::closed);
        return node;
    }

    /** {@return what is wrong with an answer, nothing where it keeps the contract} */
    List<String> broken(Operation operation, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        var response = operation.response(status);
        if (response == null) {
            return List.of("status %d is not described".formatted(status));
        }
        if (status >= 500 && status != 503) {
            return List.of("status %d".formatted(status));
        }
        var content = response.path("content");
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var body = new String(answer.body(), StandardCharsets.UTF_8);
        if (content.isEmpty()) {
            return body.isEmpty() ? List.of() : List.of("status %d has a body that is not described".formatted(status));
        }
        var described = content.properties().stream()
                .filter(each -> bare(each.getKey()).equals(bare(type)))
                .findFirst();
        if (described.isEmpty()) {
            return List.of("status %d has the media type (%s), which is not described".formatted(status, type));
        }
        var schema = described.get().getValue().path("schema");
        var wrong = new ArrayList<String>();
        if (bare(type).endsWith("json")) {
            wrong.addAll(broken(schema, body));
        } else if (bare(type).equals("text/event-stream")) {
            body.lines()
                    .filter(line -> line.startsWith("data:"))
                    .forEach(line -> wrong.addAll(broken(schema.path("items"), line.substring(5))));
        } else if (bare(type).equals("application/jsonl")) {
            body.lines().filter(line -> !parses(line)).forEach(line -> wrong.add("a line is no JSON: " + line));
        }
        if (status >= 400) {
            wrong.addAll(unhelpful(status, body));
        }
        return wrong;
    }

    private static String bare(String type) {
        return type.replaceAll(";.*", "").strip();
    }

    private static boolean parses(String text) {
        try {
            JSON.readTree(text);
            return true;
        } catch (JsonProcessingException none) {
            return false;
        }
    }

    private List<String> broken(JsonNode schema, String text) {
        if (schema.isMissingNode()) {
            return List.of("the answer has no schema");
        }
        try {
            return schemas.computeIfAbsent(schema, this::compiled).validate(JSON.readTree(text)).stream()
                    .map(each -> each.getInstanceLocation() + " " + each.getMessage())
                    .limit(5)
                    .toList();
        } catch (JsonProcessingException none) {
            return List.of("the answer is no JSON: " + none.getOriginalMessage());
        }
    }

    private Schema compiled(JsonNode schema) {
        var root = closed(schema.deepCopy()).<ObjectNode>deepCopy();
        root.set("components", components);
        return registry.getSchema(root);
    }

    private static List<String> unhelpful(int status, String body) {
        JsonNode problem;
        try {
            problem = JSON.readTree(body);
        } catch (JsonProcessingException none) {
            return List.of("status %d is no problem document".formatted(status));
        }
        var wrong = new ArrayList<String>();
        var detail = problem.path("detail").asText();
        if (problem.path("status").asInt() != status) {
            wrong.add("the problem says status %s".formatted(problem.path("status")));
        }
        if (detail.length() < LEAST_DETAIL
                || detail.equals(problem.path("title").asText())) {
            wrong.add("the detail helps nobody: (%s)".formatted(detail));
        }
        if (INSIDE.matcher(body).find()) {
            wrong.add("the inside shows: " + detail);
        }
        return wrong;
    }

    /** {@return where the description says so little that nothing could break it} */
    static List<String> vague(Operation operation, JsonNode document) {
        var vague = new ArrayList<String>();
        operation.described().path("responses").properties().forEach(response -> {
            var content = response.getValue().path("content");
            if (content.isEmpty() && !response.getKey().equals("204")) {
                vague.add(response.getKey() + " has no content");
            }
            content.properties().forEach(each -> {
                if (bare(each.getKey()).endsWith("json")
                        && empty(each.getValue().path("schema"), document)) {
                    vague.add(response.getKey() + " has no schema to speak of");
                }
            });
        });
        operation.bodies().forEach((type, body) -> {
            if (type.endsWith("json") && empty(body.path("schema"), document)) {
                vague.add("the body has no schema to speak of");
            }
        });
        return vague;
    }

    private static boolean empty(JsonNode schema, JsonNode document) {
        if (schema.has("$ref")) {
            return empty(document.at(schema.path("$ref").asText().substring(1)), document);
        }
        boolean parts = schema.has("anyOf") || schema.has("oneOf") || schema.has("allOf");
        boolean named =
                schema.path("properties").size() > 0 || schema.path("required").size() > 0;
        return !parts
                && !named
                && (schema.path("type").asText().equals("array") ? empty(schema.path("items"), document) : true);
    }
}
