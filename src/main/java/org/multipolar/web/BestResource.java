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
import org.multipolar.catalog.BadInput;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.decision.JsonBody;
import org.multipolar.explain.BestMixes;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.NextBest.Distinct;
import org.multipolar.web.access.Role;

/** Answers which mixes come next after the best. */
@Path("/api/v1/advice/best")
@Tag(name = "Advice")
@Blocking
@RolesAllowed(Role.ANALYST)
public class BestResource {

    private final Serving serving;
    private final Answers answers;

    @Inject
    BestResource(Serving serving, Answers answers) {
        this.serving = serving;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The best mixes in turn, each proven",
            description =
                    "Mixes are told apart by who supplies each demand, or by every share. Between two mixes that follow each "
                            + "other there is no third. Money is micro-USD a month, suitability and volumes are ten-thousandths, "
                            + "shares percent of a demand.")
    @RequestBody(
            required = true,
            description =
                    "buyer, asOf and limits as for advice; count: how many mixes, 1 to 20, 5 where absent; distinct: suppliers "
                            + "(where absent) or shares. At most 2 MiB.",
            content =
                    @Content(
                            schema = @Schema(ref = "BestRequest"),
                            examples =
                                    @ExampleObject(
                                            name = "shipped buyer",
                                            value = "{\"buyer\": \"european-bank\", \"count\": 3}")))
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = BestMixes.class)))
    @APIResponse(responseCode = "400", description = "The question is at fault; file, line and field say where")
    @APIResponse(responseCode = "404", description = "No shipped buyer has this id")
    public String best(byte[] body) {
        var snapshot = serving.snapshot();
        var request = AdviceRequest.read(body, serving.around(), "count", "distinct");
        int count = request.whole("count", Chooser.USUAL_MIXES, 1, Chooser.MOST_MIXES);
        var distinct = distinct(request.body());
        return Json.pretty(answers.heavy(() -> Answers.chooser().best(snapshot, request.question(), distinct, count)));
    }

    private static Distinct distinct(JsonBody body) {
        var word = body.text("distinct");
        if (word == null) {
            return Distinct.SUPPLIERS;
        }
        for (var distinct : Distinct.values()) {
            if (distinct.word().equals(word)) {
                return distinct;
            }
        }
        throw new BadInput(
                "request",
                body.line("distinct"),
                "distinct",
                "(%s) does not tell mixes apart.".formatted(word),
                "it is suppliers or shares.");
    }
}
