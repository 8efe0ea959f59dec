package org.multipolar.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.BadInput;
import org.multipolar.decision.JsonBody;
import org.multipolar.exchange.sheet.DemandSheet;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Role;

/** Reads a spreadsheet of demands into the form of a profile. Nothing is kept. */
@Path("/api/v1/buyers/read")
@Tag(name = "World")
@RolesAllowed(Role.ANALYST)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class BuyerSheetResource {

    /** Amounts of money are handed on as they were written. */
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** What is read from a sheet alone. */
    public record DemandsRead(List<Map<String, Object>> demands) {}

    private final Serving serving;

    @Inject
    BuyerSheetResource(Serving serving) {
        this.serving = serving;
    }

    @POST
    @Consumes("text/csv")
    @Operation(
            summary = "Reads a sheet of demands (CSV) into the form of a profile",
            description = "Separated by commas or semicolons, UTF-8, with or without a byte order mark. The demands "
                    + "checked row by row can stand in an inline buyer.")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "The demands, or the buyer with the sheet's demands",
            content = @Content(schema = @Schema(ref = "SheetRead")))
    @APIResponse(responseCode = "400", description = "The sheet is at fault; line and column say where")
    public String demands(byte[] sheet) {
        return Json.pretty(new DemandsRead(
                DemandSheet.read("request", sheet, serving.snapshot().world(), "general")));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Puts a sheet of demands into an inline buyer",
            description = "The answer is the buyer, ready to be asked about with POST /api/v1/advice.")
    @RequestBody(
            required = true,
            description =
                    "buyer: a buyer with the keys of its YAML profile; demands: the text of a CSV sheet. At most 2 MiB.",
            content = @Content(schema = @Schema(ref = "BuyerSheetRequest")))
    @APIResponse(
            responseCode = "200",
            description = "The demands, or the buyer with the sheet's demands",
            content = @Content(schema = @Schema(ref = "SheetRead")))
    @APIResponse(responseCode = "400", description = "Buyer or sheet is at fault; line and field say where")
    public String buyer(byte[] body) {
        var request = JsonBody.read(body, "buyer", "demands");
        var sheet = request.text("demands");
        if (!request.isObject("buyer") || sheet == null) {
            throw new BadInput(
                    "request",
                    1,
                    sheet == null ? "demands" : "buyer",
                    "an inline buyer and the text of a sheet are expected.",
                    "a sheet alone is sent as text/csv.");
        }
        var snapshot = serving.snapshot();
        var buyer = tree(request.alone("buyer"));
        var sector = buyer.path("sector").asText("");
        var demands = DemandSheet.read("demands", sheet.getBytes(StandardCharsets.UTF_8), snapshot.world(), sector);
        buyer.set("demands", MAPPER.valueToTree(demands));
        SnapshotReader.buyer("request", bytes(buyer), snapshot.world(), snapshot.rulebook());
        return Json.pretty(buyer);
    }

    /** The body has been read once already, so it is JSON. */
    private static ObjectNode tree(byte[] json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] bytes(ObjectNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
