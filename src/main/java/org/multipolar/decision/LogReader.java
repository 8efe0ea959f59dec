package org.multipolar.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.Canonical;
import org.multipolar.catalog.read.Digests;

/** Reads a log that was handed out, line by line, and stops at the first thing that does not hold. */
public final class LogReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String HASH = "{\"hash\":\"";
    private static final String RECORD = "\",\"record\":";
    private static final int DIGEST = 64;

    private final @Nullable String key;
    private final Map<String, byte[]> contents = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private int number;
    private long seq;
    private String hash = "";
    private Journal.@Nullable Head head;

    private LogReader(@Nullable String key) {
        this.key = key;
    }

    /**
     * What a log holds as far as it was read.
     *
     * @param contents texts by digest, each checked against it
     * @param broken what does not hold first, and where; null where all does
     */
    public record Log(
            List<Entry> entries, Map<String, byte[]> contents, Journal.@Nullable Head head, @Nullable String broken) {}

    /** What does not hold. */
    private static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super(what);
        }
    }

    /**
     * {@return the log in a stream of lines, or in one document}
     *
     * @param key the public key that must have signed it; null for any
     */
    public static Log read(InputStream in, @Nullable String key) throws IOException {
        var reader = new LogReader(key);
        var bytes = new BufferedInputStream(in, 1 << 16);
        try {
            var line = reader.line(bytes);
            if (line != null && text(line).equals("{")) {
                reader.document(line, bytes);
                return reader.log(null);
            }
            while (line != null) {
                reader.line(text(line));
                line = reader.line(bytes);
            }
            if (reader.head == null) {
                throw new Broken("the log has no signed end: it may have been cut.");
            }
            return reader.log(null);
        } catch (Broken broken) {
            return reader.log("%s (line %d): %s".formatted(reader.place(), reader.number, broken.getMessage()));
        }
    }

    private String place() {
        return "record " + (seq + 1);
    }

    private Log log(@Nullable String broken) {
        return new Log(List.copyOf(entries), contents, head, broken);
    }

    /** {@return the bytes up to the next line feed; null at the end} */
    private byte @Nullable [] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int each = in.read();
        if (each < 0) {
            return null;
        }
        number++;
        while (each != '\n') {
            if (each < 0) {
                throw new Broken("the line has no end: the log may have been cut.");
            }
            line.write(each);
            each = in.read();
        }
        return line.toByteArray();
    }

    private static String text(byte[] line) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException notText) {
            throw new Broken("the line is not UTF-8.");
        }
    }

    private void document(byte[] first, InputStream rest) throws IOException {
        var all = new ByteArrayOutputStream();
        all.write(first);
        all.write('\n');
        rest.transferTo(all);
        DecisionShown.Read read;
        try {
            read = DecisionShown.read(text(all.toByteArray()));
        } catch (IllegalArgumentException | java.io.UncheckedIOException | java.time.DateTimeException changed) {
            throw new Broken(String.valueOf(changed.getMessage()));
        }
        var entry = read.entry();
        seq = entry.seq() - 1;
        if (!read.head().hash().equals(entry.hash())) {
            throw new Broken("the record does not have the hash (%s)."
                    .formatted(read.head().hash()));
        }
        entry.contents().forEach((part, digest) -> {
            var text = read.contents().get(part);
            if (text != null) {
                keep(digest, text.getBytes(UTF_8));
            }
        });
        seq = entry.seq();
        hash = entry.hash();
        entries.add(entry);
        head(read.head());
    }

    private void line(String line) {
        if (head != null) {
            throw new Broken("something follows the signed end.");
        }
        if (line.startsWith(HASH)) {
            record(line);
        } else {
            var json = json(line);
            if (!canonical(line)) {
                throw new Broken("the line is not in canonical form.");
            }
            if (json.has("content")) {
                var text = json.path("text");
                keep(
                        json.path("content").asText(),
                        text.isTextual()
                                ? text.asText().getBytes(UTF_8)
                                : decoded(json.path("base64").asText()));
            } else if (json.has("head")) {
                head(new Journal.Head(
                        json.path("head").path("seq").asLong(),
                        json.path("head").path("hash").asText(),
                        json.path("signature").asText(),
                        json.path("key").asText()));
            } else {
                throw new Broken("the line is neither a record, nor a content, nor an end.");
            }
        }
    }

    private static boolean canonical(String line) {
        try {
            return Canonical.ofJson(line).equals(line);
        } catch (UncheckedIOException notJson) {
            return false;
        }
    }

    private static JsonNode json(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException notJson) {
            throw new Broken("the line is no JSON: " + notJson.getOriginalMessage());
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new Broken("a content is no base64.");
        }
    }

    private void keep(String digest, byte[] bytes) {
        if (!Digests.of(bytes).equals(digest)) {
            throw new Broken("the content (%s) has another digest.".formatted(digest));
        }
        contents.put(digest, bytes);
    }

    private void record(String line) {
        int from = HASH.length() + DIGEST + RECORD.length();
        if (line.length() <= from
                || !line.startsWith(RECORD, HASH.length() + DIGEST)
                || line.charAt(line.length() - 1) != '}') {
            throw new Broken("the line is no record.");
        }
        var stated = line.substring(HASH.length(), HASH.length() + DIGEST);
        var text = line.substring(from, line.length() - 1);
        if (!Digests.of(text).equals(stated)) {
            throw new Broken("the record does not have the hash (%s).".formatted(stated));
        }
        var entry = entry(text);
        if (!entries.isEmpty() || entry.seq() == 1) {
            follows(entry);
        }
        seq = entry.seq();
        hash = entry.hash();
        entries.add(entry);
    }

    private static Entry entry(String text) {
        try {
            return Entry.read(text);
        } catch (IllegalArgumentException | java.time.DateTimeException broken) {
            throw new Broken(String.valueOf(broken.getMessage()));
        }
    }

    private void follows(Entry entry) {
        if (entry.seq() != seq + 1) {
            throw new Broken("record %d stands here: one is missing, doubled or moved.".formatted(entry.seq()));
        }
        if (!entry.previous().equals(hash)) {
            throw new Broken("the record before has another hash than this one names.");
        }
    }

    private void head(Journal.Head stated) {
        if (stated.seq() != seq || !stated.hash().equals(hash)) {
            throw new Broken("the signed end is record %d: the log was cut or lengthened.".formatted(stated.seq()));
        }
        if (key != null && !key.equals(stated.publicKey())) {
            throw new Broken("the end is signed with another key, %s.".formatted(Signer.keyId(stated.publicKey())));
        }
        if (!Signer.holds(stated.publicKey(), stated.seq(), stated.hash(), stated.signature())) {
            throw new Broken("the signature of the end does not hold.");
        }
        head = stated;
    }
}
