package org.multipolar.portfolio.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multipolar.portfolio.Certificate.Multiplier;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Problem.Variable;

/** The small parts that searches are made of, each by itself. */
class PartsOfSearchTest {

    @Test
    void work_may_be_spent_to_its_end_and_not_beyond() {
        var work = new Work(5);
        work.spend(3);
        work.spend(2);
        assertThat(work.done()).isEqualTo(5);

        assertThatThrownBy(() -> work.spend(1)).isInstanceOf(Work.Out.class);
    }

    @Test
    void linear_programs_may_be_spent_to_their_end_and_not_beyond() {
        var budget = new Budget(2);
        budget.spend();
        budget.spend();

        assertThatThrownBy(budget::spend).isInstanceOf(Budget.Spent.class);
    }

    @ParameterizedTest
    @EnumSource(Together.class)
    void results_come_in_order_however_they_are_worked_out(Together together) {
        assertThat(together.each(50, i -> i * i))
                .isEqualTo(IntStream.range(0, 50).mapToObj(i -> i * i).toList());
    }

    @ParameterizedTest
    @EnumSource(Together.class)
    void the_first_failure_in_order_is_thrown(Together together) {
        assertThatThrownBy(() -> together.each(20, i -> {
                    if (i == 7 || i == 13) {
                        throw new IllegalStateException("at " + i);
                    }
                    return i;
                }))
                .hasMessage("at 7");
    }

