package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.Bundle;
import org.multipolar.bundle.SweepTask;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.YamlNode;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.sweep.SweepPlan;
import org.multipolar.web.access.Role;
import org.multipolar.web.language.Reading;
import org.multipolar.web.page.FaultView;
import org.multipolar.web.page.Form;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.SweepForm;
import org.multipolar.web.page.SweepView;

/** Many futures of a buyer, for people: asked for, watched, read, ended. */
@Path("/sweeps")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class SweepPages {

    private final Asked asked;
    private final Serving serving;
    private final Sweeps sweeps;
    private final Records records;
    private final Reading reading;

    @Inject
    SweepPages(Asked asked, Serving serving, Sweeps sweeps, Records records, Reading reading) {
        this.asked = asked;
        this.serving = serving;
        this.sweeps = sweeps;
        this.records = records;
        this.reading = reading;
    }

    /** What stands in the form, as it was typed. */
    private record Typed(Asked.About about, String sweep, String file, String seed, String draws) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance sweeps(
            @QueryParam("buyer") @Nullable String buyer,
            @QueryParam("decision") @Nullable String decision,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("sweep") @DefaultValue("") String sweep,
            @QueryParam("from") @DefaultValue("") String from) {
        var file = from.isBlank() ? "" : new String(Sweeps.shipped(serving.bundle(), from), UTF_8);
        return form(new Typed(asked.about(buyer, decision, asOf), sweep, file, "", ""), null);
    }

    @POST
    @RolesAllowed(Role.ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response start(
            @FormParam("buyer") @Nullable String buyer,
            @FormParam("decision") @Nullable String decision,
            @FormParam("asOf") @Nullable String asOf,
            @FormParam("sweep") @DefaultValue("") String sweep,
            @FormParam("file") @DefaultValue("") String file,
            @FormParam("seed") @DefaultValue("") String seed,
            @FormParam("draws") @DefaultValue("") String draws) {
        // Browsers end lines as no file does, and a file has to be the same sweep wherever it comes from.
        var lines = file.isBlank() ? "" : file.replace("\r\n", "\n");
        var typed = new Typed(asked.about(buyer, decision, asOf), sweep, lines, seed.strip(), draws.strip());
        try {
            return see(begin(typed).id());
        } catch (BadInput bad) {
            boolean ofFile = bad.fault().file().equals(SweepTask.SWEEP);
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(form(typed, FaultView.of(bad.fault(), ofFile ? lines : ""))
                            .render())
                    .build();
        }
    }

    private SweepShown begin(Typed typed) {
        var bundle = serving.bundle();
        var draws = number("draws", typed.draws(), 1, SweepPlan.MOST_DRAWS);
        var buyer = typed.about().question().buyer().id();
        var text = typed.file().isEmpty()
                ? Sweeps.shipped(bundle, typed.sweep())
                : typed.file().getBytes(UTF_8);
        var seed = number("seed", typed.seed(), Long.MIN_VALUE, Long.MAX_VALUE);
        var many = draws == null ? null : Integer.valueOf(Math.toIntExact(draws));
        return sweeps.begin(
                bundle,
                buyer,
                typed.about().decision().isEmpty()
                        ? new SweepTask.Asked(
                                Records.profile(bundle, buyer),
                                typed.about().question().asOf(),
                                null,
                                text,
                                seed,
                                many)
                        : Sweeps.asked(bundle, recorded(typed.about(), bundle), text, seed, many));
    }

    /** {@return a recorded question, asked of the profiles and rules in use} */
    private AdviceRequest recorded(Asked.About about, Bundle bundle) {
        var entry = Objects.requireNonNull(records.journal().find(about.decision()));
        var body = Objects.requireNonNull(
                records.journal().content(World.known(entry.contents(), "request")), "the request was read before");
        return AdviceRequest.advice(body, serving.around(bundle, serving.caller()))
                .withoutScenarios("a sweep has scenarios of its own: name them in its file.")
                .on(about.question().asOf());
    }

    private static @Nullable Long number(String field, String text, long least, long most) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            var number = Long.valueOf(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notWhole) {
            // the fault below says it
        }
        throw new BadInput(
                "request",
                0,
                field,
                "(%s) is no whole number between %d and %d.".formatted(text, least, most),
                "it may be left empty: then the sweep's own counts.");
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Response sweep(@PathParam("id") String id, @QueryParam("still") @Nullable String still) {
        var shown = sweeps.whole(id);
        var page = Pages.sweep(SweepView.of(
                shown.id(),
                shown.title(),
                shown.buyer(),
                shown.asOf(),
                shown.state(),
                shown.done(),
                shown.of(),
                shown.problem(),
                still != null,
                shown.report(),
                reading.tongue()));
        return Response.ok(page.render()).header("Cache-Control", "no-store").build();
    }

    @POST
    @RolesAllowed(Role.ANALYST)
    @Path("/{id}/cancel")
    @Operation(hidden = true)
    public Response cancel(@PathParam("id") String id) {
        sweeps.cancel(id);
        return see(id);
    }

    @POST
    @RolesAllowed(Role.ANALYST)
    @Path("/{id}/again")
    @Operation(hidden = true)
    public Response again(@PathParam("id") String id) {
        return see(sweeps.again(id).id());
    }

    private static Response see(String id) {
        return Response.seeOther(URI.create("/sweeps/" + id)).build();
    }

    private TemplateInstance form(Typed typed, @Nullable FaultView fault) {
        var question = typed.about().question();
        var shipped = Sweeps.shipped(serving.bundle()).entrySet().stream()
                .map(each -> new SweepForm.Choice(
                        each.getKey(),
                        title(each.getKey(), each.getValue()),
                        each.getKey().equals(typed.sweep())))
                .toList();
        return Pages.sweeps(new SweepForm(
                Form.of(serving.snapshot().buyers().values(), question.buyer(), question.asOf()),
                question.buyer().name(),
                typed.about().decision(),
                typed.about().parameters(),
                shipped,
                typed.file(),
                typed.draws(),
                typed.seed(),
                fault,
                latest()));
    }

    /** A shipped sweep that cannot be read is listed by its id, and says why when it is asked for. */
    private static String title(String id, byte[] text) {
        try {
            return YamlNode.read(id, text).textAt("title", id);
        } catch (BadInput unreadable) {
            return id;
        }
    }

    private List<SweepForm.Latest> latest() {
        return sweeps.latest().stream()
                .map(each -> new SweepForm.Latest(each.id(), each.title(), each.buyer(), each.asOf(), each.state()))
                .toList();
    }
}
