package org.multipolar.web.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes requests for an operation from its description: first some that are in order, then ones that seldom are. */
final class Requests {

    /** In order, so that answers are seen and not only refusals. */
    private static final int GOOD = 3;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "none",
            "-1",
            "0",
            "1.5",
            "9223372036854775808",
            "1e400",
            "true",
            "null",
            "2026-02-30",
            "%",
            "\\",
            "_",
            "*",
            "..",
            "'; drop table entry; --",
            "<b>",
            "\u00e4\u00f6\u6f22\ud83d\ude00",
            "\u202e",
            "\u0000",
            "\n",
            "x".repeat(3000));
    private static final String BOUNDARY = "seam";

    private final Operation operation;
    private final Scene scene;
    private final Random random;

    Requests(Operation operation, Scene scene, long seed) {
        this.operation = operation;
        this.scene = scene;
        this.random = new Random(seed ^ operation.toString().hashCode());
    }

    List<Request> drawn(int count) {
        var drawn = new ArrayList<Request>();
        var types = operation.bodies().isEmpty()
                ? List.of("")
                : List.copyOf(operation.bodies().keySet());
        for (int i = 0; i < (Scene.SLOW.contains(operation.toString()) ? 1 : GOOD * types.size()); i++) {
            drawn.add(good(types.get(i % types.size()), Map.of()));
        }
        while (drawn.size() < count) {
            drawn.add(bad(types.get(random.nextInt(types.size()))));
        }
        return drawn;
    }

    // ---- in order

    private Request good(String type, Map<String, String> instead) {
        var headers = new TreeMap<String, String>();
        var query = new StringBuilder();
        var path = operation.path();
        for (var parameter : operation.parameters()) {
            var name = parameter.name();
            var other = instead.get(name);
            switch (parameter.place()) {
                case "path" ->
                    path = path.replace("{" + name + "}", encoded(other == null ? scene.path(operation, name) : other));
                case "query" -> {
                    if (other != null || parameter.required() || random.nextBoolean()) {
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(encoded(other == null ? value(parameter) : other));
                    }
                }
                default -> {
                    if (random.nextBoolean()) {
                        headers.put(
                                name,
                                UUID.nameUUIDFromBytes(new byte[] {(byte) random.nextInt()})
                                        + String.valueOf(random.nextLong()));
                    }
                }
            }
        }
        byte[] body = null;
        if (!type.isEmpty()) {
            headers.put("Content-Type", type.startsWith("multipart") ? type + "; boundary=" + BOUNDARY : type);
            body = body(type).getBytes(UTF_8);
        }
        return new Request(operation.method(), path + query, headers, body, instead.isEmpty());
    }

    private String value(Operation.Parameter parameter) {
        var schema = parameter.schema();
        var usual = schema.path("default").asText();
        return switch (schema.path("type").asText()) {
            case "integer" ->
                String.valueOf(
                        schema.has("default") && random.nextBoolean()
                                ? usual
                                : schema.path("minimum").asLong(1) + random.nextInt(9));
            case "boolean" -> String.valueOf(random.nextBoolean());
            default -> Scene.query(operation, parameter.name());
        };
    }

    private String body(String type) {
        if (type.equals("text/csv")) {
            return Scene.sheet();
        }
        if (type.startsWith("multipart")) {
            return part("method", "published") + part("view", "absolute") + "--" + BOUNDARY + "--\r\n";
        }
        if (operation.path().equals("/api/v1/buyers/read")) {
            return Scene.buyerWithSheet();
        }
        var quick = Scene.bodyOrNull(operation.toString());
        return quick == null ? example(type) : quick;
    }

    private static String part(String name, String text) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, text);
    }

    private String example(String type) {
        var content = Objects.requireNonNull(operation.bodies().get(type));
        for (var example : content.path("examples")) {
            var value = example.path("value");
            return value.isTextual() ? value.asText() : value.toString();
        }
        throw new AssertionError(
                "%s: the description has no example of a body of the type (%s).".formatted(operation, type));
    }

    // ---- out of order

    private Request bad(String type) {
        int most = operation.parameters().isEmpty() ? 10 : 16;
        int least = type.isEmpty() ? 8 : 0;
        return switch (least + random.nextInt(most - least)) {
            case 0, 1, 2, 3, 4 -> changed(type);
            case 5 -> broken(type);
            case 6 ->
                spoilt(type).with(Map.of("Content-Type", drawn("text/plain", "application/xml", "", "a/b/c", "json")));
            case 7 -> spoilt(type).without("Content-Type");
            case 8 ->
                spoilt(type)
                        .with(Map.of("Accept", drawn("text/turtle", "image/png", "application/json", "*/*", "", "x")));
            case 9 -> strange(spoilt(type));
            default -> asking(type);
        };
    }

    /** The body as it should be, but for what makes a dear question one that is refused. */
    private Request spoilt(String type) {
        var good = good(type, Map.of());
        if (Scene.DEAR.contains(operation.toString())) {
            return good.with(Map.of("Accept", "text/turtle"));
        }
        return good.body() == null || !type.endsWith("json") ? good : good.bearing(bytes(spoilt(tree(good))));
    }

    private JsonNode spoilt(JsonNode tree) {
        var more = Scene.spoilt(operation.toString());
        if (more != null && tree instanceof ObjectNode object) {
            read(more).properties().forEach(each -> object.set(each.getKey(), each.getValue()));
        }
        return tree;
    }

    /** One or two values of the body are others. */
    private Request changed(String type) {
        var good = good(type, Map.of());
        if (!type.endsWith("json")) {
            return good.bearing(garbled(Objects.requireNonNull(good.body())));
        }
        var tree = tree(good);
        for (int i = random.nextInt(2); i >= 0; i--) {
            tree = Mutation.of(tree, random);
        }
        return good.bearing(bytes(spoilt(tree)));
    }

    /** The body is not what it says it is. */
    private Request broken(String type) {
        var good = spoilt(type);
        var body = Objects.requireNonNull(good.body());
        return good.bearing(
                switch (random.nextInt(9)) {
                    case 0 -> new byte[0];
                    case 1 -> null;
                    case 2 -> java.util.Arrays.copyOf(body, body.length / 2);
                    case 3 -> (new String(body, UTF_8) + "{}").getBytes(UTF_8);
                    case 4 -> ("\ufeff" + new String(body, UTF_8)).getBytes(UTF_8);
                    case 5 -> new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};
                    case 6 -> "[".repeat(5000).getBytes(UTF_8);
                    case 7 -> random.nextInt(4) == 0 ? new byte[(2 << 20) + 1] : "[]".getBytes(UTF_8);
                    default -> garbled(body);
                });
    }

    private byte[] garbled(byte[] body) {
        var other = body.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && other.length > 0; i--) {
            other[random.nextInt(other.length)] = (byte) random.nextInt(256);
        }
        return other;
    }

    private Request strange(Request request) {
        return switch (random.nextInt(4)) {
            case 0 -> request.with(Map.of("Idempotency-Key", drawn(" ", "x".repeat(300), "k\u00e4y", "1")));
            case 1 -> request.with(Map.of("Accept-Language", "xx, *;q=2, de-", "X-Forwarded-For", "127.0.0.1"));
            case 2 -> request.with(Map.of("Authorization", "Bearer nothing"));
            default ->
                new Request(
                        request.method(),
                        request.address() + (request.address().contains("?") ? "&" : "?") + "unknown=1&limit&=&limit=x",
                        request.headers(),
                        request.body(),
                        false);
        };
    }

    /** One parameter of the address is another. */
    private Request asking(String type) {
        var parameters = operation.parameters().stream()
                .filter(each -> !each.place().equals("header"))
                .toList();
        if (parameters.isEmpty()) {
            return strange(spoilt(type));
        }
        var which = parameters.get(random.nextInt(parameters.size()));
        var text = TEXTS.get(random.nextInt(TEXTS.size()));
        // An empty part of a path is another address.
        var instead = (text.isBlank() && which.place().equals("path")) || text.equals("..") ? "none" : text;
        var asked = good(type, Map.of(which.name(), instead));
        return type.endsWith("json") ? asked.bearing(bytes(spoilt(tree(asked)))) : asked;
    }

    private String drawn(String... of) {
        return of[random.nextInt(of.length)];
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static JsonNode tree(Request request) {
        return read(new String(Objects.requireNonNull(request.body()), UTF_8));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException none) {
            throw new AssertionError("An example is no JSON: " + json, none);
        }
    }

    private static byte @Nullable [] bytes(JsonNode tree) {
        return tree.toString().getBytes(UTF_8);
    }
}
