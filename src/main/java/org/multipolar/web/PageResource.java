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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.web.access.Role;
import org.multipolar.web.language.Reading;
import org.multipolar.web.page.AnswerView;
import org.multipolar.web.page.Form;
import org.multipolar.web.page.Pages;

/** The pages for people. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class PageResource {

    private final Asked asked;
    private final Answers answers;
    private final Patience patience;
    private final Reading reading;

    @Inject
    PageResource(Asked asked, Answers answers, Patience patience, Reading reading) {
        this.asked = asked;
        this.answers = answers;
        this.patience = patience;
        this.reading = reading;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance answer(
            @QueryParam("buyer") @Nullable String buyerId,
            @QueryParam("asOf") @Nullable String asOf,
            @Context UriInfo uri) {
        var about = asked.about(buyerId, null, asOf);
        var snapshot = about.snapshot();
        var question = about.question();
        var work = answers.begin(snapshot, question);
        if (!patience.sees(work)) {
            return Pages.working(Patience.working(uri, question.buyer().name()));
        }
        var form = Form.of(snapshot.buyers().values(), question.buyer(), question.asOf());
        return Pages.answer(
                form, AnswerView.of(Patience.result(work), snapshot.world(), reading.tongue(), about.parameters(), ""));
    }
}
