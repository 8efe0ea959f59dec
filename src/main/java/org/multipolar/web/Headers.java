package org.multipolar.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sets security headers on every answer, and turns away bodies that are announced as too large or come packed. */
@Singleton
public class Headers {

    private static final Pattern ZERO = Pattern.compile("%00");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+*-]+/[\\w!#$&^.+*-]+\\s*(;|$)");
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
        var fault = fault(context);
        if (fault != null) {
            fault.end(context);
            return;
        }
        context.next();
    }

    private static boolean tooLarge(@Nullable String length) {
        // Nineteen digits and more do not fit a long and are too large in any case.
        return length != null
                && length.matches("\\d+")
                && (length.length() > 18 || Long.parseLong(length) > LARGEST_BODY);
    }

    /** {@return what neither a store nor a reader of media types can take; null where nothing is wrong} */
    private static @Nullable ProblemDetails fault(RoutingContext context) {
        var request = context.request();
        if (ZERO.matcher(request.uri()).find()) {
            return ProblemDetails.of(
                    400,
                    "The address holds a character that no text holds.",
                    "The address holds the character %00, which is no part of any text." + System.lineSeparator()
                            + "Maybe it was written by a program that ends its texts so.",
                    request.path());
        }
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null || MEDIA_TYPE.matcher(type).lookingAt()
                ? null
                : ProblemDetails.of(
                        415,
                        "Unsupported Media Type",
                        "(%s) is no media type.".formatted(type) + System.lineSeparator()
                                + "Maybe application/json is meant.",
                        request.path());
    }

    private static void refuse(RoutingContext context, int status, String title, String detail) {
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        ProblemDetails.of(status, title, detail, context.request().path()).end(context);
    }
}
