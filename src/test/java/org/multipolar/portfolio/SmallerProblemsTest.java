package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.portfolio.Narrowing.Bound;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Problem.Variable;

/** What problems keep when they are stated, narrowed and made smaller. */
class SmallerProblemsTest {

    @ParameterizedTest
    @CsvSource({"7, 2, 4", "6, 2, 3", "-7, 2, -3", "0, 5, 0", "1, 5, 1"})
    void a_quotient_is_rounded_up(long dividend, long divisor, long up) {
        assertThat(Rows.ceilDiv(dividend, divisor)).isEqualTo(up);
    }

    @Test
    void a_row_holds_at_both_of_its_sides_and_not_beyond() {
        var row = new Row("r", "r", -2, 3, List.of(new Term(0, 1), new Term(1, -2)));

        assertThat(row.at(new long[] {5, 1})).isEqualTo(3);
        assertThat(row.holds(new long[] {5, 1})).isTrue();
        assertThat(row.holds(new long[] {6, 1})).isFalse();
        assertThat(row.holds(new long[] {0, 1})).isTrue();
        assertThat(row.holds(new long[] {-1, 1})).isFalse();
    }

    /** The largest sum allowed is one less than 2^53, counted from the constant and the wider of both bounds. */
    @Test
    void a_problem_is_stated_only_where_every_sum_is_exact() {
        long most = Problem.EXACT - 1;

        assertThat(scored(-most, 0, 1, 0).score(new long[] {-5})).isEqualTo(-5);
        assertThat(scored(-5, 3, 1, most - 5).score(new long[] {3})).isEqualTo(most - 2);
        assertThat(scored(-5, 3, -1, 5 - most).score(new long[] {3})).isEqualTo(2 - most);
        assertThatThrownBy(() -> scored(-most - 1, 0, 1, 0)).hasMessageContaining("beyond what is computed exactly");
        assertThatThrownBy(() -> scored(-5, 3, 1, most - 4)).hasMessageContaining("In the objective");
        assertThatThrownBy(() -> scored(-3, 5, -1, 4 - most)).hasMessageContaining("In the objective");
        assertThatThrownBy(() -> scored(0, 4, Long.MAX_VALUE / 2, 0))
                .hasMessageContaining("can reach " + Long.MAX_VALUE);
    }

    private static Problem scored(long lower, long upper, long factor, long constant) {
        return new Problem(List.of(new Variable("x", "", lower, upper)), List.of(), constant, List.of(factor));
    }

    private static Problem wide() {
        return new Problem(
                List.of(new Variable("x", "", 0, 9), new Variable("y", "", 0, 9)),
                List.of(
                        new Row("r", "r", 2, 8, List.of(new Term(0, 1))),
                        new Row("s", "s", 2, 8, List.of(new Term(1, 1)))),
                0,
                List.of(1L, 1L));
    }

    @Test
    void bounds_only_ever_narrow() {
        var narrow = Narrowing.within(
                wide(),
                List.of(
                        Bound.atLeast(false, 0, 3),
                        Bound.atMost(false, 0, 5),
                        Bound.atMost(false, 1, 20),
                        Bound.atLeast(true, 1, 4),
                        Bound.atMost(true, 1, 6),
                        Bound.atLeast(true, 0, -1)));

        assertThat(narrow)
                .isEqualTo(new Problem(
                        List.of(new Variable("x", "", 3, 5), new Variable("y", "", 0, 9)),
                        List.of(
                                new Row("r", "r", 2, 8, List.of(new Term(0, 1))),
                                new Row("s", "s", 4, 6, List.of(new Term(1, 1)))),
                        0,
                        List.of(1L, 1L)));
    }

