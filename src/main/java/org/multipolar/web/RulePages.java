package org.multipolar.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.rulebook.Analysis;
import org.multipolar.web.access.Role;
import org.multipolar.web.language.Reading;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.RuleView;
import org.multipolar.web.page.RulesView;

/** The rulebook for people. */
@Path("/rules")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class RulePages {

    private final Serving serving;
    private final RulesResource rulebook;
    private final RuleUses uses;
    private final Reading reading;

    @Inject
    RulePages(Serving serving, RulesResource rulebook, RuleUses uses, Reading reading) {
        this.serving = serving;
        this.rulebook = rulebook;
        this.uses = uses;
        this.reading = reading;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance rules(
            @QueryParam("q") @Nullable String words,
            @QueryParam("where") @Nullable String where,
            @QueryParam("effect") @Nullable String effect,
            @QueryParam("state") @Nullable String state) {
        var today = Serving.day(null);
        return Pages.rules(RulesView.of(
                rulebook.all(null),
                Analysis.of(serving.snapshot().rulebook(), today),
                new RulesView.Asked(words, where, effect, state),
                today,
                reading.tongue()));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance rule(
            @PathParam("id") String id,
            @QueryParam("fired") @Nullable String fired,
            @QueryParam("cost") @Nullable String costBuyer) {
        var snapshot = serving.snapshot();
        var asking = costBuyer == null || costBuyer.isBlank() ? null : Serving.buyer(snapshot, costBuyer);
        var card = RulesResource.card(snapshot, id);
        var day = Serving.day(null);
        return Pages.rule(RuleView.of(
                RulesResource.one(snapshot, id),
                snapshot.rulebook().gaps(),
                snapshot.buyers().values(),
                fired == null ? null : uses.firings(snapshot, card, day),
                asking == null ? "" : asking.id(),
                asking == null ? null : uses.cost(snapshot, card, asking, day),
                day,
                reading.tongue()));
    }
}
