package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.multipolar.portfolio.Outcome.Infeasible;
import org.multipolar.portfolio.Outcome.Optimal;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Outcome.Unproven;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Problem.Variable;
import org.multipolar.portfolio.Robust.Found;
import org.multipolar.portfolio.Robust.Future;

/** Four lots shared between two, worth 10 each to the first future, and 6 each to the second where the other has them. */
class RobustTest {

    private static final Future FIRST = new Future(List.of(10L, 0L), 0);
    private static final Future SECOND = new Future(List.of(0L, 6L), 0);

    private static final PortfolioProblem BASE = new PortfolioProblem(
            new Problem(
                    List.of(new Variable("x", "", 0, 4), new Variable("y", "", 0, 4)),
                    List.of(new Row("r", "r", 4, 4, List.of(new Term(0, 1), new Term(1, 1)))),
                    77,
                    List.of(1L, 1L)),
            List.of(),
            Map.of(),
            Map.of(),
            new Ties(List.of(), List.of(0, 1)),
            List.of(),
            Grouping.of(Map.of(), List.of()));

    /** Tries all five mixes, and gives up where it was told to. */
    private record Trying(List<Integer> gaveUp, List<Problem> asked) implements Solver {

        static Trying all() {
            return new Trying(List.of(), new ArrayList<>());
        }

        static Trying butFor(Integer... gaveUp) {
            return new Trying(List.of(gaveUp), new ArrayList<>());
        }

        @Override
        public Outcome solve(Problem problem, Ties ties) {
            asked.add(problem);
            Solution best = null;
            for (long x = 4; x >= 0; x--) {
                long[] point = {x, 4 - x};
                if (problem.rows().stream().allMatch(row -> row.holds(point))
                        && (best == null || problem.score(point) > best.score())) {
                    best = new Solution(List.of(x, 4 - x), problem.score(point));
                }
            }
            if (gaveUp.contains(asked.size())) {
                return new Unproven(best == null ? List.of() : List.of(best), 99_500);
            }
            return best == null ? new Infeasible(List.of()) : new Optimal(best, best.score());
        }

        @Override
        public String name() {
            return "trying all";
        }
    }

    private static Found worst(Trying solver, Robust.Weigher weigher, Future... futures) {
        return new Robust(BASE, List.of(futures), solver, weigher).worst();
    }

    private static List<Long> values(Found found) {
        return Objects.requireNonNull(found.mix()).values();
    }

    /** (1, 3) is sure of 10, (2, 2) of 12, (3, 1) of 6; halves of both would be sure of 15. */
    @Test
    void the_best_worst_future_is_found_whatever_the_weights_tried() {
        for (Robust.Weigher weigher : List.<Robust.Weigher>of(
                met -> List.of(1.0, 1.0), met -> List.of(0.375, 0.625), met -> List.of(0.0, 1.0))) {
            var found = worst(Trying.all(), weigher, FIRST, SECOND);

            assertThat(values(found)).containsExactly(2L, 2L);
            assertThat(found.outcome()).isEqualTo("optimal");
            assertThat(found.value()).isEqualTo(12);
            assertThat(found.bound()).isEqualTo(12);
        }
    }

    /** 10x against 6y less 8: (1, 3) is sure of 10, (2, 2) of 4. */
    @Test
    void what_is_taken_from_a_future_counts() {
        var found = worst(Trying.all(), met -> List.of(1.0, 1.0), FIRST, new Future(List.of(0L, 6L), 8));

        assertThat(values(found)).containsExactly(1L, 3L);
        assertThat(found.value()).isEqualTo(10);
        assertThat(found.outcome()).isEqualTo("optimal");
    }

    @Test
    void a_mix_that_is_sure_of_all_there_is_ends_the_search() {
        var solver = Trying.all();
        var found = worst(solver, met -> List.of(1.0), FIRST);

        assertThat(found).isEqualTo(new Found("optimal", new Solution(List.of(4L, 0L), 40_000), 40, 40));
        assertThat(solver.asked()).hasSize(1);
    }

    @Test
    void weights_asked_before_are_not_asked_again() {
        var solver = Trying.all();
        worst(solver, met -> List.of(1.0, 1.0), FIRST, SECOND);

        // Once by weights; then for more than 0, and for more each time until there is none.
        assertThat(solver.asked().stream().filter(each -> each.rows().size() == 1))
                .hasSize(1);
        assertThat(solver.asked().get(1).rows())
                .hasSize(3)
                .contains(
                        new Row("sure0", "sure of more", 1, Long.MAX_VALUE, List.of(new Term(0, 10))),
                        new Row("sure1", "sure of more", 1, Long.MAX_VALUE, List.of(new Term(1, 6))));
    }