    @Test
    void bounds_that_meet_leave_one_value_and_bounds_that_cross_leave_nothing() {
        assertThat(Narrowing.within(wide(), List.of(Bound.atLeast(false, 0, 9))))
                .isNotNull();
        assertThat(Narrowing.within(wide(), List.of(Bound.atLeast(false, 0, 10))))
                .isNull();
        assertThat(Narrowing.within(wide(), List.of(Bound.atMost(true, 0, 2)))).isNotNull();
        assertThat(Narrowing.within(wide(), List.of(Bound.atMost(true, 0, 1)))).isNull();
    }

    @Test
    void what_rows_hold_at_nothing_is_left_out_and_what_rests_on_it_too() {
        var small = Objects.requireNonNull(Presolve.shrink(problem(
                0,
                row(Long.MIN_VALUE, 0, 0, 1, 0),
                row(Long.MIN_VALUE, 0, -1, 2, 0),
                row(0, Long.MAX_VALUE, 0, -3, 1))));

        // b is nothing by the first row; what the others say then bounds neither a nor c.
        assertThat(small.variables()).extracting(Variable::name).containsExactly("a", "c");
        assertThat(small.rows())
                .containsExactly(
                        new Row("r1", "r1", Long.MIN_VALUE, 0, List.of(new Term(0, -1))),
                        new Row("r2", "r2", 0, Long.MAX_VALUE, List.of(new Term(1, 1))));
        assertThat(small.objective()).containsExactly(10L, 30L);
    }

    @Test
    void nothing_spreads_from_row_to_row() {
        var small = Objects.requireNonNull(Presolve.shrink(
                problem(0, row(0, Long.MAX_VALUE, 1, -1, 0), row(Long.MIN_VALUE, 0, 1, 0, 0), row(1, 5, 0, 0, 1))));

        // The second row takes a; then the first asks that b be no more than nothing.
        assertThat(small.variables()).extracting(Variable::name).containsExactly("c");
        assertThat(small.rows()).containsExactly(new Row("r2", "r2", 1, 5, List.of(new Term(0, 1))));
    }

    @Test
    void a_row_that_is_left_with_nothing_and_asks_for_something_cannot_hold() {
        assertThat(Presolve.shrink(problem(0, row(Long.MIN_VALUE, 0, 1, 1, 0), row(1, 9, 1, 1, 0))))
                .isNull();
        assertThat(Presolve.shrink(problem(0, row(Long.MIN_VALUE, 0, 1, 1, 0), row(-9, -1, 1, 1, 0))))
                .isNull();
        assertThat(Presolve.shrink(problem(0, row(Long.MIN_VALUE, 0, 1, 1, 0), row(0, 9, 1, 1, 0))))
                .isNotNull();
    }

    @Test
    void a_variable_that_must_be_something_cannot_be_held_at_nothing() {
        assertThat(Presolve.shrink(problem(1, row(Long.MIN_VALUE, 0, 1, 1, 0)))).isNull();
    }

    @Test
    void where_a_variable_can_be_negative_a_sum_of_nothing_says_nothing_of_its_parts() {
        var small = Objects.requireNonNull(Presolve.shrink(problem(-1, row(Long.MIN_VALUE, 0, 1, 1, 0))));

        assertThat(small.variables()).hasSize(3);
    }

    private static Row row(long lower, long upper, long... factors) {
        var terms = new ArrayList<Term>();
        for (int j = 0; j < factors.length; j++) {
            if (factors[j] != 0) {
                terms.add(new Term(j, factors[j]));
            }
        }
        return new Row("", "", lower, upper, terms);
    }

    /** Over a from a stated bound and b and c from 0, all to 9, worth 10, 20 and 30. */
    private static Problem problem(long from, Row... rows) {
        var named = new ArrayList<Row>();
        for (var row : rows) {
            var name = "r" + named.size();
            named.add(new Row(name, name, row.lower(), row.upper(), row.terms()));
        }
        return new Problem(
                List.of(new Variable("a", "", from, 9), new Variable("b", "", 0, 9), new Variable("c", "", 0, 9)),
                named,
                0,
                List.of(10L, 20L, 30L));
    }
}
