package org.multipolar.web.ask;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.multipolar.catalog.BadInput;

/** Reads a form that brings files along (RFC 7578). */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");

    private Multipart() {}

    static Typed read(String contentType, byte[] body) {
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new BadInput("request", 0, "", "the form does not say where its parts end.", null);
        }
        var fields = new TreeMap<String, List<String>>();
        var files = new TreeMap<String, byte[]>();
        // One character for each byte, so that files come through as they are.
        var parts = ("\r\n" + new String(body, ISO_8859_1)).split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
        for (var part : parts) {
            int headEnd = part.indexOf("\r\n\r\n");
            var head = headEnd < 0 ? "" : part.substring(0, headEnd);
            var name = NAME.matcher(head);
            if (name.find()) {
                var bytes = part.substring(headEnd + 4).getBytes(ISO_8859_1);
                if (!head.contains("filename=")) {
                    Typed.add(fields, text(name.group(1)), new String(bytes, UTF_8));
                } else if (bytes.length > 0) {
                    files.put(text(name.group(1)), bytes);
                }
            }
        }
        return new Typed(fields, files);
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }
}