    @Test
    void where_the_first_problem_stays_open_nothing_is_known() {
        assertThat(worst(Trying.butFor(1), met -> List.of(1.0, 1.0), FIRST, SECOND))
                .isEqualTo(new Found("unproven", null, 0, 0));
    }

    /** By even weights (4, 0) scores 20, which bounds what any mix is sure of; it is sure of 0 itself. */
    @Test
    void where_a_later_problem_stays_open_the_best_met_stands_with_its_bound() {
        var found = worst(Trying.butFor(2), met -> List.of(1.0, 1.0), FIRST, SECOND);

        assertThat(found.outcome()).isEqualTo("unproven");
        assertThat(values(found)).containsExactly(4L, 0L);
        assertThat(found.value()).isZero();
        assertThat(found.bound()).isEqualTo(20);
    }

    @Test
    void without_a_mix_there_is_none_that_is_sure_of_anything() {
        var none = BASE.with(new Problem(
                BASE.problem().variables(),
                List.of(new Row("r", "r", 9, 9, List.of(new Term(0, 1), new Term(1, 1)))),
                0,
                List.of(0L, 0L)));
        var robust = new Robust(none, List.of(FIRST, SECOND), Trying.all(), met -> List.of(1.0, 1.0));

        assertThat(robust.worst()).isEqualTo(new Found("infeasible", null, 0, 0));
        assertThat(robust.expected(List.of(500L, 500L))).isEqualTo(new Found("infeasible", null, 0, 0));
    }

    @Test
    void the_average_is_by_the_weights_stated() {
        var even =
                new Robust(BASE, List.of(FIRST, SECOND), Trying.all(), met -> List.of()).expected(List.of(500L, 500L));
        var second = new Robust(BASE, List.of(FIRST, new Future(List.of(0L, 6L), 3)), Trying.all(), met -> List.of())
                .expected(List.of(100L, 900L));

        assertThat(values(even)).containsExactly(4L, 0L);
        assertThat(even.value()).isEqualTo(20);
        assertThat(even.bound()).isEqualTo(20);
        // 0.9 (24 - 3) = 18.9, rounded down.
        assertThat(values(second)).containsExactly(0L, 4L);
        assertThat(second.value()).isEqualTo(18);
        assertThat(second.outcome()).isEqualTo("optimal");
    }

    @Test
    void an_average_that_stays_open_has_a_value_and_a_bound() {
        var open = new Robust(BASE, List.of(FIRST, SECOND), Trying.butFor(1), met -> List.of());

        assertThat(open.expected(List.of(500L, 500L)))
                .isEqualTo(new Found("unproven", new Solution(List.of(4L, 0L), 20_000), 20, 99));
    }

    @Test
    void weights_are_whole_parts_of_a_thousand_by_largest_remainder() {
        assertThat(Robust.whole(List.of(1.0, 1.0, 1.0))).containsExactly(334L, 333L, 333L);
        assertThat(Robust.whole(List.of(1.0, 2.0))).containsExactly(333L, 667L);
        assertThat(Robust.whole(List.of(0.0, 0.0))).containsExactly(500L, 500L);
        assertThat(Robust.whole(List.of(-1.0, 1.0))).containsExactly(0L, 1_000L);
        assertThat(Robust.whole(List.of(3.0, 1.0))).containsExactly(750L, 250L);
    }

    @Test
    void the_better_of_two_solutions_comes_first() {
        var ties = new Ties(List.of(List.of(new Term(0, 2), new Term(1, 1)), List.of(new Term(1, 1))), List.of(1, 0));
        var low = new Solution(List.of(0L, 0L), 4);
        var dear = new Solution(List.of(2L, 0L), 5);
        var cheap = new Solution(List.of(1L, 1L), 5);
        var many = new Solution(List.of(0L, 3L), 5);

        assertThat(List.of(low, dear, many, cheap).stream().sorted(ties.bestFirst()))
                .containsExactly(cheap, many, dear, low);
        assertThat(new Ties(List.of(), List.of(1, 0)).bestFirst().compare(many, cheap))
                .isNegative();
        assertThat(new Ties(List.of(), List.of(0, 1)).bestFirst().compare(many, cheap))
                .isPositive();
        assertThat(new Ties(List.of(), List.of(0, 1)).bestFirst().compare(many, many))
                .isZero();
    }
}
