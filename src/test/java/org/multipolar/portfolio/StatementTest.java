package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.catalog.Site;
import org.multipolar.portfolio.Limit.Owner;
import org.multipolar.portfolio.Statement.Over;
import org.multipolar.rulebook.Effect;

/** What a problem is stated from, stated again with something changed; and what rules and contracts put into it. */
class StatementTest {

    /** Two alike, of which the first is better; a third that may not be bought. */
    private static SmallQuestion question() {
        return new SmallQuestion()
                .demand("d", 100)
                .with(alike("a", 6_000))
                .with(alike("b", 5_000))
                .with(SmallBid.of("c", "other", "FR").fails("ability: 1 below 2"));
    }

    private static SmallBid alike(String id, long score) {
        return SmallBid.of(id, "maker", "US")
                .at("op", "US", "US")
                .model("m", "root")
                .score(score);
    }

    private static List<String> offers(PortfolioProblem problem) {
        return problem.parts().stream()
                .flatMap(part -> part.choices().stream())
                .map(choice -> choice.candidate().id())
                .toList();
    }

    private static Assessment assessment(SmallBid bid) {
        return bid.assessment(org.multipolar.catalog.World.known(question().demands, "d"));
    }

    @Test
    void a_problem_is_stated_over_more_or_fewer_candidates() {
        var statement = question().statement();

        assertThat(offers(statement.problem(Over.BUYABLE))).containsExactly("a");
        assertThat(offers(statement.problem(Over.EACH_LIMIT_ALONE))).containsExactly("a");
        assertThat(offers(statement.problem(Over.EVERY_BUYABLE))).containsExactly("a", "b");
        assertThat(offers(statement.problem(Over.EVERY_CANDIDATE))).contains("c");
        assertThat(statement.problem(Over.EVERY_CANDIDATE).limits()).containsKey("fit:ability@d");
        assertThat(statement.problem(Over.BUYABLE).limits()).doesNotContainKey("fit:ability@d");
    }

    @Test
    void nothing_is_left_out_where_all_are_kept() {
        assertThat(offers(question().statement().keepingAll().problem(Over.BUYABLE)))
                .containsExactly("a", "b");
    }

    @Test
    void one_that_is_best_in_another_way_is_not_left_out() {
        var valued = question().statement().valued(Map.of("d | b", List.of(7L)));

        assertThat(offers(valued.problem(Over.BUYABLE))).containsExactly("a", "b");
    }

    @Test
    void a_problem_may_be_stated_over_some_candidates() {
        var some = question().statement().among(each -> !each.candidate().id().equals("a"));

        assertThat(offers(some.problem(Over.BUYABLE))).containsExactly("b");
    }

    @Test
    void every_assessment_may_be_changed() {
        var barred = question()
                .statement()
                .changed(each -> each.candidate().id().equals("a")
                        ? assessment(alike("a", 6_000).fails("scenario lost-us"))
                        : each);

        assertThat(offers(barred.problem(Over.BUYABLE))).containsExactly("b");
    }

    @Test
    void a_candidate_put_in_takes_the_place_of_its_namesake_and_stays_whatever_beats_it() {
        var dearer = question().statement().with(assessment(alike("b", 4_000)));
        var added = question().statement().with(assessment(alike("aa", 1_000)));

        assertThat(offers(dearer.problem(Over.BUYABLE))).containsExactly("a", "b");
        assertThat(dearer.assessments().getOrDefault("d", List.of()))
                .extracting(Assessment::score)
                .containsExactly(6_000L, 4_000L, 5_000L);
        assertThat(offers(added.problem(Over.BUYABLE))).containsExactly("a", "aa");
        assertThat(added.assessments().getOrDefault("d", List.of()))
                .extracting(each -> each.candidate().id())
                .containsExactly("a", "aa", "b", "c");
    }

