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
import org.multipolar.decision.AdviceRequest;
import org.multipolar.web.access.Role;
import org.multipolar.whatif.WhatIf;

/** Answers what scenarios do to a buyer's mix. */
@Path("/api/v1/what-if")
@Tag(name = "Scenarios")
@Blocking
@RolesAllowed(Role.ANALYST)
public class WhatIfResource {

    private final Serving serving;
    private final WhatIfAnswers answers;
    private final Records records;
    private final Once once;

    @Inject
    WhatIfResource(Serving serving, WhatIfAnswers answers, Records records, Once once) {
        this.serving = serving;
        this.answers = answers;
        this.records = records;
        this.once = once;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lays scenarios on a buyer: the mix as it is beside hold, fail over and re-plan",
            description =
                    "The answer is recorded; Content-Location names the record, which can be replayed. hold: what still runs of "
                            + "the mix, nothing takes over; failOver: the best mix of those under contract; rePlan: the best mix "
                            + "of all. Each outcome is optimal, infeasible or unproven (held for hold) and has status 200. "
                            + "capacity, exposure, origins, places, suppliers and held are ten-thousandths of the buyer's volume, "
                            + "effectiveOrigins and scores ten-thousandths, percent, from and to of shares percent of a demand, "
                            + "money is micro-USD a month. noEffect says why nothing moves, and is null where something does. "
                            + "Equal questions on equal data, rules, scenarios and program have equal bytes.")
    @RequestBody(
            required = true,
            description =
                    "buyer: the id of a shipped buyer, or a buyer with the keys of its YAML profile; scenarios: 1 to 20, laid on "
                            + "each other in turn, each the id of a shipped one or an object with the keys of a scenario's file; "
                            + "asOf: day of the baseline, YYYY-MM-DD, today by UTC where absent; limits: more limits, with the "
                            + "keys of a limits file. At most 2 MiB.",
            content =
                    @Content(
                            schema = @Schema(ref = "WhatIfRequest"),
                            examples =
                                    @ExampleObject(
                                            name = "a maker lost",
                                            value =
                                                    "{\"buyer\": \"european-bank\", \"scenarios\": [{\"id\": \"no-maker\", "
                                                            + "\"patches\": [{\"event\": {\"lost\": \"origin\", \"is\": \"US\"}}]}]}")))
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = WhatIf.class)))
    @APIResponse(responseCode = "400", description = "The question is at fault; file, line and field say where")
    @APIResponse(responseCode = "404", description = "No shipped buyer has this id")
    public Response ask(
            @Parameter(
                            description =
                                    "Names the request, so that it is answered and recorded once however often it comes")
                    @HeaderParam(Once.KEY)
                    @Nullable
                    String key,
            byte[] body) {
        var caller = serving.caller();
        return once.answer(Once.Asked.of(caller.name(), key, "POST /api/v1/what-if", body), claim -> {
            var bundle = serving.bundle();
            var request = AdviceRequest.whatIf(body, serving.around(bundle, caller));
            var answer = answers.ask(
                    bundle.snapshot(), request.question(), request.scenarios().stack());
            var given = Records.Given.of(caller.name(), answer);
            var made = new Once.Made(200, DecisionsResource.address(given.id()), given.text());
            records.record(bundle, request, body, given, made.reply(claim));
            return made;
        });
    }
}
