package org.multipolar.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.Candidates;
import org.multipolar.catalog.Question;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.rulebook.Finding;

/** Where a rule fires and what it costs. */
class RuleUseTest {

    private static final Snapshot SNAPSHOT = OneDemand.snapshot();
    private static final Question QUESTION =
            new Question(SNAPSHOT.buyers().values().iterator().next(), LocalDate.parse("2026-11-22"), List.of());

    @Test
    void firings_count_each_candidate_once_certain_and_open_apart() {
        var demand = QUESTION.buyer().demands().get(0);
        var candidates = Candidates.of(SNAPSHOT.world(), QUESTION.buyer(), demand);
        var judgements = new Assessor(SNAPSHOT, QUESTION).judge(candidates, new Assessor(SNAPSHOT, QUESTION).setting());

        var firings = Firings.of(SNAPSHOT, QUESTION);

        for (var rule : List.of("POL-ORIGIN-CAP", "LIC-PERMISSIVE", "REACH-CATALOGUE")) {
            var findings = judgements.stream()
                    .flatMap(each -> each.findings().stream())
                    .filter(each -> each.rule().id().equals(rule))
                    .toList();
            var fired = firings.getOrDefault(rule, List.of());
            assertThat(fired).as(rule).hasSize(1);
            assertThat(fired.get(0).candidates()).isEqualTo(candidates.size());
            assertThat(fired.get(0).certain())
                    .isEqualTo((int) findings.stream().filter(Finding::certain).count());
            assertThat(fired.get(0).open())
                    .isEqualTo(findings.size() - fired.get(0).certain());
        }
        assertThat(firings).doesNotContainKey("CA-QC-FRENCH");
    }

    @Test
    void a_rule_that_fires_nowhere_costs_nothing_and_is_not_solved() {
        var cost = new RuleCost(new Advisor(Decomposition.usual())).of(SNAPSHOT, QUESTION, "SA-PDPL-29");

        assertThat(cost.state()).isEqualTo("unmoved");
        assertThat(cost.old()).isNull();
    }

    @Test
    void without_a_cap_no_mix_scores_less_and_without_one_that_binds_it_scores_more() {
        var differ = new RuleCost(new Advisor(Decomposition.usual()));
        long most = 0;
        for (var cap : List.of("POL-ORIGIN-CAP", "POL-SUPPLIER-CAP", "POL-OPERATOR-CAP", "POL-LINEAGE-CAP")) {
            var cost = differ.of(SNAPSHOT, QUESTION, cap);
            long gain = score(cost.fresh()) - score(cost.old());
            assertThat(gain).as(cap).isNotNegative();
            assertThat(cost.state()).as(cap).isEqualTo(gain == 0 ? "unmoved" : "moved");
            assertThat(cost.demands().isEmpty()).as(cap).isEqualTo(gain == 0);
            most = Math.max(most, gain);
        }
        assertThat(most).isPositive();
    }

    private static long score(MixDiff.@Nullable Side side) {
        return Objects.requireNonNull(Objects.requireNonNull(side).score());
    }

    @Test
    void a_question_without_a_rule_is_another_decision() {
        var advisor = new Advisor(Decomposition.usual());

        assertThat(advisor.recommend(SNAPSHOT, QUESTION.without("POL-MODEL-CAP"))
                        .advice()
                        .decision())
                .isNotEqualTo(advisor.recommend(SNAPSHOT, QUESTION).advice().decision());
    }
}
