package org.multipolar.web.mcp;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.multipolar.catalog.read.Digests;
import org.multipolar.web.audit.Audit;

/**
 * Turns away what is no message of the protocol before the extension sees it, which answers some of that with a stack trace
 * and some not at all.
 */
@Singleton
public class MessageGate {

    /** After {@link org.multipolar.web.Gate}, so that nobody's body is read who may not send one. */
    private static final int READING = 40;

    private static final int CHECKING = 39;
    private static final long LARGEST_BODY = 2L << 20;
    private static final int BAD_REQUEST = 400;

    private final BodyHandler reading = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);

    void register(@Observes Filters filters) {
        filters.register(this::read, READING);
        filters.register(MessageGate::check, CHECKING);
    }

    private static boolean concerns(RoutingContext context) {
        var path = context.normalizedPath();
        return context.request().method().equals(HttpMethod.POST) && (path.equals("/mcp") || path.startsWith("/mcp/"));
    }

    /** Without a session the extension fails inside and leaves the caller waiting. */
    private static boolean belongs(RoutingContext context, Envelope envelope) {
        return envelope.code() != 0
                || envelope.tool().equals("initialize")
                || !context.normalizedPath().equals("/mcp")
                || context.request().getHeader("Mcp-Session-Id") != null;
    }

    private void read(RoutingContext context) {
        if (!concerns(context)) {
            context.next();
            return;
        }
        if (!context.request().isEnded()) {
            context.request().resume();
        }
        reading.handle(context);
    }

    private static void check(RoutingContext context) {
        if (!concerns(context)) {
            context.next();
            return;
        }
        var buffer = context.body().buffer();
        var body = buffer == null ? new byte[0] : buffer.getBytes();
        var envelope = Envelope.read(body);
        if (!belongs(context, envelope)) {
            envelope = envelope.refused("The header Mcp-Session-Id is missing. Maybe initialize was not sent first.");
        }
        Audit.tool(context, envelope.tool(), Digests.of(body));
        if (envelope.code() != 0) {
            context.response()
                    .setStatusCode(BAD_REQUEST)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(envelope.refusal());
            return;
        }
        if (envelope.changed()) {
            ((RoutingContextInternal) context).setBody(Buffer.buffer(envelope.body()));
        }
        context.next();
    }
}
