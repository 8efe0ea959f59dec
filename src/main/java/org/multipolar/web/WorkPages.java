package org.multipolar.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.web.access.Callers;
import org.multipolar.web.access.Role;
import org.multipolar.web.page.Pages;

/** What was asked for and takes longer than a moment: watched, ended, and followed to what it made. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class WorkPages {

    private static final String REPORT = "report";

    private final Background background;
    private final Patience patience;
    private final Callers callers;
    private final Serving serving;
    private final Recording recording;

    @Inject
    WorkPages(Background background, Patience patience, Callers callers, Serving serving, Recording recording) {
        this.background = background;
        this.patience = patience;
        this.callers = callers;
        this.serving = serving;
        this.recording = recording;
    }

    @GET
    @Path("ask/{key}")
    @Operation(hidden = true)
    public Response watch(@PathParam("key") String key, @Context UriInfo uri) {
        var work = work(key);
        if (!patience.sees(work.leadsTo())) {
            var working = Patience.working(uri, work.asked().title())
                    .ending(Background.address(key) + "/cancel", work.asked().back());
            return Response.ok(Pages.working(working).render())
                    .header("Cache-Control", "no-store")
                    .build();
        }
        return AskPages.see(work.leadsTo().isCancelled() ? work.asked().back() : Patience.result(work.leadsTo()));
    }

    @POST
    @Path("ask/{key}/cancel")
    @RolesAllowed(Role.ANALYST)
    @Operation(hidden = true)
    public Response cancel(@PathParam("key") String key) {
        var work = work(key);
        work.leadsTo().cancel(false);
        return AskPages.see(Background.address(key));
    }

    private Background.Work work(String key) {
        var work = background.find(key, callers.current().name());
        if (work == null) {
            throw Questions.unknown(key);
        }
        return work;
    }

    /** Records the answer to a shipped buyer, as a request for advice would, and goes on to it or to its report. */
    @POST
    @Path("record")
    @RolesAllowed(Role.ANALYST)
    @Operation(hidden = true)
    public Response record(
            @FormParam("buyer") @DefaultValue("") String buyer,
            @FormParam("asOf") @Nullable String asOf,
            @FormParam("then") @DefaultValue("") String then) {
        if (!then.isEmpty() && !then.equals(REPORT)) {
            throw new BadInput("request", 0, "then", "(%s) is nothing to go on to.".formatted(then), "it is report.");
        }
        var bundle = serving.bundle();
        var caller = serving.caller();
        var body = Questions.of(buyer, Serving.day(asOf).toString());
        var request = AdviceRequest.advice(body, serving.around(bundle, caller));
        var posted = Recording.Posted.of(bundle, request, body, caller.name());
        var on = then.isEmpty() ? "" : "/" + then;
        var question = request.question();
        var asked = new Background.Asked(
                Questions.key(posted, on),
                caller.name(),
                question.buyer().name(),
                "/?buyer=%s&asOf=%s".formatted(Asked.encoded(buyer), question.asOf()),
                "");
        return AskPages.see(background.begin(asked, cancelled -> "/decisions/%s%s"
                .formatted(recording.recordedUnless(cancelled, posted).id(), on)));
    }
}
