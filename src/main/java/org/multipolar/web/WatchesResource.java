package org.multipolar.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.decision.JsonBody;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Callers;
import org.multipolar.web.access.Role;

/** Questions that stand: asked again when a rule enters or leaves force, when data change, when a paper ends. */
@Path("/api/v1/watches")
@Tag(name = "Watches")
@RolesAllowed(Role.READER)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class WatchesResource {

    private static final int MOST_LISTED = 200;

    private final Watches watches;
    private final Reviews reviews;
    private final Serving serving;
    private final Once once;
    private final Callers callers;

    @Inject
    WatchesResource(Watches watches, Reviews reviews, Serving serving, Once once, Callers callers) {
        this.watches = watches;
        this.reviews = reviews;
        this.serving = serving;
        this.once = once;
        this.callers = callers;
    }

    static String address(String id) {
        return "/api/v1/watches/" + id;
    }

    /** Watches, newest first. */
    public record Listed(List<WatchShown> watches) {}

    @POST
    @RolesAllowed(Role.ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lets a question stand",
            description =
                    "review: id of a review, whose answer is the one to compare with; or question: the body of a POST to "
                            + "/api/v1/advice, asked now. From then on it is asked with the date of the day whenever the day, the "
                            + "rules, the data or the buyer's profile changed. Only a changed answer is told, as the event "
                            + "watch.raised with cause and differences; watch.resolved follows when it is gone, followed by "
                            + "another change, accepted, or the watch ended. A review whose answer changed is open again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "WatchRequest"),
                            examples =
                                    @ExampleObject(
                                            name = "a question",
                                            value = "{\"question\": {\"buyer\": \"european-bank\"}, \"by\": \"ann\"}")))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WatchShown.class)))
    public Response create(@HeaderParam(Once.KEY) @Nullable String key, byte[] body) {
        var caller = callers.current();
        return once.answer(Once.Asked.of(caller.name(), key, "POST /api/v1/watches", body), claim -> {
            var shown = watches.create(caller, body, claim);
            return new Once.Made(201, address(shown.id()), Json.pretty(shown));
        });
    }

    @GET
    @Operation(summary = "Watches that the caller sees, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Listed.class)))
    public String list(
            @QueryParam("buyer") @Nullable String buyer,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200") @QueryParam("limit") @DefaultValue("50")
                    String limit) {
        int most = Parameters.limit(limit, MOST_LISTED);
        return Json.pretty(new Listed(watches.list(callers.current().among(buyer), most)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One watch with everything that happened to it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WatchShown.class)))
    @APIResponse(responseCode = "404", description = "No watch has this id")
    public String one(@PathParam("id") String id) {
        return Json.pretty(watches.one(callers.current(), id));
    }

    @POST
    @Path("{id}/ask")
    @RolesAllowed(Role.ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Asks a watch now",
            description = "asOf: the day to ask about, today by UTC where absent; a later one tries what is coming.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "WatchAskRequest"),
                            examples = @ExampleObject(name = "a day", value = "{\"asOf\": \"2027-01-01\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WatchShown.class)))
    @APIResponse(responseCode = "404", description = "No watch has this id")
    public String ask(@PathParam("id") String id, byte[] body) {
        var caller = callers.current();
        watches.mustExist(caller, id);
        var asOf = JsonBody.read(body, "asOf").text("asOf");
        watches.ask(id, AdviceRequest.day(asOf, watches.today()), serving.bundle());
        return Json.pretty(watches.one(caller, id));
    }

    @POST
    @Path("{id}/accept")
    @RolesAllowed(Role.APPROVER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Takes the latest answer for the one to compare with",
            description = "by: who accepts, while access control is off. What was raised is resolved.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "WatchAcceptRequest"),
                            examples = @ExampleObject(name = "accepted", value = "{\"by\": \"ben\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WatchShown.class)))
    @APIResponse(responseCode = "404", description = "No watch has this id")
    @APIResponse(responseCode = "409", description = "Nothing is raised")
    public String accept(@PathParam("id") String id, byte[] body) {
        var caller = callers.current();
        watches.mustExist(caller, id);
        return Json.pretty(watches.accept(
                caller, id, reviews.name(caller, JsonBody.read(body, "by").text("by"))));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.ANALYST)
    @Operation(summary = "Ends a watch; what happened stays in the log")
    @APIResponse(responseCode = "204", description = "It is asked no more")
    @APIResponse(responseCode = "404", description = "No watch has this id")
    public Response end(@PathParam("id") String id) {
        var caller = callers.current();
        watches.end(caller, id, caller.name());
        return Response.noContent().build();
    }
}
