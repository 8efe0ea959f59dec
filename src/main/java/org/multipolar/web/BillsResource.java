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
import org.multipolar.exchange.bom.BomReading;
import org.multipolar.exchange.bom.MlBomReader;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Role;

/** Reads bills of material of vendors. */
@Path("/api/v1/bills")
@Tag(name = "Bills of material")
@Blocking
public class BillsResource {

    private static final String MODEL =
            "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"version\": 1, \"components\": "
                    + "[{\"type\": \"machine-learning-model\", \"name\": \"new-one\", \"version\": \"2\"}]}";

    private final Serving serving;

    @Inject
    BillsResource(Serving serving) {
        this.serving = serving;
    }

    @POST
    @Path("read")
    @RolesAllowed(Role.ANALYST)
    @Consumes({MediaType.APPLICATION_JSON, "application/vnd.cyclonedx+json"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What a vendor's CycloneDX ML-BOM would put into a review",
            description =
                    "JSON of spec 1.5 or 1.6. Each model comes as an offer that POST /api/v1/reviews takes as it is; what does not "
                            + "fit exactly stays unknown and is noted. Nothing is stored.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(ref = "BillOfMaterial"),
                        examples = @ExampleObject(name = "one model", value = MODEL)),
                @Content(
                        mediaType = "application/vnd.cyclonedx+json",
                        schema = @Schema(ref = "BillOfMaterial"),
                        examples = @ExampleObject(name = "one model", value = MODEL))
            })
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BomReading.class)))
    @APIResponse(responseCode = "400", description = "The bill is refused, with the reason and its place")
    public String read(byte[] body) {
        return Json.pretty(
                MlBomReader.read("request", body, serving.snapshot().world()).orThrow());
    }
}