    @Test
    void what_others_beat_in_one_problem_is_left_out_of_those_over_its_choices() {
        var statement = question().statement();
        var chosen = statement.choosing(statement.problem(Over.EVERY_BUYABLE));
        var few = statement.choosing(statement.problem(Over.BUYABLE));

        assertThat(offers(chosen.problem(Over.BUYABLE))).containsExactly("a", "b");
        assertThat(offers(few.problem(Over.EVERY_BUYABLE))).containsExactly("a");
    }

    @Test
    void only_what_a_scenario_says_first_bars() {
        assertThat(assessment(alike("a", 1).fails("scenario lost-us").fails("x"))
                        .barred())
                .isTrue();
        assertThat(assessment(alike("a", 1).fails("x").fails("scenario lost-us"))
                        .barred())
                .isFalse();
        assertThat(assessment(alike("a", 1)).barred()).isFalse();
    }

    @Test
    void who_states_a_rule_owns_it() {
        assertThat(Owner.of(SmallQuestion.exclusion("R", "policy", true).rule()))
                .isEqualTo(Owner.HOUSE);
        assertThat(Owner.of(SmallQuestion.exclusion("R", "regulatory", true).rule()))
                .isEqualTo(Owner.LAW);
        assertThat(Owner.LAW.word()).isEqualTo("law");
    }

    @Test
    void what_is_bought_is_what_has_a_share() {
        var problem = question().statement().problem(Over.EVERY_BUYABLE);
        var values = new ArrayList<>(
                Collections.nCopies(problem.problem().variables().size(), 0L));
        values.set(problem.parts().get(0).choices().get(1).variable(), 1L);

        assertThat(problem.bought(values))
                .extracting(choice -> choice.candidate().id())
                .containsExactly("b");
        assertThat(problem.bought(List.of())).isEmpty();
        assertThat(problem.servable()).isTrue();
        assertThat(new SmallQuestion().demand("d", 1).problem().servable()).isFalse();
    }

    /** The buyer states the second demand first; ties still look at the first first. */
    @Test
    void ties_follow_the_demands_ids_and_not_the_order_stated() {
        var question = new SmallQuestion()
                .demand("a", 100)
                .demand("b", 100)
                .bid("a", alike("x", 5_000))
                .bid("b", alike("x", 5_000));
        var buyer = question.buyer();
        var reversed = new ArrayList<>(buyer.demands());
        Collections.reverse(reversed);
        var statement = question.statement();
        var problem = new Statement(
                        with(buyer, reversed),
                        statement.grouping(),
                        statement.numbers(),
                        statement.assessments(),
                        statement.clauses())
                .problem(Over.BUYABLE);

        assertThat(problem.parts()).extracting(part -> part.demand().id()).containsExactly("b", "a");
        assertThat(problem.ties().larger())
                .extracting(number -> problem.problem().variables().get(number).meaning())
                .containsExactly("a | x", "b | x");
    }

    private static Buyer with(Buyer buyer, List<org.multipolar.catalog.Demand> demands) {
        return new Buyer(
                buyer.id(),
                buyer.name(),
                buyer.story(),
                buyer.seat(),
                buyer.ownership(),
                buyer.type(),
                buyer.sector(),
                buyer.flags(),
                buyer.policy(),
                buyer.limits(),
                buyer.sites(),
                buyer.incumbents(),
                buyer.evidence(),
                demands,
                buyer.digest());
    }

    @Test
    void a_hall_costs_what_it_costs_and_everybody_else_a_contract() {
        var question = question();
        question.contractCost = 3_000_000;
        question.sites.add(new Site("hall", "Hall", "DE", "", 42, 9_000_000, List.of(), "a test"));

        assertThat(FixedCosts.fixed(question.buyer(), "site:hall")).isEqualTo(9_000_000);
        assertThat(FixedCosts.fixed(question.buyer(), "hall")).isEqualTo(3_000_000);
        assertThat(FixedCosts.fixed(question.buyer(), "site:other")).isEqualTo(3_000_000);
    }

