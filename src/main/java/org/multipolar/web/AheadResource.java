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
import org.multipolar.decision.AdviceRequest;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Role;
import org.multipolar.whatif.Ahead;

/** Lists what is known to come for a buyer's mix. */
@Path("/api/v1/ahead")
@Tag(name = "Scenarios")
@Blocking
@RolesAllowed(Role.ANALYST)
public class AheadResource {

    private final Serving serving;
    private final WhatIfAnswers answers;

    @Inject
    AheadResource(Serving serving, WhatIfAnswers answers) {
        this.serving = serving;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lists dated changes of law and ends of contracts ahead of a mix, and which of them change it",
            description =
                    "Looks three years ahead and asks for the best mix again on every day on which law, papers, reach or a "
                            + "contract changes; it is not recorded.")
    @RequestBody(
            required = true,
            description = "buyer, asOf and limits as for advice. At most 2 MiB.",
            content =
                    @Content(
                            schema = @Schema(ref = "QuestionRequest"),
                            examples =
                                    @ExampleObject(name = "shipped buyer", value = "{\"buyer\": \"european-bank\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content = @Content(schema = @Schema(implementation = Ahead.class)))
    @APIResponse(responseCode = "400", description = "The question is at fault; file, line and field say where")
    @APIResponse(responseCode = "404", description = "No shipped buyer has this id")
    public String ask(byte[] body) {
        var bundle = serving.bundle();
        var request = AdviceRequest.read(body, serving.around(bundle, serving.caller()));
        return Json.pretty(answers.ahead(bundle.snapshot(), request.question()));
    }
}
