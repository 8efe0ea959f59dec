package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.catalog.World;
import org.multipolar.portfolio.Outcome.Infeasible;
import org.multipolar.portfolio.Outcome.Optimal;
import org.multipolar.portfolio.Outcome.Unproven;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.portfolio.solve.OrTools;
import org.multipolar.portfolio.solve.WorstWeights;

/** What the decomposition answers by itself, without a general solver that would hide that it gave up. */
class OwnAnswersTest {

    /** Knows nothing, and says so. */
    private static final Solver NOBODY = new Solver() {
        @Override
        public Outcome solve(Problem problem, Ties ties) {
            return new Unproven(List.of(), Long.MAX_VALUE);
        }

        @Override
        public String name() {
            return "nobody";
        }
    };

    @Test
    void most_questions_are_answered_by_the_decomposition_alone_and_as_a_look_at_every_mix_says() {
        int own = 0;
        for (long seed = 0; seed < 60; seed++) {
            var question = SmallQuestions.drawn(seed);
            var problem = question.problem();
            var outcome = new Decomposition(NOBODY, Decomposition.USUAL_WORK)
                    .single()
                    .solve(problem.problem(), problem.ties());
            if (outcome instanceof Unproven) {
                continue;
            }
            own++;
            var brute = new BruteForce(question);
            var best = brute.best();
            if (best == null) {
                assertThat(outcome).as("seed %d", seed).isEqualTo(new Infeasible(List.of()));
            } else {
                assertThat(outcome).as("seed %d", seed).isInstanceOf(Optimal.class);
                assertThat(SmallQuestion.mix(problem, outcome))
                        .as("seed %d", seed)
                        .isEqualTo(brute.shares(best));
                assertThat(((Optimal) outcome).bound()).as("seed %d", seed).isEqualTo(best.score());
            }
        }
        assertThat(own).isGreaterThan(50);
    }

    @Test
    void an_answer_does_not_depend_on_what_was_asked_before() {
        var lasting = new Decomposition(NOBODY, Decomposition.USUAL_WORK);
        for (int round = 0; round < 2; round++) {
            for (long seed = 0; seed < 15; seed++) {
                var problem = SmallQuestions.drawn(seed).problem();
                var alone = new Decomposition(NOBODY, Decomposition.USUAL_WORK);

                assertThat(lasting.solve(problem.problem(), problem.ties()))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(alone.solve(problem.problem(), problem.ties()));
            }
        }
    }

    /**
     * A demand that differs from the one before in its budget alone, or in what its offers cost, is another: what was found for
     * that one holds no longer. 100 Mtok of the dear cost 1,000 USD, of the cheap 100, and in the other market 400; five
     * percent are the least step, so a budget buys of the dear what the hand says.
     */
    @Test
    void demands_that_differ_in_one_row_are_not_taken_for_each_other() {
        var lasting = new Decomposition(NOBODY, Decomposition.USUAL_WORK);

        assertThat(shareOfTheDear(lasting, 1, 550)).isEqualTo(50);
        assertThat(shareOfTheDear(lasting, 1, 820)).isEqualTo(80);
        assertThat(shareOfTheDear(lasting, 1, 190)).isEqualTo(10);
        assertThat(shareOfTheDear(lasting, 4, 550)).isEqualTo(25);
        assertThat(shareOfTheDear(lasting, 1, 550)).isEqualTo(50);
    }

    private static int shareOfTheDear(Decomposition decomposition, int cheap, int budgetUsd) {
        var question = new SmallQuestion().demand("d", 100);
        question.bid("d", SmallBid.of("dear", "maker", "US").score(8_000).price(10))
                .bid("d", SmallBid.of("cheap", "other", "FR").score(5_000).price(cheap));
        question.limit(Kind.CAP, On.COST, Scope.BUYER, 1_000_000L * budgetUsd);
        var problem = question.problem();
        var outcome = decomposition.solve(problem.problem(), problem.ties());
        assertThat(outcome).isInstanceOf(Optimal.class);
        return World.known(World.known(SmallQuestion.mix(problem, outcome), "d"), "dear");
    }

    /** {@return two demands at four operators, some of them under contract, and a budget that exits count in} */
    private static SmallQuestion budgeted(long seed) {
        var random = new Random(seed);
        var question = new SmallQuestion();
        for (var demand : List.of("a", "b")) {
            question.demand(demand, 100);
            for (int bid = 0; bid < 3; bid++) {
                question.bid(
                        demand,
                        SmallBid.of(demand + bid, "maker" + bid, "US")
                                .score(5_000 + 100L * random.nextInt(30))
                                .price(1 + random.nextInt(4))
                                .at("op" + random.nextInt(4), "US", "US"));
            }
        }
        for (int operator = 0; operator < 4; operator++) {
            if (random.nextBoolean()) {
                question.incumbents.put("op" + operator, 1_000_000L * (50 + random.nextInt(300)));
            }
        }
        question.lot = 5 * (1 + random.nextInt(6));
        question.limit(Kind.CAP, On.COST, Scope.BUYER, 1_000_000L * (200 + random.nextInt(500)));
        if (random.nextBoolean()) {
            question.limit(Kind.COUNT, On.CONTRACTS, Scope.BUYER, 1 + random.nextInt(3));
        }
        return question;
    }

