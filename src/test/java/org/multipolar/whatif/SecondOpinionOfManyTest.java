package org.multipolar.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.whatif.PatchedProblem.DAY;
import static org.multipolar.whatif.PatchedProblem.SNAPSHOT;
import static org.multipolar.whatif.PatchedProblem.asked;
import static org.multipolar.whatif.PatchedProblem.lost;
import static org.multipolar.whatif.PatchedProblem.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.ScenarioReader;

/** Scenarios on each other, against each other, on other days and beside the mark, each worked into the problem file by hand. */
class SecondOpinionOfManyTest {

    private static final Question QUESTION =
            PatchedProblem.question(PatchedProblem.SHOPPER_GERMANY, DAY, List.of(PatchedProblem.budget(1_500)));

    private static final String FRANCE_LOST = "  - event: {lost: country, is: FR}\n";
    private static final String DEARER = "  - scale: {price: both, where: {host_origin: US}, by: 1.5}\n";
    private static final String LESS =
            "  - limit: {id: budget, kind: cap, on: cost, scope: demand, at: 1000, why: less}\n";
    private static final String MORE =
            "  - limit: {id: budget, kind: cap, on: cost, scope: demand, at: 2000, why: more}\n";

    private static PatchedProblem exported() {
        return PatchedProblem.of(QUESTION);
    }

    @Test
    void stacked_scenarios_are_their_patches_one_after_another() {
        var stacked = asked(QUESTION, scenario("lost", FRANCE_LOST), scenario("dearer", DEARER + MORE));
        var one = asked(QUESTION, scenario("mine", FRANCE_LOST + DEARER + MORE));
        var byHand = exported()
                .without(lost("FR"))
                .priced(SecondOpinionOfManyTest::american, new BigDecimal("1.5"))
                .budgeted(2_000)
                .best();

        assertThat(stacked.rePlan().score()).isNotNull().isEqualTo(byHand);
        assertThat(one.rePlan()).isEqualTo(stacked.rePlan());
        assertThat(one.hold()).isEqualTo(stacked.hold());
        assertThat(one.failOver()).isEqualTo(stacked.failOver());
        assertThat(stacked.attribution())
                .extracting(WhatIf.Attribution::finding)
                .hasSize(2)
                .doesNotContain("It changes nothing here.");
    }

    @Test
    void of_limits_that_contradict_each_other_the_last_holds() {
        var less = exported().budgeted(1_000).best();
        var more = exported().budgeted(2_000).best();

        assertThat(asked(QUESTION, scenario("mine", MORE + LESS)).rePlan().score())
                .isEqualTo(less);
        assertThat(asked(QUESTION, scenario("less", LESS), scenario("more", MORE))
                        .rePlan()
                        .score())
                .isEqualTo(more)
                .isNotEqualTo(less);
    }

    @Test
    void a_price_set_after_a_rise_is_that_price_and_before_it_rises() {
        // only offers that have a price: a price set on one that had none would bring it in
        var priced = exported().candidates().stream()
                .filter(SecondOpinionOfManyTest::american)
                .map(PatchedProblem::plain)
                .distinct()
                .toList();
        var set = "  - set: {price: both, where: {offer: %s}, to: 0.7}\n".formatted(priced);
        var risen =
                exported().priced(SecondOpinionOfManyTest::american, 1_050_000).best();

        assertThat(asked(QUESTION, scenario("mine", DEARER + set)).rePlan().score())
                .isEqualTo(exported()
                        .priced(SecondOpinionOfManyTest::american, 700_000)
                        .best())
                .isNotEqualTo(risen);
        assertThat(asked(QUESTION, scenario("mine", set + DEARER)).rePlan().score())
                .isEqualTo(risen);
    }

    @Test
    void a_past_event_holds_from_its_first_day_to_its_last() {
        var outage = shipped("ev-cloud-outage-2025");
        var first = Objects.requireNonNull(outage.from());
        assertThat(outage.until()).isEqualTo(first);

        var before = asked(on(first.minusDays(1)), outage);
        assertThat(before.noEffect())
                .isEqualTo("No effect, because it begins on 2025-10-20, and the day asked about is 2025-10-19.");
        assertThat(before.rePlan().score())
                .isNotNull()
                .isEqualTo(PatchedProblem.of(on(first.minusDays(1))).best());

        var after = asked(on(first.plusDays(1)), outage);
        assertThat(after.noEffect())
                .isEqualTo("No effect, because it ended on 2025-10-20, and the day asked about is 2025-10-21.");
        assertThat(after.rePlan().score())
                .isNotNull()
                .isEqualTo(PatchedProblem.of(on(first.plusDays(1))).best());

        // on the day it takes what is served from the States or from nobody knows where, which this mix does without
        var all = PatchedProblem.of(on(first));
        long gone = all.candidates().stream()
                .filter(SecondOpinionOfManyTest::fromTheStates)
                .count();
        assertThat(gone).isPositive();
        var day = asked(on(first), outage);
        assertThat(day.noEffect()).isEqualTo(nothing(all.candidates().size(), gone));
        assertThat(day.rePlan().score())
                .isEqualTo(all.without(SecondOpinionOfManyTest::fromTheStates).best());
    }

    private static String nothing(int all, long gone) {
        return gone == 0
                ? "No effect, because of %d candidates that this buyer may buy it touches none.".formatted(all)
                : ("No effect, because of %d candidates that this buyer may buy it takes %d away, brings 0 in and rates or"
                                + " prices 0 otherwise, none of them in the mix nor better than it.")
                        .formatted(all, gone);
    }

    /** What is served from nobody knows where may be served from there. */
    private static boolean fromTheStates(JsonNode candidate) {
        return candidate.get("operator").asText().equals("aws")
                && (PatchedProblem.served(candidate, "US")
                        || candidate.get("places").isEmpty());
    }

    private static Question on(LocalDate day) {
        return PatchedProblem.question(PatchedProblem.SHOPPER_GERMANY, day, List.of());
    }

    private static Scenario shipped(String id) {
        var path = "scenarios/" + id + ".yaml";
        return ScenarioReader.one(
                path,
                World.known(Shipped.profiles(), path),
                SNAPSHOT.world(),
                SNAPSHOT.rulebook().cards().keySet());
    }

    @Test
    void what_touches_nothing_has_no_effect_and_says_so() {
        var all = exported().candidates();
        long gone = all.stream().filter(lost("NZ")).count();
        assertThat(all).noneMatch(each -> PatchedProblem.served(each, "NZ"));
        var told = asked(QUESTION, scenario("mine", "  - event: {lost: country, is: NZ}\n"));

        assertThat(told.noEffect()).isEqualTo(nothing(all.size(), gone));
        assertThat(told.rePlan().score())
                .isEqualTo(told.baseline().score())
                .isEqualTo(exported().without(lost("NZ")).best());
    }

    private static boolean american(JsonNode candidate) {
        return candidate.get("hostOrigin").asText().equals("US");
    }
}
