package org.multipolar.web.mcp;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.multipolar.web.AdviceResource;
import org.multipolar.web.RulesResource;
import org.multipolar.web.ScenariosResource;
import org.multipolar.web.WhatIfResource;
import org.multipolar.web.access.Role;
import org.multipolar.web.mcp.AgentTool.Effect;
import org.multipolar.web.mcp.AgentTool.Reply;

/** Tools that answer questions: which mix, and what the law says of a case. */
@Singleton
class AdviceTools {

    static final Arg BUYER = Arg.document(
                    "buyer",
                    "Id of a shipped buyer (look_up with the kind buyers lists them), or a buyer as JSON with the keys of its profile")
            .must();
    static final Arg AS_OF =
            Arg.text("asOf", "The day whose law and data apply, YYYY-MM-DD; today by UTC where absent");
    private static final Arg LIMITS =
            Arg.document("limits", "More limits as JSON, with the keys of a limits file; none where absent");

    private static final Arg SCENARIOS = Arg.document(
            "scenarios",
            "A JSON list of scenarios that are laid on the question in turn, at most 20, each the id of a shipped one "
                    + "(list_scenarios lists them) or an object with the keys of a scenario's file, such as "
                    + "[\"its-id\", {\"id\": \"mine\", \"patches\": [{\"event\": {\"lost\": \"country\", \"is\": \"US\"}}]}]");

    private final AdviceResource advice;
    private final WhatIfResource whatIf;
    private final ScenariosResource scenarios;
    private final RulesResource rules;

    @Inject
    AdviceTools(AdviceResource advice, WhatIfResource whatIf, ScenariosResource scenarios, RulesResource rules) {
        this.advice = advice;
        this.whatIf = whatIf;
        this.scenarios = scenarios;
        this.rules = rules;
    }

    List<AgentTool> tools() {
        return List.of(
                new AgentTool(
                        "advise",
                        "Recommend a mix",
                        Role.ANALYST,
                        Effect.RECORDS,
                        "Recommends the best mix of models, makers and operators for a buyer, proven under law, policy and "
                                + "limits of a day, or says what clashes and which changes would help. The outcome is optimal, "
                                + "infeasible or unproven. Shares are percent of a demand, suitability and score ten-thousandths, "
                                + "money micro-USD a month, volumes millions of tokens a month. The answer is recorded; the "
                                + "headline names the record. May take a minute.",
                        List.of(
                                BUYER,
                                AS_OF,
                                LIMITS,
                                SCENARIOS,
                                Arg.text(
                                                "explain",
                                                "full explains every rejected candidate shown, usual (where absent) the first three of a demand")
                                        .of("usual", "full"),
                                Arg.whole(
                                        "stabilityDraws",
                                        "Draws of weights and data under which the mix is asked for again; 0 where absent"),
                                Replies.KEY),
                        this::advise),
                new AgentTool(
                        "what_if",
                        "Ask what scenarios do",
                        Role.ANALYST,
                        Effect.RECORDS,
                        "Lays scenarios (a supplier or country lost, a law in force, prices, limits) on a buyer and answers with the "
                                + "mix as it is beside hold (nothing takes over), failOver (those under contract take over) and "
                                + "rePlan (the new best mix), each with outcome, cost and exposure; with lost shares, moves and "
                                + "their reasons, or noEffect. Volumes, exposure and scores are ten-thousandths, shares percent of "
                                + "a demand, money micro-USD a month. The answer is recorded. May take a minute.",
                        List.of(BUYER, SCENARIOS.must(), AS_OF, LIMITS, Replies.KEY),
                        this::askWhatIf),
                new AgentTool(
                        "list_scenarios",
                        "List scenarios",
                        Role.READER,
                        Effect.READS,
                        "The shipped scenarios with title, story, days, sources and what they change in words, page by page in the "
                                + "order of ids; or one by its id, with the file it was read from.",
                        List.of(
                                Arg.text("id", "Id of the one to read; a page of all where absent"),
                                Arg.text(
                                                "kind",
                                                "past (it happened), event (it might), law (a dated or proposed text) or card (a "
                                                        + "standard question); all where absent")
                                        .of("past", "event", "law", "card"),
                                Arg.whole("page", "Which page, from 1; 1 where absent"),
                                Arg.whole("size", "How many a page, 1 to 500; 50 where absent")),
                        this::listScenarios),
                new AgentTool(
                        "judge",
                        "Judge cases by the rules",
                        Role.ANALYST,
                        Effect.READS,
                        "Judges legal cases: the verdict on each (excluded, unresolved, conditional, allowed), the rules behind it "
                                + "with citations, and whether it is what the case expects. Nothing is recorded.",
                        List.of(Arg.document(
                                        "cases",
                                        "A case file as JSON: {\"cases\": [{\"id\", \"as_of\", \"given\": {...}, \"offer\": {...}, "
                                                + "\"expected\"?, \"must_name\"?, \"must_not_name\"?}]}")
                                .must()),
                        this::judge));
    }

    private Reply advise(Args args) {
        var body = args.body("buyer", "asOf", "limits", "scenarios", "explain", "stabilityDraws");
        return recorded(advice.advise(args.text("idempotencyKey"), Replies.bytes(body)), "/outcome");
    }

    private Reply askWhatIf(Args args) {
        var body = args.body("buyer", "asOf", "limits", "scenarios");
        return recorded(whatIf.ask(args.text("idempotencyKey"), Replies.bytes(body)), "/rePlan/outcome");
    }

    private static Reply recorded(Response response, String outcome) {
        var record = response.getHeaderString("Content-Location");
        return Replies.of(Replies.text(response), answer -> "%s: %s%nRecord: %s"
                .formatted(
                        answer.at(outcome).asText(),
                        answer.path("headline").asText(),
                        record.substring(record.lastIndexOf('/') + 1)));
    }

    private Reply listScenarios(Args args) {
        var id = args.text("id");
        return id != null
                ? Replies.of(
                        scenarios.one(id), shown -> shown.at("/scenario/title").asText())
                : Replies.of(
                        scenarios.list(args.text("kind"), args.text("page", "1"), args.text("size", "50")),
                        page -> "Scenarios: %d of %d, page %d."
                                .formatted(
                                        page.path("items").size(),
                                        page.path("total").asInt(),
                                        page.path("page").asInt()));
    }

    private Reply judge(Args args) {
        return Replies.of(
                rules.judge(Replies.bytes(args.must("cases"))),
                report -> "Cases: %d. As expected: %d; not as expected: %d; naming rules that are not there: %d."
                        .formatted(
                                report.path("results").size(),
                                report.path("passed").asInt(),
                                report.path("failed").asInt(),
                                report.path("notCovered").asInt()));
    }
}
