package org.multipolar.web;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.multipolar.web.access.Caller;
import org.multipolar.web.access.Callers;
import org.multipolar.web.access.Rates;
import org.multipolar.web.access.Role;
import org.multipolar.web.access.SameMachine;

/**
 * The outermost lock, in front of every address, also of those that no resource of ours serves.
 *
 * <p>With access control off only this machine's own programs and pages pass. With tokens only readers do, but for a few
 * addresses that tell nothing of any buyer; what a reader may not do, the endpoints refuse.
 */
@Singleton
public class Gate {

    private static final int BEFORE_AUTHENTICATION = 900;
    private static final int AFTER_AUTHENTICATION = 50;
    private static final int BEFORE_ALL_ROUTES = -1000;

    /** Health for the machinery around, the description for those who write clients, and what pages are dressed in. */
    private static final Pattern OPEN = Pattern.compile("/q/health(/[a-z]+)?|/q/openapi|/[a-z]+\\.(css|svg|png)");

    /** Some megabytes of names. */
    private static final int MOST_CALLERS = 10_000;

    private static final int USUAL_RATE = 50;

    private final Callers callers;
    private final Rates rates;

    /**
     * @param perSecond requests of a caller; where none is set, no limit while all callers are one
     * @param burst requests of a caller at once
     */
    @Inject
    Gate(
            Callers callers,
            @ConfigProperty(name = "multipolar.limits.per-second") Optional<Integer> perSecond,
            @ConfigProperty(name = "multipolar.limits.burst", defaultValue = "200") int burst) {
        this.callers = callers;
        this.rates = new Rates(perSecond.orElse(callers.off() ? 0 : USUAL_RATE), burst, MOST_CALLERS);
    }

    void register(@Observes Filters filters) {
        filters.register(this::ownMachine, BEFORE_AUTHENTICATION);
        filters.register(this::reader, AFTER_AUTHENTICATION);
    }

    /** A token that does not hold fails before any endpoint is chosen. */
    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL_ROUTES).failureHandler(Gate::failed);
    }

    private void ownMachine(RoutingContext context) {
        var refusal = callers.off() ? refusal(context) : null;
        if (refusal == null) {
            context.next();
        } else {
            forbidden(context, refusal);
        }
    }

    private static @Nullable String refusal(RoutingContext context) {
        var request = context.request();
        var hosts = request.headers().getAll(HttpHeaders.HOST);
        var authority = request.authority();
        return SameMachine.refusal(
                request.method().name(),
                hosts.isEmpty() && authority != null ? List.of(authority.toString()) : hosts,
                new SameMachine.Browser(request.getHeader(HttpHeaders.ORIGIN), request.getHeader("Sec-Fetch-Site")));
    }

    private void reader(RoutingContext context) {
        var caller = caller(context);
        if (tooOften(context, caller)) {
            return;
        }
        if (callers.off()
                || caller.may(Role.READER)
                || OPEN.matcher(context.request().path()).matches()) {
            context.next();
        } else if (caller.equals(Caller.NOBODY)) {
            unauthorized(
                    context,
                    "Bearer",
                    "This address wants a bearer token." + System.lineSeparator()
                            + "Maybe the header (Authorization: Bearer ...) is missing.");
        } else {
            forbidden(
                    context,
                    "The token of (%s) grants none of the roles %s.".formatted(caller.name(), Role.ALL)
                            + System.lineSeparator()
                            + "Maybe the issuer puts roles into another claim; quarkus.oidc.roles.role-claim-path names it.");
        }
    }

    /** Whoever shows no token is told apart by address, which is all that is known. */
    private boolean tooOften(RoutingContext context, Caller caller) {
        if (context.request().path().startsWith("/q/")) {
            return false;
        }
        boolean known = !callers.off() && !caller.equals(Caller.NOBODY);
        var address = context.request().remoteAddress();
        var name = known ? "caller " + caller.name() : "address " + (address == null ? "" : address.hostAddress());
        long wait = rates.wait(name, System.nanoTime());
        if (wait > 0) {
            TurnedAway.RATE.count();
            context.response().putHeader("Retry-After", String.valueOf(1 + wait / 1_000_000_000L));
            ProblemDetails.of(
                            429,
                            "Too Many Requests",
                            "The caller asks more often than it may." + System.lineSeparator()
                                    + "Maybe ask again when Retry-After has passed.",
                            context.request().path())
                    .end(context);
        }
        return wait > 0;
    }

    private static Caller caller(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user ? Callers.of(user.getSecurityIdentity()) : Caller.NOBODY;
    }

    private static void failed(RoutingContext context) {
        var failure = context.failure();
        if (context.response().ended()) {
            return;
        }
        if (failure instanceof AuthenticationException || failure instanceof UnauthorizedException) {
            unauthorized(
                    context,
                    "Bearer error=\"invalid_token\"",
                    "The bearer token is not accepted." + System.lineSeparator()
                            + "Maybe it is expired, names nobody, or was made for another audience or by another issuer.");
        } else if (failure instanceof ForbiddenException) {
            forbidden(context, "The caller may not do this.");
        } else if (failure instanceof OIDCException) {
            context.response().putHeader("Retry-After", String.valueOf(Faults.AWAY_SECONDS));
            var detail = "The issuer of tokens cannot be reached, so nobody can be let in." + System.lineSeparator()
                    + "Maybe quarkus.oidc.auth-server-url is wrong; the program's log says more.";
            ProblemDetails.of(
                            503,
                            "Service Unavailable",
                            detail,
                            context.request().path())
                    .end(context);
        } else {
            context.next();
        }
    }

    private static void unauthorized(RoutingContext context, String challenge, String detail) {
        context.response().putHeader("WWW-Authenticate", challenge);
        ProblemDetails.of(401, "Unauthorized", detail, context.request().path()).end(context);
    }

    private static void forbidden(RoutingContext context, String detail) {
        ProblemDetails.of(403, "Forbidden", detail, context.request().path()).end(context);
    }
}
