package org.multipolar.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Sets security headers on every answer, and turns away bodies that are announced as too large or come packed. */
@Singleton
public class Headers {

    private static final long LARGEST_BODY = 2L << 20;
    private static final int BEFORE_ALL = 1000;

    void register(@Observes Filters filters) {
        filters.register(Headers::filter, BEFORE_ALL);
    }

    private static void filter(RoutingContext context) {
        var headers = context.response().headers();
        headers.set(
                "Content-Security-Policy",
                "default-src 'self'; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; "
                        + "form-action 'self'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        // Under "no-referrer" a browser would hide from us that a form was our own page's.
        headers.set("Referrer-Policy", "same-origin");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (context.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        if (context.request().path().matches("/(api|mcp)(/.*)?")) {
            // What one buyer was answered is nobody else's. Pages say so themselves where the back button need not find
            // them.
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (context.request().uri().contains("%00")) {
            // No address of ours holds one, and a database ends in a fault of its own.
            refuse(context, 400, "Bad Request", "The address holds a zero.");
            return;
        }
        var encoding = context.request().getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            // What little bytes unpack to cannot be told beforehand.
            refuse(
                    context,
                    415,
                    "Unsupported Media Type",
                    "Packed bodies (%s) are not read.".formatted(encoding) + System.lineSeparator()
                            + "Maybe send it without Content-Encoding.");
            return;
        }
        if (tooLarge(context.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
            refuse(context, 413, "Request Entity Too Large", "The body is larger than 2 MiB.");
            return;
        }
        context.next();
    }

    private static boolean tooLarge(@org.jspecify.annotations.Nullable String length) {
        // Nineteen digits and more do not fit a long and are too large in any case.
        return length != null
                && length.matches("\\d+")
                && (length.length() > 18 || Long.parseLong(length) > LARGEST_BODY);
    }

    private static void refuse(RoutingContext context, int status, String title, String detail) {
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        ProblemDetails.of(status, title, detail, context.request().path()).end(context);
    }
}
