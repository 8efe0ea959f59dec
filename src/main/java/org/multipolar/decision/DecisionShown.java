package org.multipolar.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.Canonical;
import org.multipolar.explain.Json;

/**
 * One entry of the log with what it speaks of, as one JSON document that can be checked by itself.
 *
 * @param decision digest of the question with all it rests on, or the id of what the entry is about
 * @param at when it was written, UTC
 * @param question the request as it was posted; null where the entry answers none
 * @param answer the answer as it was given; null where there is none
 * @param record the entry itself: what the hash covers, in canonical form
 * @param hash SHA-256 of the record
 * @param signature Ed25519 over place and hash
 * @param key public key of the signature, X.509 in base64
 * @param contents texts that the record speaks of, by the part they play, worlds and rules left out
 */
public record DecisionShown(
        String id,
        String decision,
        String kind,
        String at,
        String by,
        String buyer,
        @Nullable JsonNode question,
        @Nullable JsonNode answer,
        JsonNode record,
        String hash,
        String signature,
        String key,
        Map<String, String> contents) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * {@return the document of an entry}
     *
     * @param bytes finds a content by its digest, or null
     */
    public static DecisionShown of(Entry entry, Journal.Head head, Function<String, byte @Nullable []> bytes) {
        var texts = new TreeMap<String, String>();
        entry.contents().forEach((part, digest) -> {
            var content = part.equals("world") || part.equals("rules") ? null : bytes.apply(digest);
            if (content != null) {
                texts.put(part, new String(content, UTF_8));
            }
        });
        var answer = texts.remove("answer");
        var request = texts.get("request");
        return new DecisionShown(
                entry.id(),
                entry.subject(),
                entry.kind(),
                entry.at().toString(),
                entry.by(),
                entry.buyer(),
                request == null ? null : parsed(request),
                answer == null ? null : parsed(answer),
                parsed(entry.line()),
                entry.hash(),
                head.signature(),
                head.publicKey(),
                texts);
    }

    private static JsonNode parsed(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("This is no JSON: " + notJson.getMessage(), notJson);
        }
    }

    /** {@return the document as it is handed out} */
    public String text() {
        return Json.pretty(this);
    }

    /**
     * A document read back.
     *
     * @param contents texts by the part they play, the answer among them
     */
    record Read(Entry entry, Journal.Head head, Map<String, String> contents) {}

    /**
     * {@return what a document states}
     *
     * @throws IllegalArgumentException where it is none, or was changed in any byte that no hash covers
     */
    static Read read(String text) {
        var json = parsed(text);
        if (!json.path("record").isObject() || !json.path("contents").isObject()) {
            throw new IllegalArgumentException("This is no record of a decision.");
        }
        var entry = Entry.read(Canonical.ofJson(json.path("record").toString()));
        var head = new Journal.Head(
                entry.seq(),
                json.path("hash").asText(),
                json.path("signature").asText(),
                json.path("key").asText());
        var contents = new TreeMap<String, String>();
        json.path("contents")
                .properties()
                .forEach(each -> contents.put(each.getKey(), each.getValue().asText()));
        if (!json.path("answer").isMissingNode() && !json.path("answer").isNull()) {
            contents.put("answer", Json.pretty(json.path("answer")));
        }
        var again = of(entry, head, digest -> bytes(entry, contents, digest));
        if (!again.text().equals(text)) {
            throw new IllegalArgumentException("The document does not say what its record says, or was laid out anew.");
        }
        return new Read(entry, head, contents);
    }

    private static byte @Nullable [] bytes(Entry entry, Map<String, String> contents, String digest) {
        for (var part : entry.contents().entrySet()) {
            var text = part.getValue().equals(digest) ? contents.get(part.getKey()) : null;
            if (text != null) {
                return text.getBytes(UTF_8);
            }
        }
        return null;
    }
}
