package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A session with the tools, in plain requests. */
final class McpSession {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HELLO =
            """
            {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-06-18",
             "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}}""";

    private final String id;
    private final JsonNode greeting;
    private @Nullable String token;

    private McpSession(String id, JsonNode greeting) {
        this.id = id;
        this.greeting = greeting;
    }

    /** What a tool said. */
    record Said(boolean error, List<String> texts) {

        String answer() {
            assertThat(error).as(texts.toString()).isFalse();
            assertThat(texts).hasSize(2);
            return texts.get(1);
        }

        JsonNode tree() {
            return McpSession.tree(answer());
        }

        String fault() {
            assertThat(error).as(texts.toString()).isTrue();
            assertThat(texts).hasSize(1);
            return texts.get(0);
        }
    }

    static McpSession open(@Nullable String token) {
        var hello = post(token, HELLO);
        assertThat(hello.statusCode()).as(hello.asString()).isEqualTo(200);
        var session = new McpSession(hello.header("Mcp-Session-Id"), message(hello));
        session.token = token;
        session.raw("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}");
        return session;
    }

    /** {@return the answer to a first message} */
    static Response hello(RequestSpecification asking) {
        return asking.body(HELLO).post("/mcp");
    }

    static RequestSpecification asking() {
        return given().contentType("application/json").header("Accept", "application/json, text/event-stream");
    }

    private static Response post(@Nullable String token, String body) {
        return (token == null ? asking() : asking().header("Authorization", "Bearer " + token))
                .body(body)
                .post("/mcp");
    }

    /** Goes on with another token. */
    void as(String other) {
        token = other;
    }

    JsonNode greeting() {
        return greeting.path("result");
    }

    Response raw(String body) {
        return (token == null ? asking() : asking().header("Authorization", "Bearer " + token))
                .header("Mcp-Session-Id", id)
                .body(body)
                .post("/mcp");
    }

    JsonNode send(String method, String params) {
        var answer =
                raw("{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"%s\", \"params\": %s}".formatted(method, params));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return message(answer);
    }

    Said call(String tool, Map<String, ?> args) {
        return call(tool, text(args));
    }

    Said call(String tool, String args) {
        var answer = send("tools/call", "{\"name\": \"%s\", \"arguments\": %s}".formatted(tool, args));
        assertThat(answer.has("result")).as(answer.toString()).isTrue();
        var result = answer.path("result");
        return new Said(
                result.path("isError").asBoolean(),
                StreamSupport.stream(result.path("content").spliterator(), false)
                        .map(content -> content.path("text").asText())
                        .toList());
    }

    /** {@return the message in an answer, be it plain or the last event of a stream} */
    private static JsonNode message(Response answer) {
        var text = answer.asString();
        if (text.startsWith("{")) {
            return tree(text);
        }
        var events = text.lines().filter(line -> line.startsWith("data:")).toList();
        return tree(events.get(events.size() - 1).substring("data:".length()));
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