    /** Prices are exact: the product in whole numbers, divided and rounded, however large it is. */
    @Test
    void a_price_of_units_is_rounded_down_or_up_and_never_otherwise() {
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            var price = Price.of(random.nextGaussian() * Math.scalb(1.0, random.nextInt(80) - 40));
            long units = random.nextLong() >> (20 + random.nextInt(44));
            var exact = new BigDecimal(BigInteger.valueOf(price.parts()).multiply(BigInteger.valueOf(units)))
                    .multiply(
                            price.shift() >= 0
                                    ? BigDecimal.ONE.divide(new BigDecimal(BigInteger.TWO.pow(price.shift())))
                                    : new BigDecimal(BigInteger.TWO.pow(-price.shift())));
            if (exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0) {
                assertThat(BigDecimal.valueOf(price.floor(units)))
                        .as("%s times %d", price, units)
                        .isEqualByComparingTo(exact.setScale(0, RoundingMode.FLOOR));
                assertThat(BigDecimal.valueOf(price.ceil(units)))
                        .as("%s times %d", price, units)
                        .isEqualByComparingTo(exact.setScale(0, RoundingMode.CEILING));
            }
        }
    }

    @Test
    void a_price_is_as_near_to_its_double_as_28_bits_allow() {
        for (double dual : new double[] {1, -1, 0.1, -12_345.678, 3e12, -7e-9}) {
            var price = Price.of(dual);
            assertThat(Math.scalb((double) price.parts(), -price.shift()))
                    .isCloseTo(dual, org.assertj.core.data.Offset.offset(Math.abs(dual) * Math.scalb(1.0, -27)));
        }
        assertThat(Price.of(0)).isEqualTo(Price.NONE);
        assertThat(Price.of(Double.NaN)).isEqualTo(Price.NONE);
        assertThat(Price.of(Double.NEGATIVE_INFINITY)).isEqualTo(Price.NONE);
        assertThat(Price.NONE.floor(9)).isZero();
    }

    @Test
    void the_last_twelve_questions_are_remembered_by_prices_and_switches() {
        var remembered = new Remembered();
        for (int i = 0; i < 13; i++) {
            remembered.note(new long[] {i}, new long[] {-i}, new Found(new byte[] {(byte) i}, i));
        }

        assertThat(remembered.of(new long[] {0}, new long[] {0})).isNull();
        for (int i = 1; i < 13; i++) {
            assertThat(remembered.of(new long[] {i}, new long[] {-i}))
                    .isNotNull()
                    .extracting(Found::worth)
                    .isEqualTo((long) i);
        }
        assertThat(remembered.of(new long[] {5}, new long[] {-6})).isNull();
        assertThat(remembered.of(new long[] {6}, new long[] {-5})).isNull();
    }

    @Test
    void a_box_is_cut_without_changing_the_one_it_was_cut_from() {
        var box = Box.of(problem(Long.MIN_VALUE, 4));
        var low = box.atMost(0, 2);
        var high = box.from(0, 3);

        assertThat(box.lower(0)).isZero();
        assertThat(box.upper(0)).isEqualTo(5);
        assertThat(low.upper(0)).isEqualTo(2);
        assertThat(high.lower(0)).isEqualTo(3);
        assertThat(high.free(0)).isTrue();
        assertThat(high.from(0, 5).free(0)).isFalse();
        assertThat(high.lowest()).containsExactly(3, -1);
        assertThat(box.holds(new long[] {0, 3})).isTrue();
        assertThat(box.holds(new long[] {5, -1})).isTrue();
        assertThat(box.holds(new long[] {6, 0})).isFalse();
        assertThat(box.holds(new long[] {0, -2})).isFalse();
    }

    /** x from 0 to 5 and y from -1 to 3; their sum between the sides; 3x + 2y is sought. */
    private static Problem problem(long lower, long upper) {
        return new Problem(
                List.of(new Variable("x", "", 0, 5), new Variable("y", "", -1, 3)),
                List.of(new Row("r", "r", lower, upper, List.of(new Term(0, 1), new Term(1, 1)))),
                0,
                List.of(3L, 2L));
    }

    private static final BigInteger[] SOUGHT = {BigInteger.valueOf(3), BigInteger.TWO};

    /** Twice the row is 8, and one a step of x is left: 13. Without it, 15 and 6. */
    @Test
    void a_row_weighed_bounds_the_objective() {
        var box = Box.of(problem(Long.MIN_VALUE, 4));

        assertThat(Weighing.of(problem(Long.MIN_VALUE, 4), SOUGHT, Map.of(0, 2.0))
                        .bound(box))
                .isEqualTo(13);
        assertThat(Weighing.of(problem(Long.MIN_VALUE, 4), SOUGHT, Map.of()).bound(box))
                .isEqualTo(21);
        // 5/2 times 4 is 10, half a step of x is 2.5, and y loses half a step at -1: 13.
        assertThat(Weighing.of(problem(Long.MIN_VALUE, 4), SOUGHT, Map.of(0, 2.5))
                        .bound(box))
                .isEqualTo(13);
    }

    @Test
    void a_dual_that_leans_on_no_side_or_is_no_number_is_dropped() {
        var upper = problem(Long.MIN_VALUE, 4);
        var lower = problem(1, Long.MAX_VALUE);

        for (double dual : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 0, 1e-30}) {
            assertThat(Weighing.of(upper, SOUGHT, Map.of(0, dual)).weights().multipliers())
                    .as("%s", dual)
                    .isEmpty();
        }
        assertThat(Weighing.of(lower, SOUGHT, Map.of(0, 1.0)).weights().multipliers())
                .isEmpty();
        assertThat(Weighing.of(lower, SOUGHT, Map.of(0, -0.5)).weights().multipliers())
                .containsExactly(new Multiplier(0, BigInteger.ONE.shiftLeft(31).negate()));
    }

    /** No sum of at most 8 can be 9 or more; weighed enough, that bounds the objective as far down as wanted. */
    @Test
    void rows_that_cannot_hold_bound_the_objective_as_far_down_as_wanted() {
        var impossible = problem(9, Long.MAX_VALUE);
        var box = Box.of(impossible);
        var wanted = BigInteger.valueOf(-1_000);

        assertThat(Weighing.against(impossible, SOUGHT, Map.of(0, -1.0), box, wanted)
                        .bound(box))
                .isLessThanOrEqualTo(wanted);
        assertThat(Weighing.against(problem(8, Long.MAX_VALUE), SOUGHT, Map.of(0, -1.0), box, wanted)
                        .bound(box))
                .as("8 can be had, so nothing is shown")
                .isEqualTo(21);
    }

    /** What is taken off for ties is never a whole point, and never orders two portfolios wrongly by more than the slack. */
    @Test
    void coarse_ties_stay_below_a_point() {
        var random = new Random(3);
        for (int draw = 0; draw < 200; draw++) {
            int shift = 2 + random.nextInt(20);
            var variables = IntStream.range(0, 5)
                    .mapToObj(i -> new Variable("x" + i, "", 0, 20))
                    .toList();
            var first = IntStream.range(0, 5)
                    .mapToObj(i -> new Term(i, random.nextInt(2_000_000) - 500_000L))
                    .toList();
            var problem = new Problem(variables, List.of(), 0, List.of(0L, 0L, 0L, 0L, 0L));
            var coarse = new CoarseTies(problem, first, shift, 40);
            long most = 0;
            long least = 0;
            for (int i = 0; i < 5; i++) {
                most += Math.max(0, coarse.of(i)) * 20;
                least += Math.min(0, coarse.of(i)) * 20;
            }

            assertThat(coarse.low()).as("draw %d", draw).isEqualTo(least);
            assertThat(most - least).as("draw %d", draw).isLessThan(1L << shift);
            assertThat(coarse.slack()).isEqualTo(40);
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    if (first.get(i).factor() <= first.get(j).factor()) {
                        assertThat(coarse.of(i)).as("draw %d", draw).isLessThanOrEqualTo(coarse.of(j));
                    }
                }
            }
        }
    }

    /** With four units below a point there is room for one: 20 steps of the dear one cost it, the cheap one costs nothing. */
    @Test
    void coarse_ties_tell_dear_from_cheap_where_there_is_room() {
        var problem = new Problem(
                List.of(new Variable("x", "", 0, 20), new Variable("y", "", 0, 20)), List.of(), 0, List.of(0L, 0L));
        var first = List.of(new Term(0, 1_000), new Term(1, 10));

        assertThat(new CoarseTies(problem, first, 20, 20).of(0))
                .isGreaterThan(50 * new CoarseTies(problem, first, 20, 20).of(1));
        assertThat(new CoarseTies(problem, first, 20, 20).of(0)).isPositive();
        assertThat(new CoarseTies(problem, first, 2, 20).of(0))
                .as("no room at all")
                .isZero();
    }

    /** 8 units below a point leave room for 2; a unit is then more than half of all that can be paid. */
    @Test
    void with_room_for_two_units_ties_are_measured_by_halves() {
        var problem = new Problem(List.of(new Variable("x", "", 0, 1)), List.of(), 0, List.of(0L));

        assertThat(new CoarseTies(problem, List.of(new Term(0, 100)), 3, 1).of(0))
                .isEqualTo(1);
    }
}
