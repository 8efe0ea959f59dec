package org.multipolar.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.IndicatorSetReader;
import org.multipolar.cli.Indexes;
import org.multipolar.enabler.Drawn;
import org.multipolar.enabler.Index;
import org.multipolar.enabler.Method;
import org.multipolar.enabler.Progress;
import org.multipolar.enabler.Uncertainty;
import org.multipolar.enabler.UnitScore;
import org.multipolar.exchange.sheet.Csv;
import org.multipolar.explain.ComparisonShown;
import org.multipolar.explain.IndexShown;
import org.multipolar.explain.IndexTables;
import org.multipolar.explain.Json;
import org.multipolar.explain.UnitDetail;
import org.multipolar.web.access.Role;

/** The country index: scores, intervals, comparisons, and each unit down to its sources; any other set as well. */
@Path("/api/v1/index")
@Tag(name = "Index")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.READER)
public class IndexResource {

    private static final String CSV = "text/csv;charset=utf-8";

    private final Serving serving;
    private final Answers answers;

    @Inject
    IndexResource(Serving serving, Answers answers) {
        this.serving = serving;
        this.answers = answers;
    }

    @GET
    @Operation(
            summary = "Scores countries on the six enablers of supply",
            description =
                    "Scores lie between 0 and 1 at full precision and are null where unknown; have and of count the "
                            + "indicators an enabler's score rests on. With uncertainty, intervals hold the 5th, 50th and 95th "
                            + "percentile of every score and rank over that many seeded draws, and sensitivity says what drives "
                            + "the ranks; equal requests have equal bytes.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IndexShown.class)))
    public String index(
            @Parameter(description = "Id of a method under profiles/countries/methods")
                    @QueryParam("method")
                    @DefaultValue(Indexes.USUAL)
                    String method,
            @Parameter(description = "absolute, or per-head: figures that grow with size over inhabitants")
                    @QueryParam("view")
                    @Nullable
                    String view,
            @Parameter(description = "How many draws of uncertainty; none where absent")
                    @Schema(type = SchemaType.INTEGER)
                    @QueryParam("uncertainty")
                    @Nullable
                    String draws,
            @Parameter(description = "Seed of the draws; the method's own where absent")
                    @Schema(type = SchemaType.INTEGER)
                    @QueryParam("seed")
                    @Nullable
                    String seed) {
        var index = indexBy(method, view);
        return Json.pretty(IndexShown.of(index, uncertainty(index, draws(draws), whole("seed", seed))));
    }

    /** A method that ships. */
    public record MethodShown(
            String id,
            String title,
            String version,
            List<String> enablers,
            Map<String, String> choices,
            List<String> sources) {

        static MethodShown of(Method method) {
            return new MethodShown(
                    method.id(),
                    method.title(),
                    method.version(),
                    method.enablers(),
                    method.choices().words(),
                    method.sources());
        }
    }

    @GET
    @Path("/methods")
    @Operation(summary = "The methods that ship, with their choices")
    @APIResponse(
            responseCode = "200",
            description = "id, title, version and choices of each",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = MethodShown.class)))
    public String methods() {
        return Json.pretty(serving.snapshot().indexes().values().stream()
                .map(index -> MethodShown.of(index.method()))
                .toList());
    }

    @GET
    @Path("/scores.csv")
    @Produces(CSV)
    @Operation(summary = "The scores as a table, one row per unit")
    @APIResponse(responseCode = "200", description = "CSV with a header line")
    public Response scores(
            @QueryParam("method") @DefaultValue(Indexes.USUAL) String method,
            @QueryParam("view") @Nullable String view,
            @Schema(type = SchemaType.INTEGER) @QueryParam("uncertainty") @Nullable String draws,
            @Schema(type = SchemaType.INTEGER) @QueryParam("seed") @Nullable String seed) {
        var index = indexBy(method, view);
        return file("scores", IndexTables.scores(index, uncertainty(index, draws(draws), whole("seed", seed))));
    }

    @GET
    @Path("/figures.csv")
    @Produces(CSV)
    @Operation(summary = "Every figure the scores rest on or that stands beside one, with its source and licence")
    @APIResponse(responseCode = "200", description = "CSV with a header line")
    public Response figures(
            @QueryParam("method") @DefaultValue(Indexes.USUAL) String method,
            @QueryParam("view") @Nullable String view) {
        return file("figures", IndexTables.figures(indexBy(method, view)));
    }

    private static Response file(String name, List<List<String>> rows) {
        return Response.ok(Csv.write(rows))
                .header("Content-Disposition", "attachment; filename=\"multipolar-%s.csv\"".formatted(name))
                .build();
    }

    @GET
    @Path("/draws/{row}")
    @Operation(
            summary = "One draw of uncertainty, taken again",
            description =
                    "What chance chose in the draw with this number, from 0, and the scores and ranks it came to.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Drawn.class)))
    public String draw(
            @Schema(type = SchemaType.INTEGER) @PathParam("row") String row,
            @Schema(type = SchemaType.INTEGER) @QueryParam("seed") @Nullable String seed,
            @QueryParam("method") @DefaultValue(Indexes.USUAL) String method,
            @QueryParam("view") @Nullable String view) {
        var index = indexBy(method, view);
        var from = whole("seed", seed);
        var which = whole("row", row);
        return Json.pretty(Drawn.again(
                index,
                from == null ? index.method().variation().seed() : from,
                which == null ? 0 : Math.toIntExact(Math.max(-1, Math.min(Integer.MAX_VALUE, which)))));
    }

    @GET
    @Path("/compare")
    @Operation(
            summary = "Two units side by side",
            description = "By enabler, and by the figures of each theme, with ratio, who is ahead, and sources.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ComparisonShown.class)))
    @APIResponse(responseCode = "404", description = "No country or bloc has this code")
    public String compare(
            @QueryParam("left") @DefaultValue("US") String left,
            @QueryParam("right") @DefaultValue("CN") String right,
            @QueryParam("method") @DefaultValue(Indexes.USUAL) String method,
            @QueryParam("view") @Nullable String view) {
        var index = indexBy(method, view);
        return Json.pretty(ComparisonShown.of(
                index,
                unitOf(index, left),
                unitOf(index, right),
                serving.snapshot().themes()));
    }

    @GET
    @Path("/{unit}")
    @Operation(
            summary = "One country or bloc with its indicators, each with value, unit, year and source",
            description = "Units are ISO 3166-1 codes, such as DE, or blocs, such as EU.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UnitDetail.class)))
    @APIResponse(responseCode = "404", description = "No country or bloc has this code")
    public String unit(
            @PathParam("unit") String unit,
            @QueryParam("method") @DefaultValue(Indexes.USUAL) String method,
            @QueryParam("view") @Nullable String view,
            @Schema(type = SchemaType.INTEGER) @QueryParam("uncertainty") @Nullable String draws,
            @Schema(type = SchemaType.INTEGER) @QueryParam("seed") @Nullable String seed) {
        var index = indexBy(method, view);
        return Json.pretty(
                UnitDetail.of(index, unitOf(index, unit), uncertainty(index, draws(draws), whole("seed", seed))));
    }

    @POST
    @RolesAllowed(Role.ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Scores a posted set of indicators, or the shipped one by another method",
            description = "The same engine, messages and shape as for the shipped figures.")
    @RequestBody(
            required = true,
            description =
                    "indicators: the text of a CSV file with indicator_id, country, value and, if known, unit, year, "
                            + "quality, source_id, note, or a list of such rows; meta: likewise with indicator_id, enabler, "
                            + "direction and, if known, name, unit, scale, aggregation_for_blocs; both absent: the shipped "
                            + "figures; method: id of a shipped method, or a method with the keys of a method file; view: "
                            + "absolute or per-head; uncertainty: {draws, seed}. At most 2 MiB.",
            content =
                    @Content(
                            schema = @Schema(ref = "IndexRequest"),
                            examples =
                                    @ExampleObject(
                                            name = "per inhabitant",
                                            value = "{\"method\": \"published\", \"view\": \"per-head\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IndexShown.class)))
    @APIResponse(responseCode = "400", description = "The set is at fault; file, line and field say where")
    public String score(byte[] body) {
        return scored(() -> IndexRequest.read(serving.snapshot(), body));
    }

    @POST
    @RolesAllowed(Role.ANALYST)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Scores uploaded files",
            description =
                    "The parts indicators and meta are CSV files, method a method file or the id of a shipped method, "
                            + "view, draws and seed plain texts; the rest is as for JSON.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IndexShown.class)))
    @APIResponse(responseCode = "400", description = "The set is at fault; file, line and field say where")
    public String score(
            @RestForm @Nullable FileUpload indicators,
            @RestForm @Nullable FileUpload meta,
            @RestForm("method") @Nullable FileUpload methodFile,
            @RestForm @Nullable String method,
            @RestForm @Nullable String view,
            @RestForm @Nullable String draws,
            @RestForm @Nullable String seed) {
        // A plain text part arrives both ways; only a file has a name of its own.
        boolean file = methodFile != null
                && methodFile.fileName() != null
                && !methodFile.fileName().isBlank();
        return scored(() -> IndexRequest.of(
                        serving.snapshot(),
                        named(indicators),
                        named(meta),
                        file ? null : method,
                        file ? named(methodFile) : null,
                        view,
                        null)
                .drawing(draws(draws), whole("seed", seed)));
    }

    private static IndicatorSetReader.@Nullable Named named(@Nullable FileUpload file) {
        if (file == null) {
            return null;
        }
        try {
            return new IndicatorSetReader.Named(file.name(), Files.readAllBytes(file.uploadedFile()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Reading and scoring a large set is work as much as its draws are. */
    private String scored(Supplier<IndexRequest> asked) {
        return answers.heavy(() -> {
            var request = asked.get();
            var draws = request.draws();
            var uncertainty = draws == null
                    ? null
                    : Uncertainty.of(request.index(), draws, request.seed(), true, 1, Progress.SILENT);
            return Json.pretty(IndexShown.of(request.index(), uncertainty));
        });
    }

    private @Nullable Uncertainty uncertainty(Index index, @Nullable Integer draws, @Nullable Long seed) {
        if (draws == null) {
            return null;
        }
        long from = seed == null ? index.method().variation().seed() : seed;
        return answers.heavy(() -> Uncertainty.of(index, draws, from, true, 1, Progress.SILENT));
    }

    private static @Nullable Integer draws(@Nullable String text) {
        var draws = whole("uncertainty", text);
        return draws == null ? null : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, draws));
    }

    /** A parameter that is no number would pass for an address that does not exist. */
    private static @Nullable Long whole(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException none) {
            throw new BadInput("request", 0, parameter, "(%s) is not a whole number.".formatted(text), null);
        }
    }

    static UnitScore unitOf(Index index, String code) {
        var one = index.unit(code);
        if (one == null) {
            throw UnknownId.of("country or bloc", code, index.units().keySet());
        }
        return one;
    }

    Index indexBy(String method, @Nullable String view) {
        return new Indexes(serving.snapshot()).shipped(method, IndexRequest.perHead(view));
    }
}
