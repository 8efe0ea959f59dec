package org.multipolar.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.cli.Indexes;
import org.multipolar.enabler.Index;
import org.multipolar.enabler.Uncertainty;
import org.multipolar.explain.ComparisonShown;
import org.multipolar.explain.IndexShown;
import org.multipolar.explain.Strengths;
import org.multipolar.explain.UnitDetail;
import org.multipolar.web.access.Role;
import org.multipolar.web.language.Reading;
import org.multipolar.web.language.Tongue;
import org.multipolar.web.page.Chosen;
import org.multipolar.web.page.CompareView;
import org.multipolar.web.page.CountriesView;
import org.multipolar.web.page.CountryView;
import org.multipolar.web.page.MapView;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.RanksView;
import org.multipolar.web.page.RunView;

/**
 * The country index for people.
 *
 * <p>Decided: only the usual run of the usual method starts by being looked at; everything else waits for a button, because
 * a page that is opened must not cost what nobody asked for.
 */
@Path("/countries")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class CountryPages {

    private static final String RANKS = "/countries/ranks";

    private final Serving serving;
    private final IndexRuns runs;
    private final Reading reading;

    @Inject
    CountryPages(Serving serving, IndexRuns runs, Reading reading) {
        this.reading = reading;
        this.serving = serving;
        this.runs = runs;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance countries(
            @QueryParam("method") @DefaultValue(Indexes.USUAL) String method,
            @QueryParam("view") @Nullable String view,
            @QueryParam("sort") @Nullable String sort) {
        var index = index(method, view);
        return Pages.countries(CountriesView.of(
                index, IndexShown.of(index, finished(index)), chosen(method, view), sort, reading.tongue()));
    }

    @GET
    @Path("/map")
    @Operation(hidden = true)
    public TemplateInstance map(
            @QueryParam("method") @DefaultValue(Indexes.USUAL) String method,
            @QueryParam("view") @Nullable String view,
            @QueryParam("of") @Nullable String of,
            @QueryParam("show") @Nullable String show) {
        return Pages.map(
                MapView.of(IndexShown.of(index(method, view)), chosen(method, view), of, show, reading.tongue()));
    }

    @GET
    @Path("/compare")
    @Operation(hidden = true)
    public TemplateInstance compare(
            @QueryParam("left") @DefaultValue("US") String left,
            @QueryParam("right") @DefaultValue("CN") String right,
            @QueryParam("method") @DefaultValue(Indexes.USUAL) String method,
            @QueryParam("view") @Nullable String view) {
        var index = index(method, view);
        var shown = ComparisonShown.of(
                index,
                IndexResource.unitOf(index, left),
                IndexResource.unitOf(index, right),
                serving.snapshot().themes());
        if (left.equals(right)) {
            throw new BadInput(
                    "request", 0, "right", "both sides are (%s).".formatted(left), "choose another unit on one side.");
        }
        return Pages.compare(CompareView.of(shown, index.units().values(), chosen(method, view), reading.tongue()));
    }

    @GET
    @Path("/{unit}")
    @Operation(hidden = true)
    public TemplateInstance country(
            @PathParam("unit") String unit,
            @QueryParam("method") @DefaultValue(Indexes.USUAL) String method,
            @QueryParam("view") @Nullable String view) {
        var index = index(method, view);
        var scored = IndexResource.unitOf(index, unit);
        return Pages.country(CountryView.of(
                UnitDetail.of(index, scored, varied(index)),
                Strengths.of(index, scored),
                chosen(method, view),
                reading.tongue()));
    }

    /** A run that is asked for is shown until it is done; what it found then has an address that says how it was drawn. */
    @GET
    @Path("/ranks")
    @Operation(hidden = true)
    public Response ranks(
            @QueryParam("method") @DefaultValue(Indexes.USUAL) String method,
            @QueryParam("view") @Nullable String view,
            @QueryParam("draws") @Nullable String draws,
            @QueryParam("seed") @Nullable String seed,
            @QueryParam("run") @Nullable String runId,
            @QueryParam("still") @Nullable String still) {
        var index = index(method, view);
        var chosen = chosen(method, view);
        if (runId != null) {
            return shown(runs.run(runId), index, chosen, still != null);
        }
        var own = index.method().variation();
        int howMany = draws(draws, own.draws());
        long from = seed(seed, own.seed());
        var done = runs.finished(index, howMany, from);
        var result = done == null ? null : done.result();
        if (result != null) {
            return page(Pages.ranks(done(index, result, chosen, reading.tongue())));
        }
        if (method.equals(Indexes.USUAL) && !chosen.perHead() && howMany == own.draws() && from == own.seed()) {
            return to(runs.start(index, howMany, from), chosen);
        }
        return page(Pages.ranks(RanksView.waiting(index, chosen, RunView.none(howMany, from), reading.tongue())));
    }

    @POST
    @RolesAllowed(Role.ANALYST)
    @Path("/ranks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response start(
            @FormParam("method") @DefaultValue(Indexes.USUAL) String method,
            @FormParam("view") @Nullable String view,
            @FormParam("draws") @Nullable String draws,
            @FormParam("seed") @Nullable String seed) {
        var index = index(method, view);
        var own = index.method().variation();
        return to(runs.start(index, draws(draws, own.draws()), seed(seed, own.seed())), chosen(method, view));
    }

    @POST
    @RolesAllowed(Role.ANALYST)
    @Path("/ranks/{id}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response cancel(
            @PathParam("id") String id,
            @FormParam("method") @DefaultValue(Indexes.USUAL) String method,
            @FormParam("view") @Nullable String view) {
        runs.cancel(id);
        return to(runs.run(id), chosen(method, view));
    }

    private Response shown(IndexRuns.Run run, Index index, Chosen chosen, boolean still) {
        var own = index.method().variation();
        boolean ofThis = run.index().method().equals(index.method())
                && run.index().set().digest().equals(index.set().digest());
        if (!ofThis) {
            return see(chosen.address(RANKS));
        }
        if (run.state() == IndexRuns.State.DONE) {
            boolean usual = run.draws() == own.draws() && run.seed() == own.seed();
            return see(
                    usual
                            ? chosen.address(RANKS)
                            : chosen.address(
                                    RANKS, "draws", String.valueOf(run.draws()), "seed", String.valueOf(run.seed())));
        }
        var fault = run.fault();
        return page(Pages.ranks(RanksView.waiting(
                index,
                chosen,
                new RunView(
                        run.id(),
                        run.state().name().toLowerCase(Locale.ROOT),
                        run.done(),
                        run.of(),
                        run.draws(),
                        run.seed(),
                        fault == null ? "" : fault.message(),
                        still),
                reading.tongue())));
    }

    private static RanksView done(Index index, Uncertainty result, Chosen chosen, Tongue tongue) {
        var shown = IndexShown.of(index, result);
        var how = shown.uncertainty();
        if (how == null) {
            throw new IllegalStateException("an index with draws says nothing of them");
        }
        return RanksView.done(index, shown, how, chosen, tongue);
    }

    private static Response to(IndexRuns.Run run, Chosen chosen) {
        return see(chosen.address(RANKS, "run", run.id()));
    }

    private static Response see(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    private static Response page(TemplateInstance page) {
        return Response.ok(page.render()).header("Cache-Control", "no-store").build();
    }

    private static int draws(@Nullable String text, int usual) {
        long draws = number("draws", text, usual);
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, draws));
    }

    private static long seed(@Nullable String text, long usual) {
        return number("seed", text, usual);
    }

    private static long number(String field, @Nullable String text, long usual) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException notWhole) {
            throw new BadInput(
                    "request",
                    0,
                    field,
                    "(%s) is not a whole number.".formatted(text),
                    usual + ", as the method says.");
        }
    }

    /** {@return what the method's own draws found, if somebody asked for them already} */
    private @Nullable Uncertainty finished(Index index) {
        var own = index.method().variation();
        var run = runs.finished(index, own.draws(), own.seed());
        return run == null ? null : run.result();
    }

    /** {@return the same; null too where the method varies nothing, so that its intervals are points and say nothing} */
    private @Nullable Uncertainty varied(Index index) {
        var finished = finished(index);
        return finished == null || !finished.variesAnything() ? null : finished;
    }

    private Index index(String method, @Nullable String view) {
        return new Indexes(serving.snapshot()).shipped(method, IndexRequest.perHead(view));
    }

    private Chosen chosen(String method, @Nullable String view) {
        return Chosen.of(serving.snapshot().indexes().values(), method, IndexRequest.perHead(view), Indexes.USUAL);
    }
}
