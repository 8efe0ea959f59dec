package org.multipolar.web.contract;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param address path and query, encoded
 * @param valid whether the description promises that it is understood
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; not every body is a text.
record Request(String method, String address, TreeMap<String, String> headers, byte @Nullable [] body, boolean valid) {

    HttpRequest http(URI service) {
        var request = HttpRequest.newBuilder(URI.create(service + address))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }

    Request with(Map<String, String> more) {
        var both = new TreeMap<>(headers);
        both.putAll(more);
        return new Request(method, address, both, body, false);
    }

    Request without(String header) {
        var fewer = new TreeMap<>(headers);
        fewer.remove(header);
        return new Request(method, address, fewer, body, false);
    }

    Request bearing(byte @Nullable [] other) {
        return new Request(method, address, headers, other, false);
    }

    @Override
    public String toString() {
        var text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return "%s %s %s %s"
                .formatted(method, address, headers, text.length() > 600 ? text.substring(0, 600) + "..." : text);
    }
}
