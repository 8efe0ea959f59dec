package org.multipolar.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON in the one form that RFC 8785 gives it, so that equal contents have equal bytes. */
public final class Canonical {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Canonical() {}

    /** {@return the canonical text of a value that Jackson can write} */
    public static String of(Object value) {
        try {
            return ofJson(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record could not be written as JSON.", impossible);
        }
    }

    /** {@return the canonical text of a JSON text} */
    public static String ofJson(String json) {
        try {
            return new String(new JsonCanonicalizer(json).getEncodedUTF8(), StandardCharsets.UTF_8);
        } catch (IOException notJson) {
            throw new UncheckedIOException("This is no JSON: " + notJson.getMessage(), notJson);
        }
    }
}