    /**
     * A house limit found on all of two bids, both American and one of them open, is set aside where they cannot keep it.
     *
     * @param bound how many of the bids it is found on
     */
    @ParameterizedTest
    @CsvSource({
        "distinct-origins, 1, 2, false",
        "distinct-origins, 2, 2, true",
        "distinct-origins, 2, 1, false",
        "open, 50, 2, false",
        "all, 99, 2, true",
        "all, 99, 1, false",
        "all, 100, 2, false",
        "origin, 99, 2, true",
        "origin, 100, 2, false",
        "supplier, 49, 2, true",
        "supplier, 50, 2, false",
        "operator, 45, 2, true",
        "model, 45, 2, true",
        "lineage, 45, 2, true",
        "lineage, 45, 1, false"
    })
    void a_house_limit_is_set_aside_only_where_all_are_bound_and_cannot_keep_it(
            String key, long at, int bound, boolean aside) {
        assertThat(ruled(key, at, bound, true).problem().setAside()).hasSize(aside ? 1 : 0);
    }

    @Test
    void a_floor_of_open_weights_is_set_aside_where_none_are_open() {
        assertThat(ruled("open", 20, 2, false).problem().setAside()).hasSize(1);
        assertThat(ruled("open", 20, 1, false).problem().setAside()).isEmpty();
    }

    private static SmallQuestion ruled(String key, long at, int bound, boolean open) {
        var effect = key.equals("open") || key.equals("distinct-origins") ? Effect.REQUIRE : Effect.CAP;
        var found = SmallQuestion.bound("POL", "policy", effect, key, "at");
        var first = SmallBid.of("a", "one", "US").found(found);
        var second = SmallBid.of("b", "two", "US");
        if (open) {
            first.open();
        }
        if (bound == 2) {
            second.found(found);
        }
        var question = new SmallQuestion().demand("d", 100).with(first).with(second);
        question.numbers.put("at", at);
        return question;
    }

    @Test
    void a_limit_says_what_it_bounds_and_in_what_it_is_stated() {
        var question = new SmallQuestion().demand("d", 100).demand("e", 300);
        for (var demand : List.of("d", "e")) {
            question.bid(demand, SmallBid.of("a", "one", "US").price(1));
            question.bid(demand, SmallBid.of("b", "two", "FR").price(2));
        }
        question.incumbents.put("op-a", 7_000_000L);
        question.limit("cap", Kind.CAP, On.ORIGIN, Scope.BUYER, null, 60, "US");
        question.limit("own", Kind.CAP, On.ORIGIN, Scope.DEMAND, "e", 60, "US");
        question.limit("money", Kind.CAP, On.COST, Scope.BUYER, null, 900_000_000);
        question.limit("keep", Kind.KEEP, On.SUPPLIER, Scope.BUYER, null, 1, "two");
        var problem = question.problem();

        assertThat(limit(problem, "cap").measure()).isEqualTo(Measure.shareOf(400));
        assertThat(limit(problem, "cap").demand()).isEmpty();
        assertThat(limit(problem, "own:e").measure()).isEqualTo(Measure.SHARE);
        assertThat(limit(problem, "own:e").demand()).isEqualTo("e");
        assertThat(limit(problem, "own:e").owner()).isEqualTo(Owner.BUYER);
        assertThat(limit(problem, "money").measure()).isEqualTo(Measure.money(7_000_000));
        assertThat(limit(problem, "keep").measure()).isEqualTo(Measure.SHARE);
        assertThat(problem.limits()).doesNotContainKey("own:d");
        // Sixty percent of 400 Mtok in hundredfold steps; each step of a demand weighs its volume.
        var cap = problem.problem().rows().get(limit(problem, "cap").rows().get(0));
        assertThat(cap.upper()).isEqualTo(60L * 20 * 400);
        assertThat(cap.terms()).extracting(Problem.Term::factor).containsExactly(10_000L, 30_000L);
        var money = problem.problem().rows().get(limit(problem, "money").rows().get(0));
        assertThat(money.upper()).isEqualTo(893_000_000);
    }

    private static Limit limit(PortfolioProblem problem, String id) {
        return Objects.requireNonNull(problem.limits().get(id));
    }
}
