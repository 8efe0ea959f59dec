package org.multipolar.web.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that the jar carries. */
final class Shipped {

    private Shipped() {}

    static byte[] bytes(String path) {
        try (var stream = Shipped.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("There is no " + path + ".");
            }
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
