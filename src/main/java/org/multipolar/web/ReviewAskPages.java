package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advice;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Question;
import org.multipolar.decision.Entry;
import org.multipolar.decision.ReviewRequest;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Callers;
import org.multipolar.web.access.Role;
import org.multipolar.web.page.FaultView;
import org.multipolar.web.page.Form.Option;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.ReviewForm;
import org.multipolar.web.page.ReviewSubjects;

/** Sends something to review, and lets questions stand. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class ReviewAskPages {

    private final Serving serving;
    private final Questions questions;
    private final Answers answers;
    private final Reviews reviews;
    private final Watches watches;
    private final Background background;
    private final Callers callers;

    @Inject
    ReviewAskPages(
            Serving serving,
            Questions questions,
            Answers answers,
            Reviews reviews,
            Watches watches,
            Background background,
            Callers callers) {
        this.serving = serving;
        this.questions = questions;
        this.answers = answers;
        this.reviews = reviews;
        this.watches = watches;
        this.background = background;
        this.callers = callers;
    }

    /** The question that a review belongs to: a shipped buyer's, or a recorded one, with its answer where that is known. */
    private record About(
            String parameter,
            String value,
            Object buyer,
            String name,
            String asOf,
            List<Option> demands,
            @Nullable Advice advice) {}

    private About about(@Nullable String buyer, @Nullable String decision, @Nullable String asOf) {
        return decision == null || decision.isBlank()
                ? shipped(buyer, asOf)
                : recorded(questions.entry(decision), asOf);
    }

    private About shipped(@Nullable String id, @Nullable String asOf) {
        var snapshot = serving.snapshot();
        var buyer = serving.buyerOrFirst(snapshot, id);
        var question = new Question(buyer, Serving.day(asOf), List.of());
        return new About(
                "buyer",
                buyer.id(),
                buyer.id(),
                buyer.name(),
                question.asOf().toString(),
                buyer.demands().stream()
                        .map(each -> new Option(each.id(), each.title(), false))
                        .toList(),
                answers.known(snapshot, question));
    }

    private About recorded(Entry entry, @Nullable String asOf) {
        var question = questions.recorded(entry.id());
        var advice = Json.read(questions.content(entry, "answer"), Advice.class);
        var buyer = Json.tree(new String(question.request(), UTF_8)).path("buyer");
        return new About(
                "decision",
                entry.id(),
                buyer.isTextual() ? buyer.asText() : buyer,
                advice.buyerName(),
                Serving.day(asOf == null || asOf.isBlank() ? question.asOf() : asOf)
                        .toString(),
                advice.demands().stream()
                        .map(each -> new Option(each.id(), each.title(), false))
                        .toList(),
                advice);
    }

    /** What was chosen in the form. */
    private record Chosen(String demand, String subject, boolean quick, String by) {}

    @GET
    @Path("reviews/new")
    @Operation(hidden = true)
    public Response form(
            @QueryParam("buyer") @Nullable String buyer,
            @QueryParam("decision") @Nullable String decision,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("demand") @DefaultValue("") String demand,
            @QueryParam("offer") @DefaultValue("") String offer,
            @QueryParam("supplier") @DefaultValue("") String supplier) {
        var subject = !offer.isEmpty() ? "offer:" + offer : supplier.isEmpty() ? "" : "supplier:" + supplier;
        return page(200, about(buyer, decision, asOf), new Chosen(demand, subject, false, ""), null);
    }

    @POST
    @Path("reviews")
    @RolesAllowed(Role.ANALYST)
    @Operation(hidden = true)
    public Response ask(
            @FormParam("buyer") @Nullable String buyer,
            @FormParam("decision") @Nullable String decision,
            @FormParam("asOf") @Nullable String asOf,
            @FormParam("demand") @DefaultValue("") String demand,
            @FormParam("subject") @DefaultValue("") String subject,
            @FormParam("quick") @Nullable String quick,
            @FormParam("by") @DefaultValue("") String by) {
        var about = about(buyer, decision, asOf);
        var chosen = new Chosen(demand, subject, quick != null, by);
        try {
            return AskPages.see(begun(about, body(about, chosen)));
        } catch (BadInput bad) {
            return page(400, about, chosen, FaultView.of(bad.fault(), ""));
        }
    }

    private static byte[] body(About about, Chosen chosen) {
        var parts = chosen.subject().split(":", 2);
        var body = new LinkedHashMap<String, Object>();
        body.put("buyer", about.buyer());
        body.put("asOf", about.asOf());
        ReviewPages.put(body, "demand", chosen.demand());
        if (parts.length == 2 && (parts[0].equals("offer") || parts[0].equals("supplier"))) {
            body.put(parts[0], parts[1]);
        }
        if (chosen.quick()) {
            body.put("quick", true);
        }
        ReviewPages.put(body, "by", chosen.by());
        return Json.pretty(body).getBytes(UTF_8);
    }

    private String begun(About about, byte[] body) {
        var caller = callers.current();
        // Read now, so that what is wrong is said beside what was chosen.
        var bundle = serving.bundle();
        var request = ReviewRequest.read(body, serving.around(bundle, caller));
        var unused = reviews.name(caller, request.by());
        var digests = bundle.snapshot().world().digest()
                + bundle.snapshot().rulebook().digest();
        var key = Questions.key(caller.name(), "review", digests, new String(body, UTF_8));
        var back =
                "/reviews/new?%s=%s&asOf=%s".formatted(about.parameter(), Asked.encoded(about.value()), about.asOf());
        return background.begin(
                new Background.Asked(key, caller.name(), about.name(), back, ""),
                cancelled -> "/reviews/" + reviews.ask(caller, body, null).id());
    }

    private Response page(int status, About about, Chosen chosen, @Nullable FaultView fault) {
        var subjects = new ReviewSubjects(serving.snapshot().world(), about.advice(), chosen.subject());
        var form = new ReviewForm(
                about.name(),
                List.of(
                        new ReviewForm.Hidden(about.parameter(), about.value()),
                        new ReviewForm.Hidden("asOf", about.asOf())),
                about.asOf(),
                about.demands().stream()
                        .map(each ->
                                new Option(each.id(), each.name(), each.id().equals(chosen.demand())))
                        .toList(),
                subjects.bought(),
                subjects.offers(),
                subjects.suppliers(),
                chosen.quick(),
                callers.off(),
                chosen.by(),
                fault);
        return Response.status(status).entity(Pages.reviewNew(form).render()).build();
    }

    /** Lets the question of a review, or of a recorded decision, stand. */
    @POST
    @Path("watches")
    @RolesAllowed(Role.ANALYST)
    @Operation(hidden = true)
    public Response watch(
            @FormParam("review") @DefaultValue("") String review,
            @FormParam("decision") @DefaultValue("") String decision) {
        var caller = callers.current();
        var body = new LinkedHashMap<String, Object>();
        if (review.isEmpty()) {
            body.put(
                    "question",
                    Json.tree(new String(questions.recorded(decision).request(), UTF_8)));
        } else {
            reviews.mustExist(caller, review);
            body.put("review", review);
        }
        var bytes = Json.pretty(body).getBytes(UTF_8);
        var key = Questions.key(caller.name(), "watch", watches.today().toString(), new String(bytes, UTF_8));
        return AskPages.see(
                background.begin(new Background.Asked(key, caller.name(), "", "/reviews", ""), cancelled -> {
                    var unused = watches.create(caller, bytes, null);
                    return "/reviews#watches";
                }));
    }

    @POST
    @Path("watches/{id}/accept")
    @RolesAllowed(Role.APPROVER)
    @Operation(hidden = true)
    public Response accept(@PathParam("id") String id, @FormParam("by") @DefaultValue("") String by) {
        var caller = callers.current();
        watches.mustExist(caller, id);
        var unused = watches.accept(caller, id, reviews.name(caller, by.isBlank() ? null : by.strip()));
        return AskPages.see("/reviews#watches");
    }

    @POST
    @Path("watches/{id}/end")
    @RolesAllowed(Role.ANALYST)
    @Operation(hidden = true)
    public Response end(@PathParam("id") String id) {
        var caller = callers.current();
        watches.end(caller, id, caller.name());
        return AskPages.see("/reviews#watches");
    }
}
