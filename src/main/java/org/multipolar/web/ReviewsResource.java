package org.multipolar.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.time.LocalDate;
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
import org.multipolar.review.Decision;
import org.multipolar.web.access.Caller;
import org.multipolar.web.access.Callers;
import org.multipolar.web.access.Role;

/** Vendor reviews: may this buyer use this for this demand, and what did people decide about it. */
@Path("/api/v1/reviews")
@Tag(name = "Reviews")
@RolesAllowed(Role.READER)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReviewsResource {

    private static final int MOST_LISTED = 200;
    private static final int MOST_ROWS = 5_000;
    private static final String DECIDING =
            "reason: why, in a sentence or a few; by: who decides, while access control is off (a token says it otherwise). Who "
                    + "asked does not decide. Idempotency-Key is honoured.";

    private final Reviews reviews;
    private final Once once;
    private final Callers callers;

    @Inject
    ReviewsResource(Reviews reviews, Once once, Callers callers) {
        this.reviews = reviews;
        this.once = once;
        this.callers = callers;
    }

    static String address(String id) {
        return "/api/v1/reviews/" + id;
    }

    /** Reviews, newest first. */
    public record Listed(List<ReviewShown> reviews) {}

    @POST
    @RolesAllowed(Role.ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Reviews one supplier or offer for one demand",
            description =
                    "The answer has the verdict, duties as a checklist with the evidence that meets them, the effect on the mix, "
                            + "and how hard the supplier would be to replace. It is recorded and waits for somebody else's decision.")
    @RequestBody(
            required = true,
            description =
                    "buyer: id of a shipped buyer, or a buyer with the keys of its profile; demand: id of one of its demands; offer: "
                            + "id of an offer of the catalogue, or an object with the keys of a case's offer for one that is not "
                            + "in it; or supplier: id; asOf: YYYY-MM-DD, today by UTC where absent; quick: true for verdict and "
                            + "checklist only; by: who asks, while access control is off.",
            content =
                    @Content(
                            schema = @Schema(ref = "ReviewRequest"),
                            examples =
                                    @ExampleObject(
                                            name = "an offer of the catalogue",
                                            value =
                                                    "{\"buyer\": \"european-bank\", \"demand\": \"de-credit-memos\", \"offer\": \"mistral-large-3@mistral-api\", \"quick\": true}")))
    @APIResponse(
            responseCode = "201",
            description = "The review",
            content = @Content(schema = @Schema(implementation = ReviewShown.class)))
    @APIResponse(responseCode = "400", description = "The question is at fault; file, line and field say where")
    public Response ask(@HeaderParam(Once.KEY) @Nullable String key, byte[] body) {
        var caller = callers.current();
        return once.answer(Once.Asked.of(caller.name(), key, "POST /api/v1/reviews", body), claim -> {
            var shown = reviews.ask(caller, body, claim);
            return new Once.Made(201, address(shown.id()), Json.pretty(shown));
        });
    }

    @GET
    @Operation(summary = "Reviews that the caller sees, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Listed.class)))
    public String list(
            @QueryParam("buyer") @Nullable String buyer,
            @QueryParam("standing") @Nullable String standing,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200") @QueryParam("limit") @DefaultValue("50")
                    String limit) {
        int most = Parameters.limit(limit, MOST_LISTED);
        var caller = callers.current();
        return Json.pretty(new Listed(reviews.list(caller, caller.among(buyer), most).stream()
                .filter(each -> standing == null || each.standing().equals(standing))
                .toList()));
    }

    @GET
    @Path("sheet.csv")
    @Produces("text/csv;charset=utf-8")
    @Operation(
            summary = "Reviews that the caller sees as a table, newest first",
            description =
                    "CSV by RFC 4180; a text that a spreadsheet would run as a formula has an apostrophe before it.")
    @APIResponse(responseCode = "200", description = "CSV with a header line")
    public String sheet(@QueryParam("buyer") @Nullable String buyer) {
        var caller = callers.current();
        return ReviewSheet.write(reviews.list(caller, caller.among(buyer), MOST_ROWS));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One review with its answer and everything that happened to it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewShown.class)))
    @APIResponse(responseCode = "404", description = "No review has this id")
    public String one(@PathParam("id") String id) {
        return Json.pretty(reviews.one(callers.current(), id));
    }

    @POST
    @Path("{id}/approve")
    @RolesAllowed(Role.APPROVER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Approves what was asked about; only allowed and conditional can be",
            description = "until: last day of the approval, without end where absent. " + DECIDING)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "ApprovalRequest"),
                            examples =
                                    @ExampleObject(
                                            name = "approved",
                                            value = "{\"reason\": \"Papers seen.\", \"by\": \"ben\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewShown.class)))
    @APIResponse(responseCode = "403", description = "Who asked does not decide, or the verdict forbids it")
    @APIResponse(responseCode = "404", description = "No review has this id")
    @APIResponse(
            responseCode = "409",
            description = "The review is not answered, or something happened to it meanwhile")
    @APIResponse(responseCode = "422", description = "Reason or day is missing or out of bounds")
    public Response approve(@PathParam("id") String id, @HeaderParam(Once.KEY) @Nullable String key, byte[] body) {
        return decided(id, key, "approve", body, (by, said) -> new Decision.Approve(by, said.reason(), said.until()));
    }

    @POST
    @Path("{id}/refuse")
    @RolesAllowed(Role.APPROVER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Refuses what was asked about", description = DECIDING)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "RefusalRequest"),
                            examples =
                                    @ExampleObject(
                                            name = "refused",
                                            value = "{\"reason\": \"Not needed.\", \"by\": \"ben\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewShown.class)))
    @APIResponse(responseCode = "404", description = "No review has this id")
    public Response refuse(@PathParam("id") String id, @HeaderParam(Once.KEY) @Nullable String key, byte[] body) {
        return decided(id, key, "refuse", body, (by, said) -> new Decision.Refuse(by, said.reason()));
    }

    @POST
    @Path("{id}/waive")
    @RolesAllowed(Role.APPROVER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sets house policy or open duties aside for a time; never law",
            description = "until: last day of the waiver, at most a year away. " + DECIDING)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "WaiverRequest"),
                            examples =
                                    @ExampleObject(
                                            name = "waived",
                                            value =
                                                    "{\"reason\": \"Pilot.\", \"by\": \"ben\", \"until\": \"2027-03-31\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewShown.class)))
    @APIResponse(responseCode = "404", description = "No review has this id")
    public Response waive(@PathParam("id") String id, @HeaderParam(Once.KEY) @Nullable String key, byte[] body) {
        return decided(id, key, "waive", body, (by, said) -> new Decision.Waive(by, said.reason(), said.until()));
    }

    /** What somebody says with a decision. */
    private record Said(String reason, @Nullable String by, @Nullable LocalDate until) {

        static Said read(byte[] bytes) {
            var body = JsonBody.read(bytes, "reason", "by", "until");
            var reason = body.text("reason");
            var until = body.text("until");
            return new Said(
                    reason == null ? "" : reason,
                    body.text("by"),
                    until == null ? null : AdviceRequest.day(until, "until", LocalDate.MAX));
        }
    }

    private interface Deciding {
        Decision of(String by, Said said);
    }

    private Response decided(String id, @Nullable String key, String what, byte[] body, Deciding deciding) {
        Caller caller = callers.current();
        var asked = Once.Asked.of(caller.name(), key, "POST %s/%s".formatted(address(id), what), body);
        return once.answer(asked, claim -> {
            reviews.mustExist(caller, id);
            var said = Said.read(body);
            var decision = deciding.of(reviews.name(caller, said.by()), said);
            return new Once.Made(200, address(id), Json.pretty(reviews.decide(caller, id, decision, claim)));
        });
    }
}
