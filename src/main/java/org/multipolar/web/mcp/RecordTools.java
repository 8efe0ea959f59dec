package org.multipolar.web.mcp;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.multipolar.catalog.BadInput;
import org.multipolar.web.DecisionsResource;
import org.multipolar.web.WatchesResource;
import org.multipolar.web.access.Role;
import org.multipolar.web.mcp.AgentTool.Effect;
import org.multipolar.web.mcp.AgentTool.Reply;

/** Tools about what was asked before: records, and questions that stand. */
@Singleton
class RecordTools {

    private static final Arg ID = Arg.text(
                    "id",
                    "Id of the record, as advise tells it, or the decision that an answer names (its first record)")
            .must();

    private final DecisionsResource decisions;
    private final WatchesResource watches;

    @Inject
    RecordTools(DecisionsResource decisions, WatchesResource watches) {
        this.decisions = decisions;
        this.watches = watches;
    }

    List<AgentTool> tools() {
        return List.of(
                new AgentTool(
                        "watch",
                        "Let a question stand",
                        Role.ANALYST,
                        Effect.RECORDS,
                        "Lets a question stand: it is asked again whenever the day, the rules, the data or the buyer's profile "
                                + "changed, and only a changed answer is told, with cause and differences. Name either review or "
                                + "question.",
                        List.of(
                                Arg.text("review", "Id of a review, whose answer is the one to compare with"),
                                Arg.document(
                                        "question",
                                        "A question about the mix as JSON: {\"buyer\", \"asOf\"?, \"limits\"?}, as for advise"),
                                ReviewTools.BY,
                                Replies.KEY),
                        this::watch),
                new AgentTool(
                        "list_watches",
                        "List standing questions",
                        Role.READER,
                        Effect.READS,
                        "Standing questions that the caller sees, newest first, each with its state (quiet, raised, ended) and "
                                + "everything that happened to it.",
                        List.of(ReviewTools.OF_BUYER, ReviewTools.LIMIT),
                        args -> Replies.of(
                                watches.list(
                                        args.text("buyer"),
                                        String.valueOf(args.whole("limit", ReviewTools.USUAL_LIMIT))),
                                found -> "Watches: %d."
                                        .formatted(found.path("watches").size()))),
                new AgentTool(
                        "decision",
                        "Read a record",
                        Role.READER,
                        Effect.READS,
                        "One record: question, answer, and the hash and signature that prove that neither was changed.",
                        List.of(ID),
                        args -> Replies.of(decisions.one(args.must("id")), shown -> "%s of %s by %s at %s"
                                .formatted(
                                        shown.path("kind").asText(),
                                        shown.path("buyer").asText(),
                                        shown.path("by").asText(),
                                        shown.path("at").asText()))),
                new AgentTool(
                        "replay",
                        "Answer a record again",
                        Role.ANALYST,
                        Effect.READS,
                        "Answers a recorded question again, from the world and the rules of then, and compares every byte. Nothing "
                                + "is recorded. May take a minute.",
                        List.of(ID),
                        args -> new Reply(
                                "The same bytes came out as were recorded.", decisions.replay(args.must("id")))));
    }

    private Reply watch(Args args) {
        if ((args.text("review") == null) == (args.text("question") == null)) {
            throw new BadInput("arguments", 0, "review", "one of review and question is named, and not both.", null);
        }
        var made = watches.create(args.text("idempotencyKey"), Replies.bytes(args.body("review", "question", "by")));
        return Replies.of(Replies.text(made), watch -> "Watch %s of %s: %s"
                .formatted(
                        watch.path("id").asText(),
                        watch.path("buyer").asText(),
                        watch.path("state").asText()));
    }
}
