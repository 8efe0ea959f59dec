package org.multipolar.web;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Country;
import org.multipolar.catalog.Host;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Region;
import org.multipolar.catalog.Supplier;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Role;

/** What answers rest on, listed page by page. */
@Path("/api/v1/{kind: countries|suppliers|models|hosts|offers|regions|buyers}")
@Tag(name = "World")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.READER)
public class WorldResource {

    private static final int LARGEST_PAGE = 500;

    /** One page of a list, in the order of ids. */
    public record Listed(
            @Schema(type = SchemaType.ARRAY, implementation = Entry.class) List<?> items,
            int total,
            int page,
            int size) {}

    /** What a list may hold. */
    @Schema(
            name = "Entry",
            anyOf = {
                Country.class,
                Supplier.class,
                Model.class,
                Host.class,
                Offer.class,
                Region.class,
                Buyer.class,
                ScenarioShown.class
            })
    interface Entry {}

    private final Serving serving;

    @Inject
    WorldResource(Serving serving) {
        this.serving = serving;
    }

    @GET
    @Operation(
            summary = "Lists countries, suppliers, models, hosts, offers, regions or buyers",
            description = "In the order of ids; page counts from one, size is at most 500. Prices are micro-USD per "
                    + "million tokens and null where nobody stated one; volumes are millions of tokens a month.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Listed.class)))
    public String list(
            @Schema(enumeration = {"countries", "suppliers", "models", "hosts", "offers", "regions", "buyers"})
                    @PathParam("kind")
                    String kind,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000000")
                    @QueryParam("page")
                    @DefaultValue("1")
                    String page,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500") @QueryParam("size") @DefaultValue("50")
                    String size) {
        return Json.pretty(page(entries(kind).values(), page, size));
    }

    /** {@return a page of a list} */
    static Listed page(Collection<?> all, String page, String size) {
        int number = (int) Parameters.whole("page", page, 1, 1_000_000);
        int length = (int) Parameters.whole("size", size, 1, LARGEST_PAGE);
        var items = all.stream().skip((number - 1L) * length).limit(length).toList();
        return new Listed(items, all.size(), number, length);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One entry by its id")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content = @Content(schema = @Schema(implementation = Entry.class)))
    @APIResponse(responseCode = "404", description = "No entry has this id")
    public String one(
            @Schema(enumeration = {"countries", "suppliers", "models", "hosts", "offers", "regions", "buyers"})
                    @PathParam("kind")
                    String kind,
            @PathParam("id") String id) {
        var all = entries(kind);
        var entry = all.get(id);
        if (entry == null) {
            throw UnknownId.of("entry of " + kind, id, all.keySet());
        }
        return Json.pretty(entry);
    }

    private Map<String, ?> entries(String kind) {
        var snapshot = serving.snapshot();
        var world = snapshot.world();
        return switch (kind) {
            case "countries" -> world.countries();
            case "suppliers" -> world.suppliers();
            case "models" -> world.models();
            case "hosts" -> world.hosts();
            case "offers" -> world.offers();
            case "regions" -> world.regions();
            case "buyers" -> snapshot.buyers();
            default -> throw UnknownId.of("list", kind, List.of());
        };
    }
}
