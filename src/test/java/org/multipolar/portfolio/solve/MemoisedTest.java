package org.multipolar.portfolio.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Problem.Variable;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Ties;

/** The same problem is solved once, and whatever can make an outcome another makes a problem another. */
class MemoisedTest {

    /** Gives every problem it is asked another bound. */
    private static final class Counting implements Solver {
        private final List<Problem> asked = new ArrayList<>();

        @Override
        public Outcome solve(Problem problem, Ties ties) {
            asked.add(problem);
            return new Outcome.Unproven(List.of(), asked.size());
        }

        @Override
        public Outcome any(Problem problem) {
            return new Outcome.Unproven(List.of(), -7);
        }

        @Override
        public String name() {
            return "counting";
        }
    }

    private static final Ties TIES = new Ties(List.of(List.of(new Term(0, 1)), List.of()), List.of(0, 1));

    private static Problem problem() {
        return of(new Variable("x", "", 0, 9, "d"), new Variable("y", "", 0, 9, "e"), row("l", 1, 5), 3, 4, 6);
    }

    private static Row row(String limit, long lower, long upper, Term... more) {
        var terms = new ArrayList<>(List.of(new Term(0, 1), new Term(1, 1)));
        terms.addAll(List.of(more));
        return new Row("r", limit, lower, upper, terms);
    }

    private static Problem of(Variable x, Variable y, Row row, long constant, long first, long second) {
        return new Problem(List.of(x, y), List.of(row), constant, List.of(first, second));
    }

    @Test
    void what_was_asked_before_is_answered_as_before() {
        var solver = new Counting();
        var memoised = new Memoised(solver, 10);
        var first = memoised.solve(problem(), TIES);

        assertThat(memoised.solve(problem(), TIES)).isSameAs(first);
        assertThat(solver.asked).hasSize(1);
        assertThat(memoised.name()).isEqualTo("counting");
        assertThat(memoised.any(problem())).isEqualTo(new Outcome.Unproven(List.of(), -7));
    }

    @Test
    void names_and_meanings_change_no_outcome() {
        var solver = new Counting();
        var memoised = new Memoised(solver, 10);
        memoised.solve(problem(), TIES);
        var renamed = new Problem(
                List.of(new Variable("u", "one", 0, 9, "d"), new Variable("v", "two", 0, 9, "e")),
                List.of(new Row("other", "l", 1, 5, problem().rows().get(0).terms())),
                3,
                List.of(4L, 6L));
        memoised.solve(renamed, TIES);

        assertThat(solver.asked).hasSize(1);
    }

    static Stream<Arguments> others() {
        var x = new Variable("x", "", 0, 9, "d");
        var y = new Variable("y", "", 0, 9, "e");
        var same = row("l", 1, 5);
        return Stream.of(
                Arguments.of("lower bound", of(x.within(1, 9), y, same, 3, 4, 6), TIES),
                Arguments.of("upper bound", of(x.within(0, 8), y, same, 3, 4, 6), TIES),
                Arguments.of("block", of(x, new Variable("y", "", 0, 9, "d"), same, 3, 4, 6), TIES),
                Arguments.of("constant", of(x, y, same, 2, 4, 6), TIES),
                Arguments.of("objective", of(x, y, same, 3, 6, 4), TIES),
                Arguments.of("row's limit", of(x, y, row("m", 1, 5), 3, 4, 6), TIES),
                Arguments.of("row's lower side", of(x, y, row("l", 0, 5), 3, 4, 6), TIES),
                Arguments.of("row's upper side", of(x, y, row("l", 1, 6), 3, 4, 6), TIES),
                Arguments.of("row's terms", of(x, y, row("l", 1, 5, new Term(0, 1)), 3, 4, 6), TIES),
                Arguments.of(
                        "row's variable",
                        of(x, y, new Row("r", "l", 1, 5, List.of(new Term(1, 1), new Term(1, 1))), 3, 4, 6),
                        TIES),
                Arguments.of(
                        "row's factor",
                        of(x, y, new Row("r", "l", 1, 5, List.of(new Term(0, 1), new Term(1, 2))), 3, 4, 6),
                        TIES),
                Arguments.of("a row less", new Problem(List.of(x, y), List.of(), 3, List.of(4L, 6L)), TIES),
                Arguments.of(
                        "tie objective",
                        problem(),
                        new Ties(List.of(List.of(new Term(0, 2)), List.of()), List.of(0, 1))),
                Arguments.of(
                        "order of tie objectives",
                        problem(),
                        new Ties(List.of(List.of(), List.of(new Term(0, 1))), List.of(0, 1))),
                Arguments.of(
                        "order of ties",
                        problem(),
                        new Ties(List.of(List.of(new Term(0, 1)), List.of()), List.of(1, 0))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void another_number_is_another_problem(String what, Problem other, Ties ties) {
        var solver = new Counting();
        var memoised = new Memoised(solver, 10);
        memoised.solve(problem(), TIES);
        memoised.solve(other, ties);

        assertThat(solver.asked).as(what).hasSize(2);
    }

    /** Without its length, a limit's end could be read as the start of what follows. */
    @Test
    void texts_do_not_run_into_what_follows_them() {
        var solver = new Counting();
        var memoised = new Memoised(solver, 10);
        var first = of(new Variable("x", "", 0, 9, "ab"), new Variable("y", "", 0, 9, "c"), row("l", 1, 5), 3, 4, 6);
        var second = of(new Variable("x", "", 0, 9, "a"), new Variable("y", "", 0, 9, "bc"), row("l", 1, 5), 3, 4, 6);
        memoised.solve(first, TIES);
        memoised.solve(second, TIES);

        assertThat(solver.asked).hasSize(2);
    }

    @Test
    void the_one_asked_for_longest_ago_is_forgotten_first() {
        var solver = new Counting();
        var memoised = new Memoised(solver, 2);
        var second = of(new Variable("x", "", 0, 8, "d"), new Variable("y", "", 0, 9, "e"), row("l", 1, 5), 3, 4, 6);
        var third = of(new Variable("x", "", 0, 7, "d"), new Variable("y", "", 0, 9, "e"), row("l", 1, 5), 3, 4, 6);
        memoised.solve(problem(), TIES);
        memoised.solve(second, TIES);
        memoised.solve(problem(), TIES);
        memoised.solve(third, TIES);
        assertThat(solver.asked).hasSize(3);

        memoised.solve(problem(), TIES);
        assertThat(solver.asked).hasSize(3);
        memoised.solve(second, TIES);
        assertThat(solver.asked).hasSize(4);
    }

    @Test
    void solvers_that_give_equal_outcomes_share_one_memory() {
        var one = new Counting();
        var other = new Counting();
        var memoised = new Memoised(one, 10);
        var first = memoised.solve(problem(), TIES);

        assertThat(memoised.before(other).solve(problem(), TIES)).isSameAs(first);
        assertThat(other.asked).isEmpty();
    }
}
