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
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.Bundle;
import org.multipolar.bundle.SweepTask;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.YamlNode;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.decision.JsonBody;
import org.multipolar.explain.Json;
import org.multipolar.sweep.SweepPlan;
import org.multipolar.sweep.SweepReader;
import org.multipolar.web.access.Role;

/** Many futures of a buyer, worked out in the background. */
@Path("/api/v1/sweeps")
@Tag(name = "What if")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.READER)
public class SweepsResource {

    private static final Duration PACE = Duration.ofMillis(250);

    private final Serving serving;
    private final Sweeps sweeps;

    @Inject
    SweepsResource(Serving serving, Sweeps sweeps) {
        this.serving = serving;
        this.sweeps = sweeps;
    }

    @POST
    @RolesAllowed(Role.ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Starts a sweep in the background",
            description =
                    "An equal request on equal data and rules joins the sweep there is, and takes up one that was ended.")
    @RequestBody(
            required = true,
            description =
                    "buyer, asOf and limits as for advice; sweep: the id of a shipped sweep, or one with the keys of a "
                            + "sweep file; seed and draws stand in place of the sweep's own. At most 2 MiB.",
            content =
                    @Content(
                            schema = @Schema(ref = "SweepRequest"),
                            examples =
                                    @ExampleObject(
                                            name = "one event, drawn",
                                            value =
                                                    "{\"buyer\": \"european-bank\", \"sweep\": {\"id\": \"mine\", \"draws\":"
                                                            + " 200, \"scenarios\": [{\"id\": \"mistral-gone\", \"patch\": {\"event\":"
                                                            + " {\"lost\": \"supplier\", \"is\": \"mistral\"}}, \"likelihood\": 0.1,"
                                                            + " \"why\": \"our own estimate\"}]}}")))
    @APIResponse(
            responseCode = "202",
            description = "It waits or runs; Location names it",
            content = @Content(schema = @Schema(implementation = SweepShown.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is done already",
            content = @Content(schema = @Schema(implementation = SweepShown.class)))
    @APIResponse(responseCode = "400", description = "The request is at fault; file, line and field say where")
    @APIResponse(responseCode = "503", description = "Too many sweeps wait")
    public Response start(byte[] body) {
        var bundle = serving.bundle();
        var request = request(body, serving.around(bundle, serving.caller()));
        var shown = sweeps.begin(bundle, request.question().buyer().id(), asked(bundle, request));
        return Response.status(shown.state().equals(SweepTable.DONE) ? 200 : 202)
                .location(URI.create("/api/v1/sweeps/" + shown.id()))
                .entity(Json.pretty(shown))
                .build();
    }

    static AdviceRequest request(byte[] body, AdviceRequest.Around around) {
        return AdviceRequest.read(body, around, "sweep", "seed", "draws");
    }

    static SweepTask.Asked asked(Bundle bundle, AdviceRequest request) {
        var body = request.body();
        return Sweeps.asked(
                bundle,
                request,
                body.isObject("sweep") ? own(bundle, body) : Sweeps.shipped(bundle, id(body)),
                number(body, "seed", Long.MIN_VALUE, Long.MAX_VALUE),
                draws(body));
    }

    /** Read once where it stands, so that faults name the lines of the request. */
    private static byte[] own(Bundle bundle, JsonBody body) {
        var snapshot = bundle.snapshot();
        new SweepReader(snapshot.world(), snapshot.rulebook().cards().keySet(), snapshot.scenarios())
                .read("request", body.value("sweep"));
        return body.alone("sweep");
    }

    private static String id(JsonBody body) {
        var id = body.text("sweep");
        if (id == null) {
            throw new BadInput(
                    "request",
                    1,
                    "sweep",
                    "the key (sweep) is missing or empty.",
                    "name a shipped sweep, or write one.");
        }
        return id;
    }

    private static @Nullable Long number(JsonBody body, String key, long least, long most) {
        return body.has(key)
                ? Long.valueOf(YamlNode.read("request", body.value(key)).whole(least, most))
                : null;
    }

    private static @Nullable Integer draws(JsonBody body) {
        var draws = number(body, "draws", 1, SweepPlan.MOST_DRAWS);
        return draws == null ? null : Integer.valueOf(Math.toIntExact(draws));
    }

    @GET
    @Operation(summary = "The latest sweeps, newest first, without their reports")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SweepShown.class)))
    public String list() {
        return Json.pretty(sweeps.latest());
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary =
                    "How far a sweep is, and its report: partial while it runs, and where it was ended before it was done")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SweepShown.class)))
    @APIResponse(responseCode = "404", description = "No sweep has this id")
    public String sweep(@PathParam("id") String id) {
        return Json.pretty(sweeps.whole(id));
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "The progress of a sweep as server-sent events, until it ends")
    public Multi<SweepShown> events(@PathParam("id") String id) {
        sweeps.row(id);
        var last = new AtomicBoolean();
        return Multi.createFrom()
                .ticks()
                .every(PACE)
                .onOverflow()
                .drop()
                .map(tick -> sweeps.progress(id))
                .select()
                .first(shown -> !last.getAndSet(shown.ended()));
    }

    @DELETE
    @RolesAllowed(Role.ANALYST)
    @Path("/{id}")
    @Operation(
            summary = "Ends a sweep; one that is done stays as it is",
            description = "What is worked out is kept and reported as a part; the same request takes it up again.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SweepShown.class)))
    public String cancel(@PathParam("id") String id) {
        sweeps.cancel(id);
        return Json.pretty(sweeps.progress(id));
    }
}
