package org.multipolar.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.Canonical;
import org.multipolar.catalog.read.Digests;

/**
 * One line of the log: what happened, when, by whom, and what it rests on.
 *
 * @param seq place in the log, counted from 1 without gaps
 * @param at when it was written, UTC
 * @param contents SHA-256 of each content it speaks of, by the part it plays
 * @param previous hash of the entry before; empty for the first
 * @param line the exact text that the hash covers: canonical JSON of all of the above
 * @param hash SHA-256 of the line
 */
public record Entry(
        long seq,
        String id,
        Instant at,
        String by,
        String kind,
        String buyer,
        String subject,
        Map<String, String> contents,
        JsonNode body,
        String previous,
        String line,
        String hash) {

    /** Names the shape; a later one gets another name. */
    static final String FORMAT = "multipolar-record/1";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** {@return a draft at its place in the log} */
    static Entry of(Draft draft, Map<String, String> contents, long seq, Instant at, String previous) {
        var fields = new TreeMap<String, Object>();
        fields.put("format", FORMAT);
        fields.put("seq", seq);
        fields.put("id", draft.id());
        fields.put("at", at.toString());
        fields.put("by", draft.by());
        fields.put("kind", draft.kind());
        fields.put("buyer", draft.buyer());
        fields.put("subject", draft.subject());
        fields.put("contents", new TreeMap<>(contents));
        fields.put("body", draft.body());
        fields.put("previous", previous);
        return read(Canonical.of(fields));
    }

    /** {@return the entry that a line states} */
    static Entry read(String line) {
        try {
            var json = MAPPER.readTree(line);
            var contents = new TreeMap<String, String>();
            json.path("contents")
                    .properties()
                    .forEach(content ->
                            contents.put(content.getKey(), content.getValue().asText()));
            return new Entry(
                    json.path("seq").asLong(),
                    json.path("id").asText(),
                    Instant.parse(json.path("at").asText()),
                    json.path("by").asText(),
                    json.path("kind").asText(),
                    json.path("buyer").asText(),
                    json.path("subject").asText(),
                    Collections.unmodifiableMap(contents),
                    json.path("body"),
                    json.path("previous").asText(),
                    line,
                    Digests.of(line));
        } catch (JsonProcessingException notAnEntry) {
            throw new IllegalArgumentException("This is no entry: " + notAnEntry.getMessage(), notAnEntry);
        }
    }

    /** {@return a text of the body; null where it has none} */
    public @Nullable String text(String key) {
        var value = body.path(key);
        return value instanceof MissingNode || value.isNull() ? null : value.asText();
    }
}
