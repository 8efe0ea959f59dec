package org.multipolar.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.multipolar.web.ReviewsResource;
import org.multipolar.web.access.Role;
import org.multipolar.web.mcp.AgentTool.Effect;
import org.multipolar.web.mcp.AgentTool.Reply;

/** Tools about vendor reviews. */
@Singleton
class ReviewTools {

    static final Arg BY =
            Arg.text("by", "Name of the person who acts, while access control is off; else a token says it");
    static final Arg LIMIT = Arg.whole("limit", "How many at most, 1 to 200; 50 where absent");
    static final Arg OF_BUYER = Arg.text("buyer", "Id of the buyer whose; of all that the caller sees where absent");
    static final int USUAL_LIMIT = 50;

    private final ReviewsResource reviews;

    @Inject
    ReviewTools(ReviewsResource reviews) {
        this.reviews = reviews;
    }

    List<AgentTool> tools() {
        return List.of(asking(), deciding(), one(), many());
    }

    private AgentTool asking() {
        return new AgentTool(
                "review",
                "Review a supplier or offer",
                Role.ANALYST,
                Effect.RECORDS,
                "Reviews one supplier or offer for one demand of a buyer, also one that is not in the catalogue: verdict, duties as "
                        + "a checklist with evidence, effect on the mix, and how hard the supplier would be to replace. Name "
                        + "either offer or supplier. It is recorded and waits for the decision of somebody else.",
                List.of(
                        AdviceTools.BUYER,
                        Arg.text("demand", "Id of one of the buyer's demands").must(),
                        Arg.document(
                                "offer",
                                "Id of an offer of the catalogue, or an offer as JSON with the keys of a case's offer, such as "
                                        + "{\"supplier\", \"supplier_origin\", \"model\", \"openness\"}"),
                        Arg.text("supplier", "Id of a supplier"),
                        AdviceTools.AS_OF,
                        Arg.flag("quick", "true for verdict and checklist only, which takes no time to speak of"),
                        BY,
                        Replies.KEY),
                args -> reply(reviews.ask(
                        args.text("idempotencyKey"),
                        Replies.bytes(args.body("buyer", "demand", "offer", "supplier", "asOf", "quick", "by")))));
    }

    private AgentTool deciding() {
        return new AgentTool(
                "decide_review",
                "Write down a person's decision",
                Role.APPROVER,
                Effect.DECIDES,
                "Writes down what a person decided about a review: a person decides, never a model on its own. Whoever asked for the "
                        + "review cannot decide. approve holds for the verdicts allowed and conditional only; waive sets house "
                        + "policy or open duties aside until a day, never law.",
                List.of(
                        Arg.text("id", "Id of the review").must(),
                        Arg.text("decision", "What the person decided")
                                .of("approve", "refuse", "waive")
                                .must(),
                        Arg.text("reason", "Why, in the person's words").must(),
                        Arg.text(
                                "until",
                                "Last day, YYYY-MM-DD: of a waiver, at most a year away; of an approval, without end where absent"),
                        BY,
                        Replies.KEY),
                this::decide);
    }

    private Reply decide(Args args) {
        var id = args.must("id");
        var key = args.text("idempotencyKey");
        var body = Replies.bytes(args.body("reason", "until", "by"));
        return reply(
                switch (args.must("decision")) {
                    case "approve" -> reviews.approve(id, key, body);
                    case "refuse" -> reviews.refuse(id, key, body);
                    default -> reviews.waive(id, key, body);
                });
    }

    private AgentTool one() {
        return new AgentTool(
                "get_review",
                "Read a review",
                Role.READER,
                Effect.READS,
                "One review with its answer and everything that happened to it.",
                List.of(Arg.text("id", "Id of the review").must()),
                args -> Replies.of(reviews.one(args.must("id")), ReviewTools::headline));
    }

    private AgentTool many() {
        return new AgentTool(
                "list_reviews",
                "List reviews",
                Role.READER,
                Effect.READS,
                "Reviews that the caller sees, newest first, each in full.",
                List.of(
                        OF_BUYER,
                        Arg.text(
                                "standing",
                                "Only those: answered, approved, refused, waived, reopened or expired; all where absent"),
                        LIMIT),
                args -> Replies.of(
                        reviews.list(
                                args.text("buyer"),
                                args.text("standing"),
                                String.valueOf(args.whole("limit", USUAL_LIMIT))),
                        found -> "Reviews: %d.".formatted(found.path("reviews").size())));
    }

    private static Reply reply(Response response) {
        return Replies.of(Replies.text(response), ReviewTools::headline);
    }

    private static String headline(JsonNode review) {
        return "Review %s (%s): %s"
                .formatted(
                        review.path("id").asText(),
                        review.path("standing").asText(),
                        review.path("headline").asText());
    }
}
