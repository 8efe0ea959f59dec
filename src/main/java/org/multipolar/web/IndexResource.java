package org.multipolar.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.multipolar.catalog.BadInput;
import org.multipolar.cli.Json;
import org.multipolar.enabler.Index;
import org.multipolar.explain.IndexShown;

/** The country index, and each unit down to its sources. */
@Path("/api/v1/index")
@Tag(name = "Index")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class IndexResource {

    private final Serving serving;

    @Inject
    IndexResource(Serving serving) {
        this.serving = serving;
    }

    @GET
    @Operation(
            summary = "Scores countries on the six enablers of supply",
            description =
                    "Scores lie between 0 and 1 at full precision and are null where unknown; have and of count the "
                            + "indicators an enabler's score rests on.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IndexShown.class)))
    public String index(
            @Parameter(description = "Id of a method under profiles/countries/methods")
                    @QueryParam("method")
                    @DefaultValue("published")
                    String method) {
        return Json.pretty(IndexShown.of(indexBy(method), serving.snapshot().world()));
    }

    @GET
    @Path("/{unit}")
    @Operation(
            summary = "One country or bloc with its indicators, each with value, unit, year and source",
            description = "Units are ISO 3166-1 codes, such as DE, or blocs, such as EU.")
    @APIResponse(responseCode = "200", description = "The unit's scores and indicators")
    @APIResponse(responseCode = "404", description = "No country or bloc has this code")
    public String unit(@PathParam("unit") String unit, @QueryParam("method") @DefaultValue("published") String method) {
        var index = indexBy(method);
        var one = index.unit(unit);
        if (one == null) {
            throw UnknownId.of("country or bloc", unit, index.units().keySet());
        }
        return Json.pretty(IndexShown.detail(one, serving.snapshot().world()));
    }

    Index indexBy(String method) {
        var indexes = serving.snapshot().indexes();
        var index = indexes.get(method);
        if (index == null) {
            throw new BadInput(
                    "request",
                    0,
                    "method",
                    "no method is called (%s).".formatted(method),
                    "it is one of " + indexes.keySet() + ".");
        }
        return index;
    }
}
