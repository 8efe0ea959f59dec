package org.multipolar.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.whatif.PatchedProblem.DAY;
import static org.multipolar.whatif.PatchedProblem.JUDGEMENTS;
import static org.multipolar.whatif.PatchedProblem.SNAPSHOT;
import static org.multipolar.whatif.PatchedProblem.asked;
import static org.multipolar.whatif.PatchedProblem.lost;
import static org.multipolar.whatif.PatchedProblem.scenario;
import static org.multipolar.whatif.PatchedProblem.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.advice.Inquiry;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Question;
import org.multipolar.portfolio.Tally;
import org.multipolar.portfolio.solve.Decomposition;

/** What somebody finds who works one change into the baseline's problem file and gives it to another solver. */
class SecondOpinionTest {

    private static final Question QUESTION =
            PatchedProblem.question(PatchedProblem.SHOPPER_GERMANY, DAY, List.of(PatchedProblem.budget(1_500)));
    private static final Question UNBUDGETED = PatchedProblem.question(PatchedProblem.SHOPPER_GERMANY, DAY, List.of());

    private static PatchedProblem exported() {
        return PatchedProblem.of(QUESTION);
    }

    private static WhatIf told(String patches) {
        return asked(QUESTION, scenario("mine", patches));
    }

    private static long score(Side side) {
        return Objects.requireNonNull(side.score());
    }

    @Test
    void the_baseline_is_found_by_both_and_the_budget_binds() {
        var told = told("  - limit: {id: budget, kind: cap, on: cost, scope: demand, at: 1000000, why: more}\n");

        assertThat(told.baseline().score()).isEqualTo(exported().best());
        assertThat(told.baseline().cost().tokensMicroUsd()).isLessThanOrEqualTo(1_500_000_000L);
        assertThat(told.rePlan().score())
                .isEqualTo(exported().budgeted(1_000_000).best());
        assertThat(score(told.rePlan())).isGreaterThan(score(told.baseline()));
    }

    /** Of an offer whose price nobody stated a budget buys nothing, so that the baseline's file does not have it. */
    @Test
    void without_a_budget_offers_without_a_price_come_in() {
        var told = told("  - limit: {drop: [budget]}\n");

        assertThat(PatchedProblem.of(UNBUDGETED).candidates())
                .hasSizeGreaterThan(exported().candidates().size());
        assertThat(told.rePlan().score())
                .isEqualTo(PatchedProblem.of(UNBUDGETED).best());
        assertThat(score(told.rePlan()))
                .isGreaterThan(
                        Objects.requireNonNull(exported().budgeted(1_000_000).best()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "CN", "FR"})
    void a_lost_country(String country) {
        var event = "  - event: {lost: country, is: %s}\n".formatted(country);

        assertThat(told(event).rePlan().score())
                .isEqualTo(exported().without(lost(country)).best());
        assertThat(told(event + "  - limit: {drop: [budget]}\n").rePlan().score())
                .isNotNull()
                .isEqualTo(PatchedProblem.of(UNBUDGETED).without(lost(country)).best());
    }

    @Test
    void those_under_contract_after_the_loss_of_a_lineage() {
        var best = told("  - limit: {drop: [nobody]}\n").baseline();
        var first = best.demands().get(0).shares().get(0);
        var lineage = lineage(first.offer());
        var told = told("  - event: {lost: lineage, is: %s}\n".formatted(lineage));
        var contracted = new TreeSet<>(QUESTION.buyer().incumbents().keySet());
        contracted.addAll(best.contracts());

        Predicate<JsonNode> gone = each -> !contracted.contains(
                        each.get("operator").asText())
                || stream(each.get("lineage")).anyMatch(root -> root.asText().equals(lineage));

        assertThat(told.failOver().score())
                .as("without %s", first)
                .isEqualTo(exported().without(gone).best());
    }

    private static String lineage(String candidate) {
        return exported().candidates().stream()
                .filter(each -> each.get("offer").asText().equals(candidate))
                .findFirst()
                .orElseThrow()
                .at("/lineage/0")
                .asText();
    }

    @Test
    void a_price_shock_acts_through_the_budget() {
        var told = told("  - scale: {price: both, where: {host_origin: US}, by: 1.5}\n");
        Predicate<JsonNode> american = each -> each.get("hostOrigin").asText().equals("US");

        assertThat(exported().candidates()).anyMatch(american);
        assertThat(told.rePlan().score())
                .isEqualTo(exported().priced(american, new BigDecimal("1.5")).best());
        assertThat(score(told.rePlan())).isLessThan(score(told.baseline()));
    }

    @Test
    void a_tighter_limit() {
        var told = told("  - limit: {id: budget, kind: cap, on: cost, scope: demand, at: 1000, why: less}\n");

        assertThat(told.rePlan().score()).isEqualTo(exported().budgeted(1_000).best());
        assertThat(score(told.rePlan())).isLessThan(score(told.baseline()));
    }

    static List<Buyer> buyers() {
        return List.copyOf(SNAPSHOT.buyers().values());
    }

    @ParameterizedTest
    @MethodSource("buyers")
    void the_sum_over_a_solved_mix_is_the_score_its_solver_proved(Buyer buyer) {
        for (var demand : buyer.demands().subList(0, 3)) {
            var own = buyer.limits().stream()
                    .filter(each -> each.scope() == LimitClause.Scope.DEMAND
                            && (each.demand() == null || each.demand().equals(demand.id())))
                    .toList();
            var alone = buyer.with(buyer.policy(), own, List.of(demand));
            var mix = Inquiry.buyable(SNAPSHOT, new Question(alone, DAY, List.of()), Decomposition.usual(), JUDGEMENTS)
                    .bestIfServable();
            mix.outcome()
                    .fold(
                            optimal -> {
                                var tally = Tally.of(
                                        alone, mix.problem().grouping(), Tally.pieces(mix.problem(), mix.values()));
                                assertThat(tally.score())
                                        .as("%s, %s", buyer.id(), demand.id())
                                        .isEqualTo(optimal.bound());
                                assertThat(tally.capacity(alone)).isEqualTo(10_000);
                                return true;
                            },
                            none -> false,
                            open -> false);
        }
    }
}
