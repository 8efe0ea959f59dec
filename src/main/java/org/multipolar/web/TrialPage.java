package org.multipolar.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.web.access.Role;
import org.multipolar.web.language.Reading;
import org.multipolar.web.page.Form;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.TrialForm;
import org.multipolar.web.page.TrialView;
import org.multipolar.whatif.Levers;
import org.multipolar.whatif.Trial;

/**
 * Weights and limits that answer while they are moved, for people. An address holds the question and every move, so that it
 * can be sent to others.
 *
 * <p>Decided: the mix held is told at once and the new best one when it is proven. Nothing is told that might be the best.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class TrialPage {

    /** What an address may name beside moves. */
    private static final Set<String> OTHERS = Set.of("buyer", "decision", "asOf", "lang", Patience.STILL);

    /** The part of the page that asks while one moves; it wants the mix held before it wants to wait. */
    private static final String MOVING = "levers";

    private final Asked asked;
    private final Serving serving;
    private final TrialAnswers answers;
    private final Patience patience;
    private final Reading reading;

    @Inject
    TrialPage(Asked asked, Serving serving, TrialAnswers answers, Patience patience, Reading reading) {
        this.asked = asked;
        this.serving = serving;
        this.answers = answers;
        this.patience = patience;
        this.reading = reading;
    }

    @GET
    @Path("trial")
    @Operation(hidden = true)
    public Response trial(
            @QueryParam("buyer") @Nullable String buyer,
            @QueryParam("decision") @Nullable String decision,
            @QueryParam("asOf") @Nullable String asOf,
            @HeaderParam("HX-Trigger") @Nullable String part,
            @Context UriInfo uri) {
        var about = asked.about(buyer, decision, asOf);
        var levers = Levers.of(about.question());
        var moves = levers.read(written(uri.getQueryParameters()));
        var moved = levers.moved(moves);
        var today = answers.begin(about.snapshot(), about.question());
        if (!patience.sees(today)) {
            return page(
                    Pages.working(Patience.working(uri, about.question().buyer().name()))
                            .render(),
                    null);
        }
        if (today.isCancelled()) {
            throw new Busy();
        }
        var trials = Patience.result(today);
        var form = TrialForm.of(
                Form.of(
                        serving.snapshot().buyers().values(),
                        about.question().buyer(),
                        about.question().asOf()),
                new TrialForm.Address(about.question().buyer().name(), about.parameters(), about.decision()),
                levers,
                moves,
                moved.buyer().policy().weights(),
                reading.tongue());
        var work = moves.isEmpty() ? null : answers.begin(about.snapshot(), trials, moves, moved);
        var view = TrialView.of(
                form,
                trials.held(moved),
                work == null ? null : found(work, MOVING.equals(part)),
                work == null ? null : Patience.working(uri, ""),
                about.snapshot().world(),
                reading.tongue());
        return page(Pages.trial(view).render(), part == null ? null : form.here());
    }

    private Trial.@Nullable Anew found(CompletableFuture<Trial.Anew> work, boolean moving) {
        boolean ended = moving ? patience.seesSoon(work) : patience.sees(work);
        return ended && !work.isCancelled() ? Patience.result(work) : null;
    }

    /** The moves as they are written; a box that was emptied moves nothing. */
    private static Map<String, String> written(MultivaluedMap<String, String> query) {
        var written = new TreeMap<String, String>();
        query.forEach((key, values) -> {
            var value = values.isEmpty() ? "" : values.get(values.size() - 1).strip();
            if (!OTHERS.contains(key) && !value.isEmpty()) {
                written.put(key, value);
            }
        });
        return written;
    }

    /**
     * @param address what the browser is to show instead of all that the form sent, or null
     */
    private static Response page(String page, @Nullable String address) {
        var response = Response.ok(page).header("Cache-Control", "no-store");
        return (address == null ? response : response.header("HX-Replace-Url", address)).build();
    }
}
