package org.multipolar.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Turns away what would wait in vain, before any worker thread takes it up: a refusal that queues behind the work it is meant
 * to keep out comes too late.
 *
 * <p>Runs on the event loop and never blocks. What the machinery around asks is let through always, so that a full service can
 * still say that it lives.
 */
@Singleton
public class Overload {

    /** After {@link Headers} and {@link Gate}'s look at the machine, before tokens are checked. */
    private static final int BEFORE_AUTHENTICATION = 890;

    /** Always computes, unless the answer is known by its key. */
    private static final Set<String> HEAVY =
            Set.of("/api/v1/advice", "/api/v1/advice/best", "/api/v1/advice/frontier", "/api/v1/what-if");

    private final Answers answers;
    private final int most;
    private final Duration patience;
    private final AtomicInteger inside = new AtomicInteger();

    @Inject
    Overload(
            Answers answers,
            @ConfigProperty(name = "multipolar.limits.requests", defaultValue = "150") int most,
            @ConfigProperty(name = "multipolar.limits.body", defaultValue = "30s") Duration patience) {
        this.answers = answers;
        this.most = most;
        this.patience = patience;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, BEFORE_AUTHENTICATION);
    }

    private void filter(RoutingContext context) {
        var path = context.normalizedPath();
        if (path.startsWith("/q/") || path.endsWith("/events")) {
            context.next();
            return;
        }
        if (inside.incrementAndGet() > most || (heavy(context, path) && answers.full())) {
            inside.decrementAndGet();
            refuse(context);
            return;
        }
        context.addEndHandler(ended -> inside.decrementAndGet());
        untilSent(context);
        context.next();
    }

    private static boolean heavy(RoutingContext context, String path) {
        return context.request().method().equals(HttpMethod.POST)
                && HEAVY.contains(path)
                && !context.request().headers().contains(Once.KEY);
    }

    /** A body that comes drop by drop holds a worker thread, however soon each drop comes. */
    private void untilSent(RoutingContext context) {
        var request = context.request();
        var length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        if (!request.headers().contains(HttpHeaders.TRANSFER_ENCODING) && (length == null || length.equals("0"))) {
            return;
        }
        long timer = context.vertx().setTimer(patience.toMillis(), late -> {
            if (!request.isEnded() && !context.response().ended()) {
                TurnedAway.SLOW.count();
                request.connection().close();
            }
        });
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
    }

    private static void refuse(RoutingContext context) {
        TurnedAway.OVERLOAD.count();
        context.response().putHeader("Retry-After", String.valueOf(Busy.COME_BACK_SECONDS));
        ProblemDetails.of(
                        503,
                        "Too many questions wait.",
                        String.valueOf(new Busy().getMessage()),
                        context.request().path())
                .end(context);
    }
}
