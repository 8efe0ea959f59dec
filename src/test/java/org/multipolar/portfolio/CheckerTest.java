package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.portfolio.Outcome.Optimal;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Problem.Variable;
import org.multipolar.rulebook.Effect;

/** Answers that were tampered with are refused, and clashes name what is to blame. */
class CheckerTest {

    @Test
    void a_share_moved_by_one_step_is_refused_wherever_it_stands() {
        int tried = 0;
        for (long seed = 0; seed < 60; seed++) {
            var problem = SmallQuestions.drawn(seed).problem();
            var outcome = SmallQuestions.drawn(seed).solve();
            if (!(outcome instanceof Optimal optimal)) {
                continue;
            }
            for (var part : problem.parts()) {
                for (var choice : part.choices()) {
                    for (long by : new long[] {-1, 1}) {
                        tried++;
                        assertThat(Checker.faults(problem.problem(), moved(optimal, choice.variable(), by)))
                                .as(
                                        "seed %d, %s by %d",
                                        seed, choice.candidate().id(), by)
                                .isNotEmpty();
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(200);
    }

    @Test
    void a_share_moved_from_one_to_another_is_refused_or_scores_less() {
        var random = new Random(7);
        for (long seed = 0; seed < 60; seed++) {
            var problem = SmallQuestions.drawn(seed).problem();
            if (!(SmallQuestions.drawn(seed).solve() instanceof Optimal optimal)) {
                continue;
            }
            var part = problem.parts().get(0);
            int from = part.choices().get(random.nextInt(part.choices().size())).variable();
            int to = part.choices().get(random.nextInt(part.choices().size())).variable();
            if (from != to) {
                var values = new ArrayList<>(optimal.solution().values());
                values.set(from, values.get(from) - 1);
                values.set(to, values.get(to) + 1);
                var claim = new Solution(values, optimal.solution().score() + 1);

                assertThat(Checker.faults(problem.problem(), claim))
                        .as("seed %d", seed)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void a_score_or_a_bound_that_is_one_off_is_refused() {
        var problem = tiny();
        var good = new Optimal(new Solution(List.of(2L, 1L), 8), 8);

        assertThat(Checker.faults(problem, good)).isEmpty();
        assertThat(Checker.faults(problem, new Optimal(new Solution(List.of(2L, 1L), 9), 9)))
                .containsExactly("The score is 8, not 9.");
        assertThat(Checker.faults(problem, new Optimal(new Solution(List.of(2L, 1L), 8), 9)))
                .containsExactly("The proven bound is 9, the score 8.");
    }

    @Test
    void a_value_outside_its_bounds_is_named() {
        assertThat(Checker.faults(tiny(), new Solution(List.of(-1L, 1L), -1))).contains("x is -1, outside 0 to 5.");
    }

    @Test
    void a_broken_row_is_named_with_its_limit() {
        assertThat(Checker.faults(tiny(), new Solution(List.of(3L, 1L), 11)))
                .containsExactly("R0 (a-limit) is 4, outside 0 to 3.");
    }

    @Test
    void too_few_values_are_refused() {
        assertThat(Checker.faults(tiny(), new Solution(List.of(2L), 6))).containsExactly("1 values for 2 variables.");
    }

    @Test
    void numbers_too_large_to_be_exact_are_refused_when_the_problem_is_stated() {
        assertThatThrownBy(() -> new Problem(
                        List.of(new Variable("x", "x", 0, 20)),
                        List.of(new Row("R0", "a", 0, 1, List.of(new Term(0, Problem.EXACT / 10)))),
                        0,
                        List.of(0L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beyond what is computed exactly");
    }

    @Test
    void a_clash_names_the_law_that_is_to_blame() {
        var question =
                new SmallQuestion().demand("d", 100).bid("d", american("a")).bid("d", american("b"));
        question.numbers.put("part", 60L);
        question.concentration = 1_000;

        assertThat(clash(question)).contains("LAW-CAP:origin:d");
    }

    @Test
    void a_clash_names_the_buyers_wish_that_is_to_blame() {
        var question = new SmallQuestion()
                .demand("d", 100)
                .bid("d", SmallBid.of("a", "one", "US"))
                .bid("d", SmallBid.of("b", "two", "US"))
                .limit("far", Kind.FLOOR, On.ORIGIN, Scope.BUYER, null, 10, "FR");
        question.concentration = 1_000;

        assertThat(clash(question)).containsExactly("far");
    }

    @Test
    void a_clash_names_the_loss_that_nobody_survives() {
        var question = new SmallQuestion()
                .demand("d", 100)
                .bid("d", SmallBid.of("a", "one", "US"))
                .bid("d", SmallBid.of("b", "two", "US"));
        question.concentration = 1_000;
        question.leastSuppliers = 2;
        question.retained.put(org.multipolar.catalog.Policy.Loss.COUNTRY, 40);

        assertThat(clash(question)).containsExactly("retained-country:d");
    }

    @Test
    void a_clash_never_blames_bookkeeping_alone() {
        int seen = 0;
        for (long seed = 0; seed < 150; seed++) {
            var question = SmallQuestions.drawn(seed);
            var clash = clash(question);
            if (!clash.isEmpty()) {
                seen++;
                var limits = question.problem().limits();
                assertThat(clash).as("seed %d", seed).anyMatch(id -> {
                    var limit = limits.get(id);
                    return limit != null && limit.owner() != Limit.Owner.STRUCTURE;
                });
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    private static SmallBid american(String id) {
        return SmallBid.of(id, "maker-" + id, "US")
                .found(SmallQuestion.bound("LAW-CAP", "regulatory", Effect.CAP, "origin", "part"));
    }

    private static List<String> clash(SmallQuestion question) {
        return question.solve().fold(optimal -> List.<String>of(), none -> none.clash(), open -> List.<String>of());
    }

    private static Solution moved(Optimal optimal, int variable, long by) {
        var values = new ArrayList<>(optimal.solution().values());
        values.set(variable, values.get(variable) + by);
        return new Solution(values, optimal.solution().score());
    }

    private static Problem tiny() {
        return new Problem(
                List.of(new Variable("x", "x", 0, 5), new Variable("y", "y", 0, 5)),
                List.of(new Row("R0", "a-limit", 0, 3, List.of(new Term(0, 1), new Term(1, 1)))),
                0,
                List.of(3L, 2L));
    }
}
