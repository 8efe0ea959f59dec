package org.multipolar.web.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.mcp.server.JsonRpcErrorCodes;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.JsonText;
import org.multipolar.catalog.read.Unfit;

/**
 * A message of the protocol (JSON-RPC 2.0) that is one.
 *
 * @param changed whether the body differs from what was sent
 * @param code of JSON-RPC where the message is refused, else 0
 * @param why it is refused, else empty
 */
record Envelope(JsonNode message, boolean changed, int code, String why) {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String ARGUMENTS = "arguments";
    private static final String NOTIFICATION = "notifications/";
    private static final Set<String> METHODS = Set.of(
            "initialize",
            "ping",
            "logging/setLevel",
            "prompts/list",
            "resources/list",
            "resources/templates/list",
            "tools/call",
            "tools/list");

    /** Texts that a method's params must hold. */
    private static final Map<String, String> TEXTS =
            Map.of("initialize", "/protocolVersion", "logging/setLevel", "/level", "tools/call", "/name");

    static Envelope read(byte[] body) {
        JsonNode message;
        try {
            // A text, so that the parser takes no other encoding.
            message = JSON.readTree(JsonText.text("message", body));
        } catch (IOException | BadInput broken) {
            return refused(MissingNode.getInstance(), JsonRpcErrorCodes.PARSE_ERROR, "The body is no JSON.");
        }
        if (unfit(message)) {
            return refused(
                    MissingNode.getInstance(),
                    JsonRpcErrorCodes.INVALID_REQUEST,
                    "A text holds a sign that is none, such as half of a pair.");
        }
        if (!message.isObject()) {
            return refused(
                    message, JsonRpcErrorCodes.INVALID_REQUEST, "The body is no JSON object, one message a request.");
        }
        var fault = fault(message);
        if (fault != null) {
            return refused(message, JsonRpcErrorCodes.INVALID_REQUEST, fault);
        }
        var method = message.path("method").asText();
        if (!method.startsWith(NOTIFICATION) && !METHODS.contains(method)) {
            return refused(message, JsonRpcErrorCodes.METHOD_NOT_FOUND, "This method is not offered.");
        }
        var wrong = wrong(method, message.path("params"));
        return wrong == null
                ? new Envelope(message, dropNulls(message.at("/params/arguments")), 0, "")
                : refused(message, JsonRpcErrorCodes.INVALID_PARAMS, wrong);
    }

    /** Arguments are left to the tool, which tells the model which of them it is. */
    private static boolean unfit(JsonNode value) {
        return value.isTextual()
                ? Unfit.sign(value.asText()) != null
                : value.properties().stream()
                                .anyMatch(each -> Unfit.sign(each.getKey()) != null
                                        || (!each.getKey().equals(ARGUMENTS) && unfit(each.getValue())))
                        || (value.isArray()
                                && StreamSupport.stream(value.spliterator(), false)
                                        .anyMatch(Envelope::unfit));
    }

    private static Envelope refused(JsonNode message, int code, String why) {
        return new Envelope(message, false, code, why);
    }

    /** {@return the same message, refused} */
    Envelope refused(String why) {
        return refused(message, JsonRpcErrorCodes.INVALID_REQUEST, why);
    }

    private static @Nullable String fault(JsonNode message) {
        var id = message.path("id");
        if (!message.path("method").isTextual()) {
            return "The method is missing or no text.";
        }
        if (!nothing(id) && !name(id)) {
            return "The id is neither a text nor a whole number.";
        }
        boolean notification = message.path("method").asText().startsWith(NOTIFICATION);
        return notification == nothing(id) ? null : "A request has an id, a notification none.";
    }

    private static @Nullable String wrong(String method, JsonNode params) {
        var text = TEXTS.get(method);
        if (!nothing(params) && !params.isObject()) {
            return "The params are no object.";
        }
        if (text != null && !params.at(text).isTextual()) {
            return "The params lack the text %s.".formatted(text.substring(1));
        }
        if (method.equals("initialize")
                && !(params.at("/clientInfo/name").isTextual()
                        && params.at("/clientInfo/version").isTextual())) {
            return "The params lack name and version of the client (clientInfo).";
        }
        if (method.equals(NOTIFICATION + "cancelled") && !name(params.path("requestId"))) {
            return "The params lack the id of a request (requestId).";
        }
        for (var part : new String[] {ARGUMENTS, "capabilities", "_meta"}) {
            if (!nothing(params.path(part)) && !params.path(part).isObject()) {
                return "%s is no object.".formatted(part);
            }
        }
        for (var capability : params.path("capabilities")) {
            if (!capability.isObject()) {
                return "A capability is no object.";
            }
        }
        var token = params.at("/_meta/progressToken");
        if (!nothing(token) && !name(token)) {
            return "The progressToken is neither a text nor a whole number.";
        }
        return nothing(params.path("cursor")) ? null : "There is one page only, so no cursor leads on.";
    }

    private static boolean nothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static boolean name(JsonNode value) {
        return value.isTextual() || value.isIntegralNumber();
    }

    /** Clients send null for what they leave out. */
    private static boolean dropNulls(JsonNode arguments) {
        if (!(arguments instanceof ObjectNode object)) {
            return false;
        }
        int sent = object.size();
        object.removeIf(JsonNode::isNull);
        return object.size() < sent;
    }

    /** {@return the tool that is called; the method where none is} */
    String tool() {
        var method = message.path("method").asText();
        return method.equals("tools/call") ? message.at("/params/name").asText() : method;
    }

    /** {@return the body to go on with} */
    String body() {
        return message.toString();
    }

    /** {@return what is answered where the message is refused} */
    String refusal() {
        var id = message.path("id");
        var answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", name(id) ? id : NullNode.getInstance());
        answer.putObject("error").put("code", code).put("message", why);
        return answer.toString();
    }
}
