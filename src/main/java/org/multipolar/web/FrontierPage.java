package org.multipolar.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Chooser;
import org.multipolar.advice.Snapshot;
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

    /** What decides the page. */
    private record Inputs(String world, String rules, String buyer, String asOf) {}

    private record Laid(Tradeoffs tradeoffs, BestMixes best) {}

    private final Asked asked;
    private final Reading reading;
    private final Answers answers;
    private final Map<Inputs, Laid> remembered = new LinkedHashMap<>();

    @Inject
    FrontierPage(Asked asked, Reading reading, Answers answers) {
        this.asked = asked;
        this.reading = reading;
        this.answers = answers;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance frontier(
            @QueryParam("buyer") @Nullable String buyer,
            @QueryParam("decision") @Nullable String decision,
            @QueryParam("asOf") @Nullable String asOf) {
        var about = asked.about(buyer, decision, asOf);
        var laid = laid(about.snapshot(), about.question());
        return Pages.frontier(FrontierView.of(
                laid.tradeoffs(),
                laid.best(),
                about.snapshot().world(),
                reading.tongue(),
                about.parameters(),
                about.decision()));
    }

    private Laid laid(Snapshot snapshot, Question question) {
        var inputs = new Inputs(
                snapshot.world().digest(),
                snapshot.rulebook().digest(),
                question.buyer().digest(),
                question.asOf().toString());
        var known = known(inputs);
        return known != null
                ? known
                : answers.heavy(() -> {
                    // Whoever waited for a place may find that the one before worked out the same.
                    var meanwhile = known(inputs);
                    return meanwhile != null ? meanwhile : worked(inputs, snapshot, question);
                });
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
