package org.multipolar.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Chooser;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Question;
import org.multipolar.explain.BestMixes;
import org.multipolar.explain.Tradeoffs;
import org.multipolar.portfolio.NextBest.Distinct;
import org.multipolar.web.access.Role;
import org.multipolar.web.language.Reading;
import org.multipolar.web.page.FrontierView;
import org.multipolar.web.page.Pages;

/** Other mixes beside the one proposed, for people; the last few are remembered. */
@Path("/frontier")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
@Singleton
public class FrontierPage {

    private static final int REMEMBERED = 16;
    private static final int MOST_WAITING = 8;

    /** What decides the page. */
    private record Inputs(
            String world, String rules, String buyer, String asOf, List<LimitClause> limits, String scenarios) {}

    private record Laid(Tradeoffs tradeoffs, BestMixes best) {}

    private final Asked asked;
    private final Reading reading;
    private final Patience patience;
    private final Answers answers;
    private final Begun<Inputs, Laid> begun = new Begun<>("frontier", 1, MOST_WAITING);
    private final Map<Inputs, Laid> remembered = new LinkedHashMap<>();

    @Inject
    FrontierPage(Asked asked, Reading reading, Patience patience, Answers answers) {
        this.asked = asked;
        this.patience = patience;
        this.reading = reading;
        this.answers = answers;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance frontier(
            @QueryParam("buyer") @Nullable String buyer,
            @QueryParam("decision") @Nullable String decision,
            @QueryParam("asOf") @Nullable String asOf,
            @Context UriInfo uri) {
        var about = asked.about(buyer, decision, asOf);
        var work = begin(about.snapshot(), about.question());
        if (!patience.sees(work)) {
            return Pages.working(Patience.working(uri, about.question().buyer().name()));
        }
        var laid = Patience.result(work);
        return Pages.frontier(FrontierView.of(
                laid.tradeoffs(),
                laid.best(),
                about.snapshot().world(),
                reading.tongue(),
                about.parameters(),
                about.decision()));
    }

    private CompletableFuture<Laid> begin(Snapshot snapshot, Question question) {
        var inputs = new Inputs(
                snapshot.world().digest(),
                snapshot.rulebook().digest(),
                question.buyer().digest(),
                question.asOf().toString(),
                question.extraLimits(),
                question.circumstances().digest());
        return begun.begin(
                inputs,
                () -> known(inputs),
                () -> answers.inTurn(() -> {
                    // Whoever waited for a place may find that the one before worked out the same.
                    var meanwhile = known(inputs);
                    return meanwhile != null ? meanwhile : worked(inputs, snapshot, question);
                }));
    }

    @PreDestroy
    void stop() {
        begun.stop();
    }

    private Laid worked(Inputs inputs, Snapshot snapshot, Question question) {
        var chooser = Answers.chooser();
        var laid = new Laid(
                chooser.frontier(snapshot, question),
                chooser.best(snapshot, question, Distinct.SUPPLIERS, Chooser.USUAL_MIXES));
        synchronized (remembered) {
            remembered.put(inputs, laid);
            if (remembered.size() > REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
        return laid;
    }

    private @Nullable Laid known(Inputs inputs) {
        synchronized (remembered) {
            return remembered.get(inputs);
        }
    }
}