    /** What keeping an incumbent saves may be all that keeps the budget, whatever the demands gone through first cost. */
    @Test
    void exits_saved_count_in_a_budget() {
        int bought = 0;
        for (long seed = 0; seed < 40; seed++) {
            var question = budgeted(seed);
            var problem = question.problem();
            var outcome = new Decomposition(NOBODY, Decomposition.USUAL_WORK)
                    .single()
                    .solve(problem.problem(), problem.ties());
            if (!(outcome instanceof Unproven)) {
                var brute = new BruteForce(question);
                var best = brute.best();
                bought += best == null ? 0 : 1;

                assertThat(SmallQuestion.mix(problem, outcome))
                        .as("seed %d", seed)
                        .isEqualTo(best == null ? Map.of() : brute.shares(best));
            }
        }
        assertThat(bought).isGreaterThan(10);
    }

    /**
     * Three of eight score best, and of these the first tie rewards the last two most; each may have half. The scores are so
     * large that few bits are left below a point, and each of the rewards, measured coarsely, is a whole unit a step.
     */
    @Test
    void ties_that_reward_many_steps_a_little_are_told_apart_where_scores_are_large() {
        var question = new SmallQuestion().demand("d", 100);
        for (int bid = 0; bid < 8; bid++) {
            question.with(SmallBid.of("bid" + bid, "maker" + bid, "US"));
        }
        question.limit(Kind.CAP, On.OFFER, Scope.DEMAND, 50);
        var stated = question.problem();
        var objective = new ArrayList<>(stated.problem().objective());
        var first = new ArrayList<Problem.Term>();
        var choices = stated.parts().get(0).choices();
        for (int i = 0; i < choices.size(); i++) {
            int variable = choices.get(i).variable();
            objective.set(variable, (1L << 44) + (i < 3 ? 5 : 0));
            first.add(new Problem.Term(variable, i < 3 ? -1 - i : 1_000_000));
        }
        var problem = new Problem(stated.problem().variables(), stated.problem().rows(), 0, objective);

        var outcome = new Decomposition(NOBODY, Decomposition.USUAL_WORK)
                .single()
                .solve(problem, new Ties(List.of(first), stated.ties().larger()));

        assertThat(SmallQuestion.mix(stated, outcome)).isEqualTo(Map.of("d", Map.of("bid1", 50, "bid2", 50)));
    }

    private static Map<String, Map<String, Integer>> own(SmallQuestion question) {
        var problem = question.problem();
        return SmallQuestion.mix(
                problem,
                new Decomposition(NOBODY, Decomposition.USUAL_WORK).single().solve(problem.problem(), problem.ties()));
    }

    /** All score and cost alike, 100,000 USD of tokens beside 1 USD a contract; only one operator serves both demands. */
    @Test
    void of_equal_mixes_the_one_with_a_contract_less_wins() {
        var question = new SmallQuestion().demand("a", 100).demand("b", 100);
        question.contractCost = 1_000_000;
        question.bid("a", SmallBid.of("a1", "one", "US").price(1_000).at("op1", "US", "US"));
        question.bid("a", SmallBid.of("a2", "two", "US").price(1_000).at("op2", "US", "US"));
        question.bid("b", SmallBid.of("b1", "three", "US").price(1_000).at("op3", "US", "US"));
        question.bid("b", SmallBid.of("b2", "four", "US").price(1_000).at("op2", "US", "US"));

        assertThat(own(question)).isEqualTo(Map.of("a", Map.of("a2", 100), "b", Map.of("b2", 100)));
    }

    /** The best may have no more than 60 percent; only where all three let two suppliers in do they share. */
    @Test
    void three_counts_of_the_same_suppliers_all_hold() {
        for (int tight = 0; tight < 4; tight++) {
            var question = new SmallQuestion()
                    .demand("d", 100)
                    .with(SmallBid.of("best", "one", "US").score(9_000))
                    .with(SmallBid.of("other", "two", "FR").score(5_000))
                    .limit("few", Kind.CAP, On.OFFER, Scope.DEMAND, "d", 60, "best")
                    .limit("first", Kind.COUNT, On.SUPPLIERS, Scope.DEMAND, "d", tight == 0 ? 1 : 2)
                    .limit("second", Kind.COUNT, On.SUPPLIERS, Scope.DEMAND, "d", tight == 1 ? 1 : 2);
            question.mostSuppliers = tight == 2 ? 1 : 2;
            question.leastSuppliers = 1;

            assertThat(own(question))
                    .as("tight %d", tight)
                    .isEqualTo(Map.of("d", tight < 3 ? Map.of("other", 100) : Map.of("best", 60, "other", 40)));
        }
    }

