package org.multipolar.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.multipolar.advice.Chooser;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.explain.Json;
import org.multipolar.explain.Tradeoffs;
import org.multipolar.web.access.Role;

/** Answers which mixes trade score, cost and worst loss against each other. */
@Path("/api/v1/advice/frontier")
@Tag(name = "Advice")
@Blocking
@RolesAllowed(Role.ANALYST)
public class FrontierResource {

    private final Serving serving;
    private final Answers answers;

    @Inject
    FrontierResource(Serving serving, Answers answers) {
        this.serving = serving;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Mixes of which none is better in score, cost and worst loss together",
            description =
                    "Each is the best under what must survive any single loss, in steps of 5 percent, and one amount of money "
                            + "of a grid; finding says what was not searched. Money is micro-USD a month, suitability and volumes "
                            + "are ten-thousandths, shares percent of a demand.")
    @RequestBody(
            required = true,
            description =
                    "buyer, asOf and limits as for advice; solves: most problems that are solved, 60 where absent, "
                            + "fewer for a quick and coarse answer. At most 2 MiB.",
            content =
                    @Content(
                            schema = @Schema(ref = "FrontierRequest"),
                            examples =
                                    @ExampleObject(name = "shipped buyer", value = "{\"buyer\": \"european-bank\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = Tradeoffs.class)))
    @APIResponse(responseCode = "400", description = "The question is at fault; file, line and field say where")
    @APIResponse(responseCode = "404", description = "No shipped buyer has this id")
    public String frontier(byte[] body) {
        var snapshot = serving.snapshot();
        var request = AdviceRequest.read(body, serving.around(), "solves");
        int solves = request.whole("solves", Chooser.MOST_SOLVES, 1, Chooser.MOST_SOLVES);
        return Json.pretty(answers.heavy(() -> Answers.chooser().frontier(snapshot, request.question(), solves)));
    }
}
