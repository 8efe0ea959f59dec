package org.multipolar.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Question;
import org.multipolar.web.access.Role;
import org.multipolar.web.page.AnswerView;
import org.multipolar.web.page.Form;
import org.multipolar.web.page.Pages;

/** The pages for people. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class PageResource {

    private final Serving serving;
    private final Answers answers;
    private final Patience patience;

    @Inject
    PageResource(Serving serving, Answers answers, Patience patience) {
        this.serving = serving;
        this.patience = patience;
        this.answers = answers;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance answer(
            @QueryParam("buyer") @Nullable String buyerId,
            @QueryParam("asOf") @Nullable String asOf,
            @Context UriInfo uri) {
        var snapshot = serving.snapshot();
        var buyer = serving.buyerOrFirst(snapshot, buyerId);
        var question = new Question(buyer, Serving.day(asOf), List.of());
        var work = answers.begin(snapshot, question);
        if (!patience.sees(work)) {
            return Pages.working(Patience.working(uri, buyer.name()));
        }
        var form = Form.of(snapshot.buyers().values(), buyer, question.asOf());
        return Pages.answer(form, AnswerView.of(Patience.result(work), snapshot.world()));
    }
}
