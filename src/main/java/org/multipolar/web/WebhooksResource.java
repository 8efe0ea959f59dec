package org.multipolar.web;

import io.smallrye.common.annotation.Blocking;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.multipolar.event.Delivery;
import org.multipolar.event.EventTypes;
import org.multipolar.event.Subscription;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Callers;
import org.multipolar.web.access.Role;

/**
 * Who is told of what: subscriptions to events.
 *
 * <p>No Idempotency-Key is taken: the answer that it would bring back holds a secret, which is kept nowhere but where
 * messages are signed.
 */
@Path("/api/v1/webhooks")
@RolesAllowed(Role.ADMINISTRATOR)
@Tag(name = "Webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class WebhooksResource {

    private static final String ADDRESS = "/api/v1/webhooks/";
    private static final int LATEST = 50;

    private final EventsOut events;
    private final Callers callers;

    @Inject
    WebhooksResource(EventsOut events, Callers callers) {
        this.events = events;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Subscribes an address to events",
            description = "Messages are CloudEvents 1.0 (structured JSON), signed by Standard Webhooks 1.0 (headers"
                    + " webhook-id, webhook-timestamp, webhook-signature); at least once, with the same id each"
                    + " time; tried ten times over three days. The answer shows the secret, which is not shown"
                    + " again. The address is https with a public name; redirects are not followed.")
    @RequestBody(
            required = true,
            description = "url: where to; events: types, or beginnings with a star such as org.multipolar.review.*,"
                    + " all where absent; buyer: whose records, those of all buyers where absent, which takes a caller who"
                    + " sees all. GET /api/v1/webhooks/events lists the types.",
            content =
                    @Content(
                            schema = @Schema(ref = "WebhookRequest"),
                            examples =
                                    @ExampleObject(
                                            name = "reviews of one buyer",
                                            value = "{\"url\": \"https://hooks.example.com/in\", \"buyer\":"
                                                    + " \"european-bank\", \"events\":"
                                                    + " [\"org.multipolar.review.*\"]}")))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WebhookShown.class)))
    @APIResponse(
            responseCode = "400",
            description = "The address may not be called, or an event is unknown; field says which")
    public Response subscribe(byte[] body) {
        var caller = callers.current();
        var wanted = WebhookRequest.wanted(body, caller.name());
        caller.mustSee(wanted.buyer());
        var created = events.webhooks().create(wanted);
        return Response.created(URI.create(ADDRESS + created.subscription().id()))
                .entity(Json.pretty(WebhookShown.of(created.subscription(), 0, created.secret(), null)))
                .build();
    }

    /** Types of events. */
    public record Types(List<String> events) {}

    /** How many events will be sent again. */
    public record Queued(int queued) {}

    /** The id of an event. */
    public record Sent(String event) {}

    /** Subscriptions, oldest first. */
    public record Page(List<WebhookShown> webhooks) {}

    @GET
    @Operation(summary = "The subscriptions, oldest first, without their secrets")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Page.class)))
    public String list() {
        var caller = callers.current();
        return Json.pretty(new Page(events.webhooks().list().stream()
                .filter(one -> caller.sees(one.buyer()))
                .map(one -> shown(one, null))
                .toList()));
    }

    @GET
    @Path("events")
    @Operation(summary = "The types of events that may be subscribed to")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Types.class)))
    public String types() {
        return Json.pretty(new Types(List.copyOf(EventTypes.ALL)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A subscription with its latest deliveries")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookShown.class)))
    @APIResponse(responseCode = "404", description = "No subscription has this id")
    public String one(@PathParam("id") String id) {
        var subscription = subscription(id);
        return Json.pretty(shown(subscription, events.webhooks().deliveries(subscription, LATEST)));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Ends a subscription")
    @APIResponse(responseCode = "204", description = "Ended; a message under way may still arrive")
    @APIResponse(responseCode = "404", description = "No subscription has this id")
    public Response end(@PathParam("id") String id) {
        events.webhooks().delete(subscription(id), by());
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/rotate")
    @Operation(
            summary = "Gives a subscription a new secret",
            description = "The answer shows it. For a day, or what the operator set, messages carry both signatures.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookShown.class)))
    @APIResponse(responseCode = "404", description = "No subscription has this id")
    public String rotate(@PathParam("id") String id) {
        var rotated = events.webhooks().rotate(subscription(id), by());
        var missed = events.webhooks().missed(rotated.subscription());
        return Json.pretty(WebhookShown.of(rotated.subscription(), missed, rotated.secret(), null));
    }

    @POST
    @Path("{id}/replay")
    @Operation(
            summary = "Sends again what was missed",
            description =
                    "What was given up, and what happened while the receiver was gone, with the ids of then; what was"
                            + " delivered is not sent again. since: from when on, 30 days at most, all of them where"
                            + " absent.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "WebhookReplayRequest"),
                            examples = @ExampleObject(name = "a day", value = "{\"since\": \"2026-11-22\"}")))
    @APIResponse(
            responseCode = "202",
            description = "queued says how many",
            content = @Content(schema = @Schema(implementation = Queued.class)))
    @APIResponse(responseCode = "404", description = "No subscription has this id")
    public Response replay(@PathParam("id") String id, byte[] body) {
        var subscription = subscription(id);
        int queued = events.webhooks().replay(subscription, WebhookRequest.since(body));
        return Response.accepted(Json.pretty(new Queued(queued))).build();
    }

    @POST
    @Path("{id}/test")
    @Operation(summary = "Sends an event for nothing but a trial, org.multipolar.webhook.ping.v1")
    @APIResponse(
            responseCode = "202",
            description = "event is its id; the subscription's deliveries say how it went",
            content = @Content(schema = @Schema(implementation = Sent.class)))
    @APIResponse(responseCode = "404", description = "No subscription has this id")
    public Response test(@PathParam("id") String id) {
        var event = events.webhooks().ping(subscription(id));
        return Response.accepted(Json.pretty(new Sent(event))).build();
    }

    private WebhookShown shown(Subscription one, @Nullable List<Delivery> deliveries) {
        return WebhookShown.of(one, events.webhooks().missed(one), null, deliveries);
    }

    private Subscription subscription(String id) {
        var found = events.webhooks().find(id);
        if (found == null || !callers.current().sees(found.buyer())) {
            throw UnknownId.ofSecret("webhook", id, "GET /api/v1/webhooks lists them.");
        }
        return found;
    }

    private String by() {
        return callers.current().name();
    }
}
