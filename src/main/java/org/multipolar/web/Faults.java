package org.multipolar.web;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.jdbi.v3.core.ConnectionException;
import org.multipolar.catalog.BadInput;
import org.multipolar.web.access.Callers;
import org.multipolar.web.access.NotYours;
import org.multipolar.web.page.Pages;

/** Turns what went wrong into problem details for programs and a page for people; never into a stack trace. */
public class Faults {

    /** What everything rests on, the store or the issuer of tokens, is seldom back sooner. */
    static final int AWAY_SECONDS = 30;

    private static final Logger LOG = Logger.getLogger(Faults.class);

    private final Callers callers;

    @Inject
    Faults(Callers callers) {
        this.callers = callers;
    }

    @ServerExceptionMapper
    public Response bad(BadInput bad, UriInfo uri) {
        return answer(ProblemDetails.of(bad.fault(), uri.getPath()), uri);
    }

    @ServerExceptionMapper
    public Response unknown(UnknownId unknown, UriInfo uri) {
        return answer(ProblemDetails.of(404, unknown.what(), message(unknown), uri.getPath()), uri);
    }

    @ServerExceptionMapper
    public Response foreign(NotYours foreign, UriInfo uri) {
        TurnedAway.BUYER.count();
        return answer(ProblemDetails.of(403, "Forbidden", message(foreign), uri.getPath()), uri);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden, UriInfo uri, ResourceInfo resource) {
        TurnedAway.ROLE.count();
        var caller = callers.current();
        var wanted = wanted(resource);
        var detail = "This wants the role %s; the caller (%s) has %s.".formatted(wanted, caller.name(), caller.roles());
        return answer(ProblemDetails.of(403, "Forbidden", detail, uri.getPath()), uri);
    }

    @ServerExceptionMapper
    public Response busy(Busy busy, UriInfo uri) {
        TurnedAway.OVERLOAD.count();
        var answer = answer(ProblemDetails.of(503, "Too many questions wait.", message(busy), uri.getPath()), uri);
        return Response.fromResponse(answer)
                .header("Retry-After", Busy.COME_BACK_SECONDS)
                .build();
    }

    /** Nothing was begun: whoever asks again, with the same key or another, loses and doubles nothing. */
    @ServerExceptionMapper
    public Response unreachable(ConnectionException away, UriInfo uri) {
        LOG.errorf("%s: the store does not answer: %s", uri.getPath(), message(away));
        var problem = ProblemDetails.of(
                503,
                "The store does not answer.",
                "Nothing is answered that is not recorded." + System.lineSeparator()
                        + "Maybe ask again in half a minute.",
                uri.getPath());
        return Response.fromResponse(answer(problem, uri))
                .header("Retry-After", AWAY_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    public Response refused(Refused refused, UriInfo uri) {
        var answer = answer(ProblemDetails.of(refused.status(), refused.what(), message(refused), uri.getPath()), uri);
        return refused.retryAfter() == null
                ? answer
                : Response.fromResponse(answer)
                        .header("Retry-After", refused.retryAfter())
                        .build();
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException refused, UriInfo uri) {
        int status = refused.getResponse().getStatus();
        var known = Response.Status.fromStatusCode(status);
        var title = known == null ? "Refused" : known.getReasonPhrase();
        return answer(ProblemDetails.of(status, title, advice(status), uri.getPath()), uri);
    }

    @ServerExceptionMapper
    public Response torn(MultipartParser.MalformedMessageException torn, UriInfo uri) {
        return answer(torn(uri), uri);
    }

    /** A form that ends too soon, or a caller who went before the answer did: neither is a fault of the program. */
    @ServerExceptionMapper
    public Response cut(IOException cut, UriInfo uri, HttpHeaders headers) {
        var type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith("multipart/")) {
            return answer(torn(uri), uri);
        }
        if (gone(cut)) {
            LOG.debugf("%s: the caller went before the answer was sent", uri.getPath());
            return ProblemDetails.of(500, "The caller went.", "The answer could not be sent.", uri.getPath())
                    .response();
        }
        return unexpected(cut, uri);
    }

    private static boolean gone(Throwable cut) {
        return Stream.iterate(cut, Objects::nonNull, Throwable::getCause)
                .anyMatch(each -> "Connection has been closed".equals(each.getMessage()));
    }

    private static ProblemDetails torn(UriInfo uri) {
        return ProblemDetails.of(
                400,
                "The form is not whole.",
                "The body is no multipart form." + System.lineSeparator()
                        + "Maybe it was cut, or its boundary is not the one that Content-Type names.",
                uri.getPath());
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, UriInfo uri) {
        LOG.errorf(failure, "%s failed inside", uri.getPath());
        return answer(
                ProblemDetails.of(500, "Something went wrong inside.", "The program's log says where.", uri.getPath()),
                uri);
    }

    private static List<String> wanted(ResourceInfo resource) {
        var ofMethod = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        var roles = ofMethod == null ? resource.getResourceClass().getAnnotation(RolesAllowed.class) : ofMethod;
        return roles == null ? List.of() : List.of(roles.value());
    }

    private static String advice(int status) {
        return switch (status) {
            case 404 -> "Nothing lives at this address. Maybe /q/openapi names the right one.";
            case 405 -> "This address takes another method. Maybe /q/openapi says which.";
            case 413 -> "The body is larger than 2 MiB.";
            case 415 -> "The body's media type is not read here. Maybe application/json is meant.";
            default -> "The request could not be answered as it stands.";
        };
    }

    private static String message(RuntimeException failure) {
        return String.valueOf(failure.getMessage());
    }

    private static Response answer(ProblemDetails problem, UriInfo uri) {
        var path = uri.getPath();
        return path.startsWith("/api") || path.startsWith("/q/")
                ? problem.response()
                : Response.status(problem.status())
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                        .entity(page(problem).render())
                        .build();
    }

    private static TemplateInstance page(ProblemDetails problem) {
        return Pages.fault(problem.status(), problem.title(), problem.detail());
    }
}
