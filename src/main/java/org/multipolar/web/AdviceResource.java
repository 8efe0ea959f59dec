package org.multipolar.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advice;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.web.access.Role;

/** Answers questions: which mix should this buyer have. */
@Path("/api/v1/advice")
@Tag(name = "Advice")
@Blocking
@RolesAllowed(Role.ANALYST)
public class AdviceResource {

    private final Serving serving;
    private final Recording recording;
    private final Once once;

    @Inject
    AdviceResource(Serving serving, Recording recording, Once once) {
        this.serving = serving;
        this.recording = recording;
        this.once = once;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Recommends a proven mix of suppliers for a buyer",
            description =
                    "The answer is recorded; Content-Location names the record. The outcome is optimal, infeasible or unproven; each is an answer and has status 200. Shares "
                            + "are percent of a demand, suitability, contributions and the score are ten-thousandths, money is "
                            + "micro-USD a month, volumes are millions of tokens (Mtok) a month. Equal questions on equal data, "
                            + "rules and program have equal bytes.")
    @RequestBody(
            required = true,
            description =
                    "buyer: the id of a shipped buyer, or a buyer with the keys of its YAML profile; asOf: the day "
                            + "whose law and data apply, YYYY-MM-DD, today by UTC where absent; limits: more limits, with the keys "
                            + "of a limits file; explain: full asks of every rejected candidate shown what would "
                            + "bring it in, usual (where absent) of the first three of a demand; stabilityDraws: draws of weights and data under which the mix "
                            + "is asked for again, 0 where absent; scenarios: up to 20 that are laid on the question in turn, each the id of a "
                            + "shipped one or an object with the keys of a scenario's file. At most 2 MiB.",
            content =
                    @Content(
                            schema = @Schema(ref = "AdviceRequest"),
                            examples =
                                    @ExampleObject(
                                            name = "shipped buyer",
                                            value = "{\"buyer\": \"european-bank\", \"asOf\": \"2026-11-21\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = Advice.class)))
    @APIResponse(responseCode = "400", description = "The question is at fault; file, line and field say where")
    @APIResponse(responseCode = "404", description = "No shipped buyer has this id")
    public Response advise(
            @Parameter(
                            description =
                                    "Names the request, so that it is answered and recorded once however often it comes")
                    @HeaderParam(Once.KEY)
                    @Nullable
                    String key,
            byte[] body) {
        var caller = serving.caller();
        return once.answer(Once.Asked.of(caller.name(), key, "POST /api/v1/advice", body), claim -> {
            var bundle = serving.bundle();
            var request = AdviceRequest.advice(body, serving.around(bundle, caller));
            var posted = Recording.Posted.of(bundle, request, body, caller.name());
            var given = recording.recorded(posted, each -> made(each).reply(claim));
            return made(given);
        });
    }

    private static Once.Made made(Records.Given given) {
        return new Once.Made(200, DecisionsResource.address(given.id()), given.text());
    }
}
