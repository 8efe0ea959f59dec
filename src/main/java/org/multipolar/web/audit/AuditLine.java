package org.multipolar.web.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import org.multipolar.web.access.Caller;

/**
 * A request, as it is written down.
 *
 * @param at when it came
 * @param caller who asked; without a name where no token held
 * @param milliseconds until it was answered
 * @param notes what became known on the way
 * @param record address of what was made or answers it, or empty
 */
record AuditLine(
        Instant at,
        Caller caller,
        String method,
        String path,
        String query,
        int status,
        long milliseconds,
        Notes notes,
        String record) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 500;

    /** {@return one JSON object in one line; what is not known is left out} */
    String json() {
        var line = new LinkedHashMap<String, Object>();
        line.put("at", at.toString());
        put(line, "who", caller.name());
        put(line, "roles", caller.roles());
        line.put("method", method);
        put(line, "path", path);
        put(line, "query", query);
        put(line, "tool", notes.tool());
        put(line, "buyers", notes.buyers());
        put(line, "question", notes.question());
        line.put("status", status);
        line.put("ms", milliseconds);
        put(line, "record", record);
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts and numbers are JSON.", impossible);
        }
    }

    private static void put(LinkedHashMap<String, Object> line, String key, String text) {
        if (!text.isEmpty()) {
            line.put(key, text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...");
        }
    }

    private static void put(LinkedHashMap<String, Object> line, String key, Collection<String> texts) {
        if (!texts.isEmpty()) {
            line.put(key, texts);
        }
    }
}
