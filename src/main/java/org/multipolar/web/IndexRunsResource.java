package org.multipolar.web;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.IndexShown;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Role;

/** Uncertainty in the background: started, watched, ended. */
@Path("/api/v1/index/runs")
@Tag(name = "Index")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.READER)
public class IndexRunsResource {

    private static final Duration PACE = Duration.ofMillis(250);

    private final Serving serving;
    private final IndexRuns runs;
    private final Answers answers;

    @Inject
    IndexRunsResource(Serving serving, IndexRuns runs, Answers answers) {
        this.answers = answers;
        this.serving = serving;
        this.runs = runs;
    }

    /**
     * How far a run is.
     *
     * @param state waiting, running, done, cancelled or failed
     * @param done scorings made, of how many
     * @param problem what went wrong, or null
     * @param index the index with its intervals, once done
     */
    public record RunShown(
            String id,
            String state,
            long done,
            long of,
            int draws,
            long seed,
            String method,
            @Nullable String problem,
            @Nullable IndexShown index) {

        static RunShown of(IndexRuns.Run run, boolean withIndex) {
            var fault = run.fault();
            var result = run.result();
            return new RunShown(
                    run.id(),
                    run.state().name().toLowerCase(Locale.ROOT),
                    run.done(),
                    run.of(),
                    run.draws(),
                    run.seed(),
                    run.index().method().id(),
                    fault == null ? null : fault.message(),
                    withIndex && result != null ? IndexShown.of(run.index(), result) : null);
        }
    }

    @POST
    @RolesAllowed(Role.ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Starts draws of uncertainty in the background",
            description = "The body is that of POST /api/v1/index; an equal request joins the run there is.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "IndexRequest"),
                            examples =
                                    @ExampleObject(
                                            name = "few draws",
                                            value = "{\"uncertainty\": {\"draws\": 16, \"seed\": 7}}")))
    @APIResponse(
            responseCode = "202",
            description = "Started; Location names the run",
            content = @Content(schema = @Schema(implementation = RunShown.class)))
    @APIResponse(responseCode = "503", description = "Too many runs wait")
    public Response start(byte[] body) {
        var request = answers.heavy(() -> IndexRequest.read(serving.snapshot(), body));
        var draws = request.draws();
        var run = runs.start(
                request.index(),
                draws == null ? request.index().method().variation().draws() : draws,
                request.seed());
        return Response.accepted(Json.pretty(RunShown.of(run, false)))
                .location(URI.create("/api/v1/index/runs/" + run.id()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far a run is, and its index once it is done")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RunShown.class)))
    @APIResponse(responseCode = "404", description = "No run has this id, or it is forgotten")
    public String run(@PathParam("id") String id) {
        return Json.pretty(RunShown.of(runs.run(id), true));
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "The progress of a run as server-sent events, until it ends")
    public Multi<RunShown> events(@PathParam("id") String id) {
        var run = runs.run(id);
        var last = new AtomicBoolean();
        return Multi.createFrom()
                .ticks()
                .every(PACE)
                .onOverflow()
                .drop()
                .map(tick -> RunShown.of(run, false))
                .select()
                .first(shown -> !last.getAndSet(run.ended()));
    }

    @DELETE
    @RolesAllowed(Role.ANALYST)
    @Path("/{id}")
    @Operation(summary = "Ends a run; one that is done stays as it is")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RunShown.class)))
    public String cancel(@PathParam("id") String id) {
        runs.cancel(id);
        return Json.pretty(RunShown.of(runs.run(id), false));
    }
}
