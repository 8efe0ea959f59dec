package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.Bundle;
import org.multipolar.bundle.SweepTask;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.YamlNode;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.explain.Json;
import org.multipolar.sweep.SweepPlan;
import org.multipolar.sweep.SweepReport;
import org.multipolar.web.SweepTable.Row;
import org.multipolar.web.access.Role;

/** Many futures of a buyer, worked out in the background. */
@Path("/api/v1/sweeps")
@Tag(name = "What if")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.READER)
public class SweepsResource {

    private static final Duration PACE = Duration.ofMillis(250);
    private static final int LISTED = 50;

    private final Serving serving;
    private final SweepRuns runs;
    private final Records records;
    private final Clock clock;

    @Inject
    SweepsResource(Serving serving, SweepRuns runs, Records records, Clock clock) {
        this.serving = serving;
        this.runs = runs;
        this.records = records;
        this.clock = clock;
    }

    /**
     * How far a sweep is.
     *
     * @param state waiting, running, done, cancelled or failed
     * @param done futures worked out by this process so far, of how many; those that vary one thing alone count too
     * @param finding the result in a sentence; empty where only progress is asked for
     * @param problem what went wrong, or empty
     */
    public record SweepShown(
            String id,
            String buyer,
            String title,
            String asOf,
            String state,
            int done,
            int of,
            String finding,
            String problem,
            @Nullable SweepReport report) {}

