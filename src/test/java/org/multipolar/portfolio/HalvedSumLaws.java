package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.portfolio.solve.OrTools;

/** A search splits a problem at a variable, and what it splits is still a portfolio, even where a sum may be no more than one. */
class HalvedSumLaws {

    private static final Solver GENERAL = new OrTools(OrTools.USUAL_WORK);

    /** Takes no problem, so that an answer is the decomposition's own. */
    private static final Solver NOBODY = new Solver() {
        @Override
        public Outcome solve(Problem problem, Ties ties) {
            throw new IllegalStateException("The decomposition gave up.");
        }

        @Override
        public String name() {
            return "nobody";
        }
    };

    /** Two origins of two makers each, under a price of concentration: then each origin's steps are a sum with a square. */
    private static PortfolioProblem concentrated(long price) {
        var question = new SmallQuestion().demand("d", 100, "en");
        question.concentration = 1_000;
        question.mostSuppliers = 3;
        question.with(SmallBid.of("a", "maker-a", "US").score(9_000).price(price));
        question.with(SmallBid.of("b", "maker-b", "US").score(8_500).price(1));
        question.with(SmallBid.of("c", "maker-c", "FR").score(8_000).price(2));
        question.with(SmallBid.of("d", "maker-d", "FR").score(6_000).price(1));
        return question.problem();
    }

    /** {@return what is the sum of others by a row of its own} */
    private static List<Integer> sums(Problem problem) {
        return problem.rows().stream()
                .filter(row -> row.lower() == 0 && row.upper() == 0)
                .flatMap(row -> row.terms().stream())
                .filter(term -> term.factor() == -1)
                .map(Problem.Term::variable)
                .toList();
    }

    private static Problem within(Problem problem, int variable, long lower, long upper) {
        var variables = new ArrayList<>(problem.variables());
        variables.set(variable, variables.get(variable).within(lower, upper));
        return new Problem(variables, problem.rows(), problem.constant(), problem.objective());
    }

    @Test
    void both_halves_of_a_sum_are_solved_without_the_general_solver() {
        var decomposition = new Decomposition(NOBODY, Decomposition.USUAL_WORK).single();
        for (long price : List.of(1L, 3L)) {
            var stated = concentrated(price);
            var sums = sums(stated.problem());
            assertThat(sums).hasSize(2);
            var whole = best(decomposition, stated.problem(), stated.ties());
            for (int sum : sums) {
                for (long most : List.of(0L, 1L, 2L, 10L)) {
                    var halves = IntStream.of(0, 1)
                            .mapToObj(half -> half == 0
                                    ? within(stated.problem(), sum, 0, most)
                                    : within(stated.problem(), sum, most + 1, PortfolioProblem.STEPS))
                            .toList();
                    var found = halves.stream()
                            .map(half -> best(decomposition, half, stated.ties()))
                            .toList();
                    assertThat(found)
                            .as("sum %d at most %d, and more", sum, most)
                            .isEqualTo(halves.stream()
                                    .map(half -> best(GENERAL, half, stated.ties()))
                                    .toList());
                    assertThat(found).contains(whole);
                }
            }
        }
    }

    private static Outcome best(Solver solver, Problem problem, Ties ties) {
        var outcome = solver.solve(problem, ties);
        assertThat(outcome).isInstanceOf(Outcome.Optimal.class);
        return outcome;
    }
}