    /** Without the offer that may not be bought, a maker's offers are those that speak the language: one set, two counts. */
    @Test
    void counts_of_sets_that_become_one_all_hold() {
        var question = new SmallQuestion()
                .demand("d", 100, "de")
                .with(SmallBid.of("never", "one", "US").score(9_500))
                .with(SmallBid.of("first", "one", "US").score(9_000).speaks("de"))
                .with(SmallBid.of("barred", "two", "FR").score(9_500))
                .with(SmallBid.of("second", "two", "FR").score(5_000).speaks("de"))
                .limit("not-one", Kind.CAP, On.OFFER, Scope.DEMAND, "d", 0, "never")
                .limit("not-two", Kind.CAP, On.OFFER, Scope.DEMAND, "d", 0, "barred");
        assertThat(own(question)).isEqualTo(Map.of("d", Map.of("first", 100)));

        question.languageSuppliers = 2;
        assertThat(own(question)).isEqualTo(Map.of("d", Map.of("first", 95, "second", 5)));

        question.mostSuppliers = 1;
        assertThat(own(question)).isEmpty();
    }

    @Test
    void who_knows_no_quicker_way_to_any_values_looks_for_the_best() {
        var problem = SmallQuestions.drawn(0).problem();

        assertThat(NOBODY.any(problem.problem())).isEqualTo(NOBODY.solve(problem.problem(), problem.ties()));
    }

    @Test
    void without_work_nothing_is_answered() {
        var problem = SmallQuestions.drawn(0).problem();

        assertThat(new Decomposition(NOBODY, 0).solve(problem.problem(), problem.ties()))
                .isInstanceOf(Unproven.class);
    }

    @Test
    void a_demand_without_candidates_needs_no_search() {
        var problem = new SmallQuestion().demand("d", 100).problem();

        assertThat(new Decomposition(NOBODY, 0).any(problem.problem())).isEqualTo(new Infeasible(List.of()));
        assertThat(new Decomposition(NOBODY, 0).single().solve(problem.problem(), problem.ties()))
                .isEqualTo(new Infeasible(List.of()));
        assertThat(new Decomposition(NOBODY, 0).name()).endsWith("with nobody");
    }

    @Test
    void a_row_over_nothing_that_asks_for_nothing_holds() {
        var problem = new Problem(
                List.of(new Problem.Variable("x", "", 0, 1)),
                List.of(new Problem.Row("r", "r", 0, 0, List.of())),
                0,
                List.of(1L));

        assertThat(new Decomposition(NOBODY, 0).any(problem)).isInstanceOf(Unproven.class);
    }

    /** Of 10 in one future and 6 in the other, each in a mix of its own, 6 and 10 sixteenths are worth the same. */
    @Test
    void the_worst_weights_make_mixes_alike() {
        var weights = new WorstWeights().weights(List.of(List.of(10L, 0L), List.of(0L, 6L)));

        assertThat(weights).hasSize(2);
        assertThat(weights.get(0)).isCloseTo(0.375, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(weights.get(1)).isCloseTo(0.625, org.assertj.core.data.Offset.offset(1e-9));
    }

    /** Two Americans and at most 60 percent of one origin: nothing holds, and only some are to say why. */
    @Test
    void who_is_not_to_say_what_clashes_does_not() {
        var question = new SmallQuestion()
                .demand("d", 100)
                .with(SmallBid.of("a", "one", "US"))
                .with(SmallBid.of("b", "two", "US"))
                .limit("cap", Kind.CAP, On.ORIGIN, Scope.DEMAND, "d", 60);
        var problem = question.problem();

        assertThat(Decomposition.usual().solve(problem.problem(), problem.ties()))
                .isInstanceOfSatisfying(
                        Infeasible.class, none -> assertThat(none.clash()).contains("cap:d"));
        for (var solver : List.of(
                Decomposition.forQuestions(),
                Decomposition.forRobust(),
                Decomposition.forSweeps(),
                OrTools.withoutClash(OrTools.USUAL_WORK))) {
            assertThat(solver.solve(problem.problem(), problem.ties())).isEqualTo(new Infeasible(List.of()));
            assertThat(solver.any(problem.problem())).isEqualTo(new Infeasible(List.of()));
        }
    }

    @Test
    void any_values_hold_where_some_do() {
        for (long seed = 0; seed < 20; seed++) {
            var problem = SmallQuestions.drawn(seed).problem().problem();
            var any = Decomposition.usual().any(problem);
            boolean possible = new BruteForce(SmallQuestions.drawn(seed)).best() != null;

            assertThat(any instanceof Optimal).as("seed %d", seed).isEqualTo(possible);
            if (any instanceof Optimal some) {
                assertThat(Checker.faults(problem, some.solution()))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void the_general_solver_says_where_its_work_ran_out() {
        var problem = SmallQuestions.drawn(3).problem();

        assertThat(new OrTools(0).solve(problem.problem(), problem.ties())).isInstanceOf(Unproven.class);
        assertThat(new OrTools(0).any(problem.problem())).isInstanceOf(Unproven.class);
    }
}
