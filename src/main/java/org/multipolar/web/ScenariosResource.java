package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Scenario;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Role;

/** The shipped scenarios. */
@Path("/api/v1/scenarios")
@Tag(name = "Scenarios")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.READER)
public class ScenariosResource {

    private final Serving serving;

    @Inject
    ScenariosResource(Serving serving) {
        this.serving = serving;
    }

    @GET
    @Operation(
            summary = "Lists the shipped scenarios, with what they change in words",
            description =
                    "In the order of ids; page counts from one, size is at most 500. kind: past (it happened), event (it might), "
                            + "law (a dated or proposed text) or card (a standard question); all where absent.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WorldResource.Listed.class)))
    @APIResponse(
            responseCode = "400",
            description = "No scenario can be of this kind, or no page has this number or size")
    public String list(
            @QueryParam("kind") @Nullable String kind,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000000")
                    @QueryParam("page")
                    @DefaultValue("1")
                    String page,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500") @QueryParam("size") @DefaultValue("50")
                    String size) {
        var wanted = kind(kind);
        return Json.pretty(WorldResource.page(
                serving.snapshot().scenarios().values().stream()
                        .filter(each -> wanted == null || each.kind() == wanted)
                        .map(ScenarioShown::of)
                        .toList(),
                page,
                size));
    }

    private static Scenario.@Nullable Kind kind(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        return Arrays.stream(Scenario.Kind.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "request",
                        0,
                        "kind",
                        "no scenario is of the kind (%s).".formatted(word),
                        "it is past, event, law or card."));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One scenario, with the file that it was read from")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ScenarioShown.InFull.class)))
    @APIResponse(responseCode = "404", description = "No scenario has this id")
    public String one(@PathParam("id") String id) {
        var bundle = serving.bundle();
        var scenarios = bundle.snapshot().scenarios();
        var scenario = scenarios.get(id);
        if (scenario == null) {
            throw UnknownId.of("scenario", id, scenarios.keySet());
        }
        return Json.pretty(
                new ScenarioShown.InFull(ScenarioShown.of(scenario), new String(Records.scenario(bundle, id), UTF_8)));
    }
}
