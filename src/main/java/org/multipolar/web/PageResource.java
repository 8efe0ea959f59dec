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

    @Inject
    PageResource(Serving serving, Answers answers) {
        this.serving = serving;
        this.answers = answers;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance answer(
            @QueryParam("buyer") @Nullable String buyerId, @QueryParam("asOf") @Nullable String asOf) {
        var snapshot = serving.snapshot();
        var buyer = serving.buyerOrFirst(snapshot, buyerId);
        var question = new Question(buyer, Serving.day(asOf), List.of());
        var form = Form.of(snapshot.buyers().values(), buyer, question.asOf());
        return Pages.answer(form, AnswerView.of(answers.remembered(snapshot, question), snapshot.world()));
    }
}
