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
import org.multipolar.advice.Advice;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Role;
import org.multipolar.web.language.Reading;
import org.multipolar.web.page.Links;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.WhyView;

/** Why an answer is as it is, for people; and the answer as it is for programs. */
@Path("/")
@Blocking
@RolesAllowed(Role.READER)
public class WhyPage {

    private final Asked asked;
    private final Told told;
    private final Patience patience;
    private final Reading reading;

    @Inject
    WhyPage(Asked asked, Told told, Patience patience, Reading reading) {
        this.asked = asked;
        this.told = told;
        this.patience = patience;
        this.reading = reading;
    }

    @GET
    @Path("/why")
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    @Operation(hidden = true)
    public TemplateInstance why(
            @QueryParam("buyer") @Nullable String buyer,
            @QueryParam("decision") @Nullable String decision,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("demand") @Nullable String demand,
            @Context UriInfo uri) {
        var about = asked.about(buyer, decision, asOf);
        var work = told.begin(about);
        if (!patience.sees(work)) {
            return Pages.working(Patience.working(uri, about.question().buyer().name()));
        }
        var advice = Patience.result(work);
        return Pages.why(WhyView.of(
                advice,
                about.snapshot().world(),
                reading.tongue(),
                new Links(about.parameters(), about.decision()),
                demand(advice, demand)));
    }

    @GET
    @Path("/answer.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public String json(
            @QueryParam("buyer") @Nullable String buyer,
            @QueryParam("decision") @Nullable String decision,
            @QueryParam("asOf") @Nullable String asOf) {
        return Json.pretty(Patience.result(told.begin(asked.about(buyer, decision, asOf))));
    }

    /** All of them would be a page that nobody reads, so the first is looked at where none is named. */
    private static String demand(Advice advice, @Nullable String named) {
        var ids = advice.demands().stream().map(DemandAnswer::id).toList();
        if (named == null || named.isBlank()) {
            return ids.isEmpty() ? WhyView.ALL : ids.get(0);
        }
        if (!named.equals(WhyView.ALL) && !ids.contains(named)) {
            throw UnknownId.of("demand", named, ids);
        }
        return named;
    }
}
