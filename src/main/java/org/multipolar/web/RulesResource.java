package org.multipolar.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.multipolar.cli.Json;
import org.multipolar.explain.CaseReport;
import org.multipolar.explain.RuleShown;
import org.multipolar.rulebook.CaseFile;

/** The rulebook, and its verdicts on posted cases. */
@Path("/api/v1")
@Tag(name = "Rules")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class RulesResource {

    private final Serving serving;

    @Inject
    RulesResource(Serving serving) {
        this.serving = serving;
    }

    @GET
    @Path("/rules")
    @Operation(
            summary = "All rules with effect, dates, citation and source",
            description =
                    "Dates are ISO days, both ends included; empty where nobody read one or the rule still holds.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RuleShown.class)))
    public String rules() {
        return Json.pretty(all());
    }

    @GET
    @Path("/rules/{id}")
    @Operation(summary = "One rule in full")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RuleShown.class)))
    @APIResponse(responseCode = "404", description = "No rule has this id")
    public String rule(@PathParam("id") String id) {
        return Json.pretty(one(id));
    }

    @POST
    @Path("/judgements")
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml"})
    @Operation(
            summary = "Judges posted cases",
            description = "A case file, as JSON or YAML: the verdict on each case, the rules behind it with their "
                    + "citations, and whether verdict and rules are those that the case expects.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)),
            description = "{\"cases\": [{\"id\", \"as_of\", \"given\": {...}, \"offer\": {...}, \"expected\"?, "
                    + "\"must_name\"?, \"must_not_name\"?}]}. At most 2 MiB.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaseReport.class)))
    @APIResponse(responseCode = "400", description = "The cases are at fault; line and field say where")
    public String judge(byte[] cases) {
        var file = CaseFile.read("request", cases).orThrow();
        var rulebook = serving.snapshot().rulebook();
        return Json.pretty(CaseReport.of(file.judge(rulebook), rulebook.digest()));
    }

    List<RuleShown> all() {
        var rulebook = serving.snapshot().rulebook();
        return rulebook.cards().values().stream()
                .map(card -> RuleShown.of(card, rulebook))
                .toList();
    }

    RuleShown one(String id) {
        var rulebook = serving.snapshot().rulebook();
        var card = rulebook.cardOrNull(id);
        if (card == null) {
            throw UnknownId.of("rule", id, rulebook.cards().keySet());
        }
        return RuleShown.of(card, rulebook);
    }
}
