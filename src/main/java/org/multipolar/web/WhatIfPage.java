package org.multipolar.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.web.access.Role;
import org.multipolar.web.language.Reading;
import org.multipolar.web.page.Form;
import org.multipolar.web.page.Links;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.WhatIfForm;
import org.multipolar.web.page.WhatIfView;
import org.multipolar.web.page.WhatIfView.Progress;
import org.multipolar.whatif.Stack;
import org.multipolar.whatif.WhatIf;

/**
 * What scenarios do to the mix of a shipped buyer or of a recorded question, for people. An address holds the whole
 * question, so that it can be sent to others.
 *
 * <p>Decided: what takes longer than a moment goes on in the background, and the page says how far it is until then.
 */
@Path("/what-if")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class WhatIfPage {

    /** More do not stand side by side. */
    private static final int MOST = 4;

    private static final long MOMENT_MILLIS = 1_500;
    private static final String BESIDE = "beside";
    private static final String STACK = "stack";

    private final Asked asked;
    private final Serving serving;
    private final WhatIfAnswers answers;
    private final Reading reading;

    @Inject
    WhatIfPage(Asked asked, Serving serving, WhatIfAnswers answers, Reading reading) {
        this.asked = asked;
        this.serving = serving;
        this.answers = answers;
        this.reading = reading;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance whatIf(
            @QueryParam("buyer") @Nullable String buyer,
            @QueryParam("decision") @Nullable String decision,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("scenario") List<String> scenarios,
            @QueryParam("way") @Nullable String way,
            @QueryParam("still") @Nullable String still) {
        var about = asked.about(buyer, decision, asOf);
        var snapshot = about.snapshot();
        var question = about.question();
        var chosen =
                scenarios.stream().filter(each -> !each.isBlank()).distinct().toList();
        boolean stacked = stacked(way);
        var known = snapshot.scenarios();
        var laid =
                atMost(chosen).stream().map(each -> Stack.shipped(each, known)).toList();
        var tongue = reading.tongue();
        var form = WhatIfForm.of(
                Form.of(serving.snapshot().buyers().values(), question.buyer(), question.asOf()),
                about.decision(),
                known.values(),
                chosen,
                stacked,
                MOST,
                tongue);
        var name = question.buyer().name();
        var links = new Links(about.parameters(), about.decision());
        if (laid.isEmpty()) {
            return Pages.whatIf(WhatIfView.without(form, name, links, null));
        }
        var stacks = stacked
                ? List.of(Stack.of(laid, known))
                : laid.stream().map(each -> Stack.of(List.of(each), known)).toList();
        var work = stacks.stream()
                .map(stack -> answers.begin(snapshot, question, stack))
                .toList();
        if (!doneInAMoment(work)) {
            return Pages.whatIf(
                    WhatIfView.without(form, name, links, progress(work, about, chosen, stacked, still != null)));
        }
        return Pages.whatIf(WhatIfView.of(
                form, name, links, work.stream().map(Patience::result).toList(), known, snapshot.world(), tongue));
    }

    private static boolean stacked(@Nullable String way) {
        if (way == null || way.isBlank() || way.equals(BESIDE)) {
            return false;
        }
        if (way.equals(STACK)) {
            return true;
        }
        throw new BadInput(
                "request", 0, "way", "(%s) is no way to lay scenarios.".formatted(way), "it is beside or stack.");
    }

    private static List<String> atMost(List<String> chosen) {
        if (chosen.size() > MOST) {
            throw new BadInput(
                    "request",
                    0,
                    "scenario",
                    "%d scenarios are chosen; at most %d are shown at once.".formatted(chosen.size(), MOST),
                    "go back and leave some out; POST /api/v1/what-if lays up to %d on each other."
                            .formatted(Stack.MOST));
        }
        return chosen;
    }

    private static Progress progress(
            List<CompletableFuture<WhatIf>> work,
            Asked.About about,
            List<String> chosen,
            boolean stacked,
            boolean still) {
        var again = UriBuilder.fromPath("/what-if")
                .replaceQuery(about.parameters())
                .queryParam("way", stacked ? STACK : BESIDE)
                .queryParam("scenario", chosen.toArray());
        return new Progress(
                (int) work.stream().filter(CompletableFuture::isDone).count(),
                work.size(),
                again.build().toString(),
                again.clone().queryParam("still", "yes").build().toString(),
                !still);
    }

    private static boolean doneInAMoment(List<CompletableFuture<WhatIf>> work) {
        try {
            CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).get(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException failed) {
            // Whoever takes the results sees which one, and why.
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