    @POST
    @RolesAllowed(Role.ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Starts a sweep in the background",
            description =
                    "An equal request on equal data and rules joins the sweep there is, and takes up one that was ended.")
    @RequestBody(
            required = true,
            description =
                    "buyer, asOf and limits as for advice; sweep: the id of a shipped sweep, or one with the keys of a "
                            + "sweep file; seed and draws stand in place of the sweep's own. At most 2 MiB.",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "one event, drawn",
                                            value =
                                                    "{\"buyer\": \"european-bank\", \"sweep\": {\"id\": \"mine\", \"draws\":"
                                                            + " 200, \"scenarios\": [{\"id\": \"mistral-gone\", \"patch\": {\"event\":"
                                                            + " {\"lost\": \"supplier\", \"is\": \"mistral\"}}, \"likelihood\": 0.1,"
                                                            + " \"why\": \"our own estimate\"}]}}")))
    @APIResponse(responseCode = "202", description = "It waits or runs; Location names it")
    @APIResponse(responseCode = "200", description = "It is done already")
    @APIResponse(responseCode = "400", description = "The request is at fault; file, line and field say where")
    @APIResponse(responseCode = "503", description = "Too many sweeps wait")
    public Response start(byte[] body) {
        var caller = serving.caller();
        var bundle = serving.bundle();
        var request = AdviceRequest.read(body, serving.around(bundle, caller), "sweep", "seed", "draws");
        var row = runs.begin(row(bundle, request, caller.name()));
        var shown = Json.pretty(shown(row, false));
        var done = row.state().equals(SweepTable.DONE);
        return Response.status(done ? 200 : 202)
                .location(URI.create("/api/v1/sweeps/" + row.id()))
                .entity(shown)
                .build();
    }

    /** Reads the sweep once, so that what is wrong with it is told at once; its id is what it rests on. */
    private Row row(Bundle bundle, AdviceRequest request, String owner) {
        var body = request.body();
        var buyer = request.question().buyer();
        var asked = new SweepTask.Asked(
                request.shipped() ? Records.profile(bundle, buyer.id()) : body.alone("buyer"),
                request.question().asOf(),
                body.has("limits") ? body.entry("limits") : null,
                plan(bundle, body.isObject("sweep"), body.text("sweep"), () -> body.alone("sweep")),
                number(request, "seed", Long.MIN_VALUE, Long.MAX_VALUE),
                draws(request));
        var stated = SweepTask.stated(bundle.profiles(), bundle.rules(), asked);
        var read = SweepTask.read(stated, bundle.snapshot());
        var kept = records.kept(bundle);
        var limits = asked.limits();
        var digests =
                records.journal().keep(List.of(asked.buyer(), asked.sweep(), limits == null ? new byte[0] : limits));
        return new Row(
                "sw-" + stated.id().substring(0, 40),
                owner,
                buyer.id(),
                read.plan().title(),
                asked.asOf().toString(),
                World.known(kept, "world"),
                World.known(kept, "rules"),
                digests.get(0),
                limits == null ? "" : digests.get(2),
                digests.get(1),
                asked.seed() == null ? "" : asked.seed().toString(),
                asked.draws() == null ? "" : asked.draws().toString(),
                "",
                "",
                SweepTable.WAITING,
                "",
                clock.millis());
    }

    private static byte[] plan(Bundle bundle, boolean inline, @Nullable String id, Supplier<byte[]> own) {
        if (inline) {
            return own.get();
        }
        if (id == null) {
            throw new BadInput(
                    "request",
                    1,
                    "sweep",
                    "the key (sweep) is missing or empty.",
                    "name a shipped sweep, or write one.");
        }
        var shipped = bundle.profiles().get("sweeps/" + id + ".yaml");
        if (shipped == null) {
            throw UnknownId.of("sweep", id, shipped(bundle));
        }
        return shipped;
    }

    private static List<String> shipped(Bundle bundle) {
        return bundle.profiles().keySet().stream()
                .filter(path -> path.startsWith("sweeps/") && path.endsWith(".yaml"))
                .map(path -> path.substring("sweeps/".length(), path.length() - ".yaml".length()))
                .toList();
    }

    private static @Nullable Long number(AdviceRequest request, String key, long least, long most) {
        return request.body().has(key)
                ? Long.valueOf(
                        YamlNode.read("request", request.body().value(key)).whole(least, most))
                : null;
    }

    private static @Nullable Integer draws(AdviceRequest request) {
        var draws = number(request, "draws", 1, SweepPlan.MOST_DRAWS);
        return draws == null ? null : Integer.valueOf(Math.toIntExact(draws));
    }

    @GET
    @Operation(summary = "The latest sweeps, newest first, without their reports")
    public String list() {
        var caller = serving.caller();
        return Json.pretty(runs.table().latest(LISTED).stream()
                .filter(row -> caller.sees(row.buyer()))
                .map(row -> shown(row, false))
                .toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far a sweep is, and its report: partial while it runs")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SweepShown.class)))
    @APIResponse(responseCode = "404", description = "No sweep has this id")
    public String sweep(@PathParam("id") String id) {
        return Json.pretty(shown(row(id), true));
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "The progress of a sweep as server-sent events, until it ends")
    public Multi<SweepShown> events(@PathParam("id") String id) {
        row(id);
        var last = new AtomicBoolean();
        return Multi.createFrom()
                .ticks()
                .every(PACE)
                .onOverflow()
                .drop()
                .map(tick -> shown(known(id), false))
                .select()
                .first(shown -> !last.getAndSet(!shown.state().equals(SweepTable.WAITING)
                        && !shown.state().equals(SweepTable.RUNNING)));
    }

    @DELETE
    @RolesAllowed(Role.ANALYST)
    @Path("/{id}")
    @Operation(
            summary = "Ends a sweep; one that is done stays as it is",
            description = "What is worked out is kept: the same request takes it up again.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SweepShown.class)))
    public String cancel(@PathParam("id") String id) {
        row(id);
        runs.cancel(id);
        return Json.pretty(shown(known(id), false));
    }

    /** {@return the sweep where the caller may see it} */
    private Row row(String id) {
        var row = runs.table().find(id);
        if (row == null || !serving.caller().sees(row.buyer())) {
            throw UnknownId.ofSecret("sweep", id, "the list of sweeps has it.");
        }
        return row;
    }

    private Row known(String id) {
        var row = runs.table().find(id);
        if (row == null) {
            throw new IllegalStateException("The sweep (%s) is gone.".formatted(id));
        }
        return row;
    }

    private SweepShown shown(Row row, boolean whole) {
        var run = runs.running(row.id());
        var sweep = run == null ? null : run.sweep();
        // Adding up a long sweep takes a moment, so progress alone does not.
        var report = sweep == null ? stored(row) : whole ? sweep.report() : null;
        return new SweepShown(
                row.id(),
                row.buyer(),
                row.title(),
                row.asOf(),
                row.state(),
                sweep != null ? sweep.done() : report == null ? 0 : report.done(),
                sweep != null ? sweep.all() : report == null ? 0 : report.futures(),
                report == null ? "" : report.finding(),
                row.problem(),
                whole ? report : null);
    }

    private @Nullable SweepReport stored(Row row) {
        if (row.report().isEmpty()) {
            return null;
        }
        var text = records.journal().content(row.report());
        return text == null ? null : Json.read(new String(text, UTF_8), SweepReport.class);
    }
}
