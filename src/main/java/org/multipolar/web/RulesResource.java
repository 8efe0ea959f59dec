package org.multipolar.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Firings;
import org.multipolar.advice.MixDiff;
import org.multipolar.advice.Snapshot;
import org.multipolar.explain.CaseReport;
import org.multipolar.explain.Json;
import org.multipolar.explain.RuleShown;
import org.multipolar.rulebook.CaseFile;
import org.multipolar.rulebook.Remark;
import org.multipolar.rulebook.RuleCard;
import org.multipolar.rulebook.Rulebook;
import org.multipolar.web.access.Role;

/** The rulebook, and its verdicts on posted cases. */
@Path("/api/v1")
@Tag(name = "Rules")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.READER)
public class RulesResource {

    private final Serving serving;
    private final RuleUses uses;

    @Inject
    RulesResource(Serving serving, RuleUses uses) {
        this.serving = serving;
        this.uses = uses;
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
    public String rules(
            @Parameter(description = "ISO day; only what holds on it") @QueryParam("asOf") @Nullable String asOf) {
        return Json.pretty(all(asOf));
    }

    @GET
    @Path("/rules/{id}")
    @Operation(summary = "One rule in full")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RuleShown.class)))
    @APIResponse(responseCode = "404", description = "No rule has this id")
    public String rule(@PathParam("id") String id) {
        return Json.pretty(one(serving.snapshot(), id));
    }

    @GET
    @Path("/rules/{id}/firings")
    @Operation(
            summary = "Where a rule fires among the candidates of the shipped buyers",
            description = "By demand: candidates on which it fires for certain, on which it would fire for some value "
                    + "of an unknown fact, and all candidates.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Firings.Fired.class)))
    @APIResponse(responseCode = "404", description = "No rule has this id")
    @APIResponse(responseCode = "503", description = "Too many questions wait; Retry-After says when to come back")
    public String firings(@PathParam("id") String id) {
        var snapshot = serving.snapshot();
        return Json.pretty(uses.firings(snapshot, card(snapshot, id), Serving.day(null)));
    }

    @GET
    @Path("/rules/{id}/cost")
    @Operation(
            summary = "What a rule costs a shipped buyer: its mix beside the mix in a world without the rule",
            description = "Solved only where the rule changes the problem; takes as long as two answers.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MixDiff.class)))
    @APIResponse(responseCode = "404", description = "No rule or no shipped buyer has this id")
    @APIResponse(responseCode = "503", description = "Too many questions wait; Retry-After says when to come back")
    public String cost(
            @PathParam("id") String id,
            @Parameter(description = "Id of a shipped buyer") @QueryParam("buyer") @Nullable String buyer) {
        var snapshot = serving.snapshot();
        var asking = Serving.buyer(snapshot, buyer == null ? "" : buyer);
        return Json.pretty(uses.cost(snapshot, card(snapshot, id), asking, Serving.day(null)));
    }

    @GET
    @Path("/rules-review")
    @Operation(
            summary = "What the owner of the rules should look at",
            description = "Rules that can never fire, are always masked or contradict each other; sources and "
                    + "parameters due for review.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Remark.class)))
    public String review() {
        return Json.pretty(uses.review(serving.snapshot().rulebook(), Serving.day(null)));
    }

    @POST
    @RolesAllowed(Role.ANALYST)
    @Path("/judgements")
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml"})
    @Operation(
            summary = "Judges posted cases",
            description = "A case file, as JSON or YAML: the verdict on each case, the rules behind it with their "
                    + "citations, and whether verdict and rules are those that the case expects.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "CasesRequest"),
                            examples =
                                    @ExampleObject(
                                            name = "one case",
                                            value =
                                                    "{\"cases\": [{\"id\": \"mine\", \"as_of\": \"2026-11-21\", \"given\": {\"operating_country\": \"DE\", \"data_sensitivity\": \"public\"}, \"offer\": {\"supplier\": \"mistral\", \"supplier_origin\": \"FR\", \"serving_country\": \"DE\"}}]}")),
            description = "{\"cases\": [{\"id\", \"as_of\", \"given\": {...}, \"offer\": {...}, \"expected\"?, "
                    + "\"must_name\"?, \"must_not_name\"?}]}. At most 2 MiB.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaseReport.class)))
    @APIResponse(responseCode = "400", description = "The cases are at fault; line and field say where")
    public String judge(byte[] cases) {
        var file = CaseFile.read("request", cases).orThrow();
        var rulebook = serving.snapshot().rulebook();
        return Json.pretty(CaseReport.of(file.judge(rulebook), rulebook));
    }

    List<RuleShown> all(@Nullable String asOf) {
        var rulebook = serving.snapshot().rulebook();
        var day = Serving.day(asOf);
        return rulebook.cards().values().stream()
                .filter(card -> asOf == null || asOf.isBlank() || rulebook.holds(card, Rulebook.Setting.of(day)))
                .map(card -> RuleShown.of(card, rulebook, day))
                .toList();
    }

    static RuleShown one(Snapshot snapshot, String id) {
        return RuleShown.inFull(card(snapshot, id), snapshot.rulebook(), Serving.day(null));
    }

    static RuleCard card(Snapshot snapshot, String id) {
        var card = snapshot.rulebook().cardOrNull(id);
        if (card == null) {
            throw UnknownId.of("rule", id, snapshot.rulebook().cards().keySet());
        }
        return card;
    }
}
