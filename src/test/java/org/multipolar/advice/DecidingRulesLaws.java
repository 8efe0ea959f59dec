package org.multipolar.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.Shipped;
import org.multipolar.ShippedAnswers;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.World;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.explain.Rejection;
import org.multipolar.portfolio.Assessment;
import org.multipolar.rulebook.Effect;
import org.multipolar.rulebook.Finding;
import org.multipolar.rulebook.Verdict;

/** The rules that an answer names as deciding are what decides: without them it is another, and no other rule touches it. */
class DecidingRulesLaws {

    private static final boolean SLOW = Boolean.getBoolean("slow");
    private static final int RULES = SLOW ? Integer.MAX_VALUE : 2;
    private static final int CANDIDATES = SLOW ? 40 : 2;
    private static final long SEED = Long.getLong("seed", 20261123);

    /** A candidate that rules keep out of one demand. */
    private record KeptOut(String demand, Rejection rejection) {}

    private static List<KeptOut> keptOut(String buyer) {
        var rules = Shipped.snapshot().rulebook();
        var kept = new ArrayList<KeptOut>();
        for (DemandAnswer demand : ShippedAnswers.of(buyer).advice().demands()) {
            for (var each : demand.rejected()) {
                if (each.by().stream().allMatch(id -> rules.cardOrNull(id) != null)) {
                    kept.add(new KeptOut(demand.id(), each));
                }
            }
        }
        Collections.shuffle(kept, new Random(SEED));
        return kept;
    }

    private static Map<String, List<Assessment>> judged(Question question) {
        return Assessed.of(Shipped.snapshot(), question).assessments();
    }

    private static List<Finding> findings(Assessment assessment, String without) {
        return assessment.findings().stream()
                .filter(finding -> !finding.rule().id().equals(without))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer-goods", "european-bank", "gulf-public-group"})
    void without_a_rule_it_is_silent_and_all_others_say_what_they_said(String buyer) {
        var answer = ShippedAnswers.of(buyer);
        var kept = keptOut(buyer);
        var named = new TreeSet<String>();
        kept.forEach(each -> named.addAll(each.rejection().by()));
        assertThat(named).as("rules that keep somebody out").hasSizeGreaterThan(1);
        var drawn = new ArrayList<>(named);
        Collections.shuffle(drawn, new Random(SEED));

        for (var rule : drawn.subList(0, Math.min(RULES, drawn.size()))) {
            var without = judged(answer.question().without(rule));
            int silenced = 0;
            for (var demand : answer.assessments().keySet()) {
                var before = World.known(answer.assessments(), demand);
                var after = World.known(without, demand);
                assertThat(after).hasSameSizeAs(before);
                for (int i = 0; i < after.size(); i++) {
                    var left = findings(before.get(i), rule);
                    silenced += before.get(i).findings().size() - left.size();
                    assertThat(after.get(i).findings())
                            .as(
                                    "seed %d: %s without %s",
                                    SEED, after.get(i).candidate().id(), rule)
                            .isEqualTo(left);
                }
            }
            assertThat(silenced).as("findings of %s", rule).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer-goods", "european-bank", "gulf-public-group"})
    void without_all_rules_named_no_rule_of_that_strictness_keeps_it_out(String buyer) {
        var answer = ShippedAnswers.of(buyer);
        var kept = keptOut(buyer);

        for (var each : kept.subList(0, Math.min(CANDIDATES, kept.size()))) {
            var question = answer.question();
            for (var rule : each.rejection().by()) {
                question = question.without(rule);
            }
            var before = assessment(answer.assessments(), each);
            var after = assessment(judged(question), each);
            boolean certain = before.verdict() == Verdict.EXCLUDED;

            assertThat(before.verdict().buyable()).isFalse();
            assertThat(after.verdict())
                    .as(
                            "seed %d: %s for %s without %s",
                            SEED,
                            each.rejection().offer(),
                            each.demand(),
                            each.rejection().by())
                    .isNotEqualTo(before.verdict());
            assertThat(after.findings())
                    .noneMatch(finding -> finding.rule().effect() == Effect.EXCLUDE && finding.certain() == certain);
        }
        assertThat(kept).hasSizeGreaterThan(CANDIDATES);
    }

    private static Assessment assessment(Map<String, List<Assessment>> assessments, KeptOut kept) {
        return World.known(assessments, kept.demand()).stream()
                .filter(each -> each.candidate().id().equals(kept.rejection().offer()))
                .findFirst()
                .orElseThrow();
    }
}
