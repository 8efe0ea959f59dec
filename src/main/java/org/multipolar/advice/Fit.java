package org.multipolar.advice;

import java.util.ArrayList;
import java.util.List;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Question;
import org.multipolar.suitability.AbilityScale;

/** Names the hard needs of a demand that a candidate fails. */
final class Fit {

    private final AbilityScale abilities;
    private final FirstSeen firstSeen;
    private final Question question;
    private final Barriers barriers;

    Fit(AbilityScale abilities, FirstSeen firstSeen, Question question, Barriers barriers) {
        this.abilities = abilities;
        this.firstSeen = firstSeen;
        this.question = question;
        this.barriers = barriers;
    }

    /** {@return what it fails, in words; empty where it fits} */
    List<String> failures(Candidate candidate) {
        var failures = new ArrayList<String>(barriers.against(candidate));
        release(candidate, failures);
        capabilities(candidate, failures);
        var ability =
                abilities.meets(candidate.demand().ability(), candidate.model().id());
        if (!ability.met()) {
            failures.add("ability: " + ability.why());
        }
        if (question.buyer().policy().refuseUntested()
                && !abilities.of(candidate.model().id()).evaluated()) {
            failures.add("not independently evaluated, which this policy refuses");
        }
        if (!candidate.priced() && budgetOrPriceCounts()) {
            failures.add("nobody states its price");
        }
        return failures;
    }

    private void release(Candidate candidate, List<String> failures) {
        var first = firstSeen.of(candidate.model());
        if (first.isAfter(question.asOf())) {
            failures.add(
                    candidate.model().released() == null
                            ? "nobody states its release, and nothing shows it before %s".formatted(first)
                            : "released %s, after the day asked about"
                                    .formatted(candidate.model().released()));
        }
    }

    private static void capabilities(Candidate candidate, List<String> failures) {
        var demand = candidate.demand();
        var model = candidate.model();
        for (var need : demand.capabilities()) {
            if (!model.capabilities().contains(need)) {
                failures.add("no statement that it can do " + need);
            }
        }
        var context = model.contextTokens();
        if (demand.contextTokens() > 0 && (context == null || context < demand.contextTokens())) {
            failures.add("context of %s tokens, %d needed"
                    .formatted(context == null ? "unknown" : context.toString(), demand.contextTokens()));
        }
        if (!model.outputs().contains(demand.modality().equals("multimodal") ? "text" : demand.modality())
                && !demand.modality().equals("multimodal-generation")) {
            failures.add("its output is %s, not %s".formatted(model.outputs(), demand.modality()));
        }
        if (demand.modality().equals("multimodal") && !model.inputs().contains("image")) {
            failures.add("it takes no images");
        }
    }

    private boolean budgetOrPriceCounts() {
        return question.buyer().policy().weights().price() > 0
                || question.buyer().limits().stream()
                        .anyMatch(limit -> limit.on() == org.multipolar.catalog.LimitClause.On.COST);
    }
}
