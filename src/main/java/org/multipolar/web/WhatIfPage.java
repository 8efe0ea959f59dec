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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Question;
import org.multipolar.web.access.Role;
import org.multipolar.web.page.Form;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.WhatIfForm;
import org.multipolar.web.page.WhatIfView;
import org.multipolar.web.page.WhatIfView.Progress;
import org.multipolar.whatif.Stack;
import org.multipolar.whatif.WhatIf;

/**
 * What scenarios do, for people. An address holds the whole question, so that it can be sent to others.
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

    private final Serving serving;
    private final WhatIfAnswers answers;

    @Inject
    WhatIfPage(Serving serving, WhatIfAnswers answers) {
        this.serving = serving;
        this.answers = answers;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance whatIf(
            @QueryParam("buyer") @Nullable String buyerId,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("scenario") List<String> scenarios,
            @QueryParam("way") @Nullable String way,
            @QueryParam("still") @Nullable String still) {
        var snapshot = serving.snapshot();
        var buyer = serving.buyerOrFirst(snapshot, buyerId);
        var question = new Question(buyer, Serving.day(asOf), List.of());
        var chosen =
                scenarios.stream().filter(each -> !each.isBlank()).distinct().toList();
        boolean stacked = stacked(way);
        var known = snapshot.scenarios();
        var asked =
                atMost(chosen).stream().map(each -> Stack.shipped(each, known)).toList();
        var form = WhatIfForm.of(
                Form.of(snapshot.buyers().values(), buyer, question.asOf()), known.values(), chosen, stacked, MOST);
        var advice = address("/", question).build().toString();
        if (asked.isEmpty()) {
            return Pages.whatIf(WhatIfView.without(form, buyer.name(), advice, null));
        }
        var stacks = stacked
                ? List.of(Stack.of(asked, known))
                : asked.stream().map(each -> Stack.of(List.of(each), known)).toList();
        var work = stacks.stream()
                .map(stack -> answers.begin(snapshot, question, stack))
                .toList();
        if (!doneInAMoment(work)) {
            return Pages.whatIf(WhatIfView.without(
                    form, buyer.name(), advice, progress(work, question, chosen, stacked, still != null)));
        }
        return Pages.whatIf(WhatIfView.of(
                form,
                buyer.name(),
                advice,
                work.stream().map(WhatIfPage::result).toList(),
                known,
                snapshot.world()));
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

    private static UriBuilder address(String path, Question question) {
        return UriBuilder.fromPath(path)
                .queryParam("buyer", question.buyer().id())
                .queryParam("asOf", question.asOf());
    }

    private static Progress progress(
            List<CompletableFuture<WhatIf>> work,
            Question question,
            List<String> chosen,
            boolean stacked,
            boolean still) {
        var again = address("/what-if", question)
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

    private static WhatIf result(CompletableFuture<WhatIf> work) {
        try {
            return work.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }
}
