package org.multipolar.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.Shipped;
import org.multipolar.ShippedAnswers;
import org.multipolar.explain.Explainer;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Outcome.Unproven;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Ties;
import org.multipolar.portfolio.solve.Decomposition;

/** What is advised where the solver's work runs out: what was found, as lawful as any mix, and nowhere called the best. */
class UnprovenTest {

    private static final Snapshot SNAPSHOT = Shipped.snapshot();
    private static final long GAP = 1_000_000;
    /** What the solver says where it does not know how good the best can be. */
    private static final long NO_BOUND = Long.MAX_VALUE;

    /** Finds what it is told to find and proves none of it. */
    private static final class Weary implements Solver {

        private final Function<Problem, Unproven> reached;
        private int asked;

        Weary(Function<Problem, Unproven> reached) {
            this.reached = reached;
        }

        @Override
        public Outcome solve(Problem problem, Ties ties) {
            asked++;
            return reached.apply(problem);
        }

        @Override
        public String name() {
            return "weary";
        }
    }

    /** The bank has the most limits. */
    static Stream<String> buyers() {
        return Boolean.getBoolean("slow") ? SNAPSHOT.buyers().keySet().stream() : Stream.of("european-bank");
    }

    @ParameterizedTest
    @MethodSource("buyers")
    void the_best_mix_without_its_proof_is_the_best_found_and_nothing_more(String id) {
        var best = best(id);

        var recommendation = asked(id, problem -> new Unproven(List.of(best), best.score() + GAP));

        unproven(recommendation, best, best.score() + GAP);
        lawful(recommendation);
    }

    @ParameterizedTest
    @MethodSource("buyers")
    void a_lesser_mix_is_told_as_it_is_beside_what_the_best_can_be(String id) {
        var problem = ShippedAnswers.of(id).problem().problem();
        var lesser = optimal(Decomposition.usual().any(problem));
        var rated = new Solution(lesser.values(), problem.score(lesser.array()));
        long bound = best(id).score();
        assertThat(rated.score()).isLessThan(bound);

        var recommendation = asked(id, same -> new Unproven(List.of(rated), bound));

        unproven(recommendation, rated, bound);
        lawful(recommendation);
    }

    @ParameterizedTest
    @MethodSource("buyers")
    void where_no_mix_was_found_none_is_recommended(String id) {
        var advice = asked(id, problem -> new Unproven(List.of(), NO_BOUND)).advice();

        assertThat(advice.outcome()).isEqualTo("unproven");
        assertThat(advice.headline()).isEqualTo("Work ran out before any mix was found.");
        assertThat(advice.score()).isNull();
        assertThat(advice.bound()).isEqualTo(NO_BOUND);
        assertThat(advice.demands()).isNotEmpty().allSatisfy(demand -> assertThat(demand.mix())
                .isEmpty());
        assertThat(advice.cost().totalMicroUsd()).isZero();
        assertThat(advice.limits()).isEmpty();
        assertThat(advice.upcoming()).isEmpty();
        nothingIsCalledProven(advice);
    }

    @ParameterizedTest
    @MethodSource("buyers")
    void a_mix_that_breaks_a_limit_is_not_told_though_nothing_is_claimed_of_it(String id) {
        var best = best(id);
        var more = new ArrayList<>(best.values());
        more.set(0, more.get(0) + 1);

        assertThatThrownBy(
                        () -> asked(id, problem -> new Unproven(List.of(new Solution(more, best.score())), NO_BOUND)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The solver's answer does not hold: ");
    }

    private static Recommendation asked(String id, Function<Problem, Unproven> reached) {
        var solver = new Weary(reached);
        var recommendation =
                new Advisor(solver).recommend(SNAPSHOT, ShippedAnswers.of(id).question());
        assertThat(solver.asked).as("nothing is asked of what is not proven").isEqualTo(1);
        return recommendation;
    }

    private static Solution best(String id) {
        return optimal(ShippedAnswers.of(id).outcome());
    }

    private static void unproven(Recommendation recommendation, Solution found, long bound) {
        var advice = recommendation.advice();
        assertThat(recommendation.outcome()).isInstanceOf(Unproven.class);
        assertThat(advice.outcome()).isEqualTo("unproven");
        assertThat(advice.score()).isEqualTo(found.score());
        assertThat(advice.bound()).isEqualTo(bound);
        assertThat(advice.headline())
                .isEqualTo("Best found: score %d; the best possible is at most %d.".formatted(found.score(), bound));
        assertThat(Explainer.values(recommendation.outcome())).isEqualTo(found.values());
        nothingIsCalledProven(advice);
    }

    /** Neither the word of a proven answer nor what is only asked of one. */
    private static void nothingIsCalledProven(Advice advice) {
        assertThat(Json.pretty(advice)).doesNotContain("\"optimal\"", "Proven best");
        assertThat(advice.stability().verdict()).isEqualTo("not-asked");
        assertThat(advice.limits())
                .allSatisfy(limit -> assertThat(limit.worth()).isNull());
        assertThat(advice.ruleCosts()).isEmpty();
        assertThat(advice.clash()).isEmpty();
        assertThat(advice.relaxations()).isEmpty();
    }

    /** Judged again, and recomputed from what is printed. */
    private static void lawful(Recommendation recommendation) {
        var question = recommendation.question();
        var assessor = new Assessor(SNAPSHOT, question);
        var values = Explainer.values(recommendation.outcome());
        var bought = recommendation.problem().parts().stream()
                .flatMap(part -> part.choices().stream())
                .filter(choice -> values.get(choice.variable()) > 0)
                .map(choice -> choice.candidate())
                .toList();
        assertThat(bought).isNotEmpty();
        assertThat(assessor.judge(bought, assessor.setting()))
                .allSatisfy(
                        judgement -> assertThat(judgement.verdict().buyable()).isTrue());
        assertThat(new Recomputed(tree(recommendation.advice()), question.buyer(), SNAPSHOT).broken())
                .isEmpty();
    }

    private static Solution optimal(Outcome outcome) {
        return outcome.fold(
                optimal -> optimal.solution(),
                none -> {
                    throw new AssertionError("There is no mix.");
                },
                open -> {
                    throw new AssertionError("It stays unproven.");
                });
    }

    private static JsonNode tree(Advice advice) {
        try {
            return new ObjectMapper().readTree(Json.pretty(advice));
        } catch (JsonProcessingException broken) {
            throw new AssertionError("The answer is no JSON.", broken);
        }
    }
}
