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
import org.multipolar.web.page.AnswerView;
import org.multipolar.web.page.Form;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.RuleView;

/** The pages for people. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class PageResource {

    private final Serving serving;
    private final Asked asked;
    private final Told told;
    private final Reading reading;
    private final RulesResource rulebook;
    private final RuleUses uses;

    @Inject
    PageResource(Serving serving, Asked asked, Told told, Reading reading, RulesResource rulebook, RuleUses uses) {
        this.serving = serving;
        this.uses = uses;
        this.asked = asked;
        this.told = told;
        this.reading = reading;
        this.rulebook = rulebook;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance answer(
            @QueryParam("buyer") @Nullable String buyerId, @QueryParam("asOf") @Nullable String asOf) {
        var about = asked.about(buyerId, null, asOf);
        var form = Form.of(
                about.snapshot().buyers().values(),
                about.question().buyer(),
                about.question().asOf());
        return Pages.answer(
                form,
                AnswerView.of(told.answer(about), about.snapshot().world(), reading.tongue(), about.parameters(), ""));
    }

    @GET
    @Path("/rules")
    @Operation(hidden = true)
    public TemplateInstance rules() {
        return Pages.rules(rulebook.all(null), Analysis.of(serving.snapshot().rulebook(), Serving.day(null)));
    }

    @GET
    @Path("/rules/{id}")
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
                snapshot.buyers().values(),
                fired == null ? null : uses.firings(snapshot, card, day),
                asking == null ? "" : asking.id(),
                asking == null ? null : uses.cost(snapshot, card, asking, day)));
    }
}
