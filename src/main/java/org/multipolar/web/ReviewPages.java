package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Callers;
import org.multipolar.web.access.Role;
import org.multipolar.web.language.Reading;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.ReviewView;
import org.multipolar.web.page.ReviewView.Refusal;
import org.multipolar.web.page.ReviewsView;

/**
 * Reviews, for people: listed, read, decided.
 *
 * <p>Decided: a decision goes through the same method as one that a program sends, so that there is one set of rules. The form
 * names the state of the review that its reader saw: sent twice, it counts once.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class ReviewPages {

    private static final int LISTED = 100;

    private final Reviews reviews;
    private final ReviewsResource decisions;
    private final WatchRows watches;
    private final Serving serving;
    private final Callers callers;
    private final Reading reading;

    @Inject
    ReviewPages(
            Reviews reviews,
            ReviewsResource decisions,
            WatchRows watches,
            Serving serving,
            Callers callers,
            Reading reading) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.watches = watches;
        this.serving = serving;
        this.callers = callers;
        this.reading = reading;
    }

    @GET
    @Path("reviews")
    @Operation(hidden = true)
    public TemplateInstance list(
            @QueryParam("buyer") @DefaultValue("") String buyer,
            @QueryParam("standing") @DefaultValue("") String standing) {
        var caller = callers.current();
        var whose = caller.among(buyer.isBlank() ? null : buyer.strip());
        var tongue = reading.tongue();
        var rows = reviews.list(caller, whose, LISTED).stream()
                .filter(each -> standing.isEmpty() || each.standing().equals(standing))
                .map(this::row)
                .toList();
        return Pages.reviews(new ReviewsView(
                rows,
                buyer.strip(),
                List.copyOf(serving.snapshot().buyers().keySet()),
                ReviewsView.standings(standing, tongue),
                watches.list(whose, LISTED, tongue),
                caller.may(Role.APPROVER),
                caller.may(Role.ANALYST),
                callers.off()));
    }

    private ReviewsView.Row row(ReviewShown each) {
        var tongue = reading.tongue();
        var view = view(each, null);
        return new ReviewsView.Row(
                each.id(),
                view.subject(),
                each.buyer(),
                each.answer().demandTitle(),
                view.verdict(),
                view.standing(),
                each.undecided(),
                each.until() == null ? "" : tongue.day(each.until()),
                view.cause());
    }

    @GET
    @Path("reviews/{id}")
    @Operation(hidden = true)
    public TemplateInstance one(@PathParam("id") String id) {
        return Pages.review(view(reviews.one(callers.current(), id), null));
    }

    @POST
    @Path("reviews/{id}/{what: approve|refuse|waive}")
    @RolesAllowed(Role.APPROVER)
    @Operation(hidden = true)
    public Response decide(
            @PathParam("id") String id,
            @PathParam("what") String what,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("until") @DefaultValue("") String until,
            @FormParam("by") @DefaultValue("") String by,
            @FormParam("state") @Nullable String state) {
        var said = new LinkedHashMap<String, Object>();
        said.put("reason", reason.strip());
        put(said, "until", what.equals("refuse") ? "" : until);
        put(said, "by", by);
        var body = Json.pretty(said).getBytes(UTF_8);
        var key = state == null || state.isBlank() ? null : "page:%s:%s:%s".formatted(id, what, state);
        try {
            decided(id, what, key, body);
            return AskPages.see("/reviews/" + id);
        } catch (Refused refused) {
            return again(refused.status(), id, refusal(refused.what(), refused.getMessage(), what, said));
        } catch (BadInput bad) {
            var fault = bad.fault();
            var maybe = fault.maybe() == null ? "" : fault.maybe();
            return again(400, id, refusal(fault.what(), fault.what() + "\nMaybe " + maybe, what, said));
        }
    }

    private void decided(String id, String what, @Nullable String key, byte[] body) {
        var unused =
                switch (what) {
                    case "approve" -> decisions.approve(id, key, body);
                    case "refuse" -> decisions.refuse(id, key, body);
                    default -> decisions.waive(id, key, body);
                };
    }

    static void put(Map<String, Object> body, String key, String text) {
        if (!text.isBlank()) {
            body.put(key, text.strip());
        }
    }

    private static Refusal refusal(String what, @Nullable String message, String action, Map<String, Object> said) {
        var lines = String.valueOf(message).split("\\R(Maybe )?", 2);
        return new Refusal(
                what,
                lines.length > 1 ? lines[1] : "",
                action,
                said.getOrDefault("reason", "").toString(),
                said.getOrDefault("until", "").toString(),
                said.getOrDefault("by", "").toString());
    }

    private Response again(int status, String id, Refusal refusal) {
        var shown = reviews.one(callers.current(), id);
        return Response.status(status)
                .entity(Pages.review(view(shown, refusal)).render())
                .build();
    }

    private ReviewView view(ReviewShown shown, @Nullable Refusal refusal) {
        var caller = callers.current();
        var may = new ReviewView.May(
                caller.may(Role.APPROVER),
                caller.may(Role.ANALYST),
                callers.off(),
                Integer.toString(shown.history().size()));
        var state = new ReviewView.State(
                shown.id(), shown.standing(), shown.until(), shown.decidedBy(), shown.reason(), shown.history());
        return ReviewView.of(
                shown.answer(), state, may, refusal, serving.snapshot().world(), reading.tongue());
    }
}
