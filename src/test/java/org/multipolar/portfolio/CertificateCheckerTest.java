package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.portfolio.Certificate.Apart;
import org.multipolar.portfolio.Certificate.Block;
import org.multipolar.portfolio.Certificate.Multiplier;
import org.multipolar.portfolio.Certificate.Proof;
import org.multipolar.portfolio.Certificate.Split;
import org.multipolar.portfolio.Certificate.Weights;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Problem.Variable;

/** Each step of a proof by itself: one that carries its claim, and the same a little off, refused where it fails. */
class CertificateCheckerTest {

    private static final Weights NOTHING = weights(0);

    /** The most of 3x + 2y + 1 where x + y is at most 3 is 10, at x = 3. */
    private static Problem sum() {
        return problem(List.of(within(0, 5), within(0, 5)), List.of(row(Long.MIN_VALUE, 3, 1, 1)), 1, 3, 2);
    }

    @Test
    void a_row_weighed_by_its_price_proves_the_optimum() {
        assertThat(faults(sum(), weights(0, 3), 10, 3, 0)).isEmpty();
        assertThat(faults(sum(), weights(1, 6), 10, 3, 0)).isEmpty();
    }

    /** 5/2 times the row is 7.5, and half of x, up to 5, is left over: 10 without the constant. */
    @Test
    void a_row_weighed_too_little_proves_too_little() {
        assertThat(faults(sum(), weights(1, 5), 10, 3, 0))
                .containsExactly("At proof: this shows only that nothing is above 10, not 9.");
    }

    @Test
    void a_bound_between_two_whole_numbers_is_rounded_down() {
        var half = problem(List.of(within(0, 5)), List.of(row(Long.MIN_VALUE, 5, 2)), 0, 1);

        assertThat(faults(half, weights(1, 1), 2, 2)).isEmpty();
    }

    @Test
    void what_rows_leave_over_counts_at_the_bound_where_it_is_most() {
        var low = problem(List.of(within(2, 5)), List.of(), 0, -1);
        var high = problem(List.of(within(2, 5)), List.of(), 0, 1);

        assertThat(faults(low, NOTHING, -2, 2)).isEmpty();
        assertThat(faults(high, NOTHING, 5, 5)).isEmpty();
        assertThat(faults(low, NOTHING, -3, 3)).singleElement().asString().contains("above -2, not -3");
        assertThat(faults(high, NOTHING, 4, 4)).singleElement().asString().contains("above 5, not 4");
    }

    @Test
    void a_negative_multiplier_leans_on_the_lower_side() {
        var least = problem(List.of(within(0, 5)), List.of(row(2, Long.MAX_VALUE, 1)), 0, -1);

        assertThat(faults(least, weights(0, -1), -2, 2)).isEmpty();
    }

    @Test
    void a_side_that_a_row_does_not_have_carries_nothing() {
        var least = problem(List.of(within(0, 5)), List.of(row(2, Long.MAX_VALUE, 1)), 0, -1);

        assertThat(faults(sum(), weights(0, -3), 10, 3, 0))
                .containsExactly("At proof: the multiplier -3 leans on a side that r0 does not have.");
        assertThat(faults(least, weights(0, 1), -2, 2))
                .containsExactly("At proof: the multiplier 1 leans on a side that r0 does not have.");
    }

    /** Without the row, x + y is bounded by nothing but 3 times 5 and 2 times 5. */
    @Test
    void a_multiplier_of_nothing_leans_on_no_side() {
        assertThat(faults(sum(), weights(0, 0), 10, 3, 0))
                .containsExactly("At proof: this shows only that nothing is above 25, not 9.");
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "64, true", "65, false"})
    void a_shift_is_between_0_and_64(int shift, boolean known) {
        var three = new Weights(
                shift, List.of(new Multiplier(0, BigInteger.valueOf(3).shiftLeft(Math.max(0, shift)))));

        assertThat(faults(sum(), three, 10, 3, 0))
                .isEqualTo(
                        known ? List.of() : List.of("At proof: the shift %d is not one of 0 to 64.".formatted(shift)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void a_row_that_is_none_carries_nothing(int row) {
        assertThat(faults(sum(), new Weights(0, List.of(new Multiplier(row, BigInteger.valueOf(3)))), 10, 3, 0))
                .containsExactly("At proof: row number %d is none, or its multiplier too long.".formatted(row));
    }

    @Test
    void a_multiplier_has_at_most_256_bits() {
        var longest = new Weights(0, List.of(new Multiplier(0, BigInteger.ONE.shiftLeft(255))));
        var longer = new Weights(0, List.of(new Multiplier(0, BigInteger.ONE.shiftLeft(256))));

        assertThat(faults(sum(), longest, 10, 3, 0)).singleElement().asString().contains("nothing is above");
        assertThat(faults(sum(), longer, 10, 3, 0)).singleElement().asString().contains("its multiplier too long");
    }

    @ParameterizedTest
    @CsvSource({"0, -1", "0, 3", "0, 4", "-1, 1", "1, 1"})
    void a_split_that_leaves_a_side_empty_is_none(int variable, long at) {
        assertThat(faults(one(1), new Split(variable, at, NOTHING, NOTHING), 3, 3))
                .containsExactly("At proof: variable number %d cannot be split at %d here.".formatted(variable, at));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void a_split_anywhere_between_the_bounds_is_one(long at) {
        assertThat(faults(one(1), new Split(0, at, NOTHING, NOTHING), 3, 3)).isEmpty();
    }

    @Test
    void both_sides_of_a_split_have_to_hold() {
        var split = new Split(0, 1, NOTHING, NOTHING);

        assertThat(faults(one(1), split, 1, 1))
                .containsExactly("At proof, x0 > 1: this shows only that nothing is above 3, not 1.");
        assertThat(faults(one(-1), split, -2, 2))
                .containsExactly("At proof, x0 <= 1: this shows only that nothing is above 0, not -2.");
    }

    @Test
    void a_side_is_split_again_only_within_itself() {
        var inside = new Split(0, 1, new Split(0, 0, NOTHING, NOTHING), new Split(0, 2, NOTHING, NOTHING));
        var outside = new Split(0, 1, NOTHING, new Split(0, 1, NOTHING, NOTHING));

        assertThat(faults(one(1), inside, 3, 3)).isEmpty();
        assertThat(faults(one(1), outside, 3, 3))
                .containsExactly("At proof, x0 > 1: variable number 0 cannot be split at 1 here.");
    }

    /** (1, 3) is not the most of x0 + x1; only where x0 stayed split would x1 > 1 give no more than 4. */
    @Test
    void what_one_side_splits_is_whole_again_on_the_other() {
        var claim = new Split(1, 1, new Split(0, 1, NOTHING, NOTHING), NOTHING);
        var square = problem(List.of(within(0, 3), within(0, 3)), List.of(), 0, 1, 1);
        var steep = problem(List.of(within(0, 3), within(0, 2)), List.of(), 0, -1, 2);

        assertThat(faults(square, claim, 4, 1, 3))
                .containsExactly("At proof, x1 > 1: this shows only that nothing is above 6, not 4.");
        // The most of 2 x1 - x0 is 4; were x0 still above 1, it would be 2.
        assertThat(faults(steep, claim, 2, 2, 2))
                .containsExactly("At proof, x1 > 1: this shows only that nothing is above 4, not 2.");
    }

    @Test
    void a_proof_may_be_400_places_deep_and_no_deeper() {
        assertThat(faults(level(1_000), chain(399), 0, 0)).isEmpty();
        assertThat(faults(level(1_000), chain(400), 0, 0))
                .singleElement()
                .asString()
                .contains("deeper than 400");
    }

    @Test
    void a_proof_may_have_200000_steps_and_no_more() {
        // n leaves are joined by n - 1 splits.
        assertThat(faults(level(100_000), tree(0, 100_000), 0, 0)).isEmpty();
        assertThat(faults(level(100_000), tree(0, 100_001), 0, 0))
                .singleElement()
                .asString()
                .contains("longer than 200000 steps");
    }

    /**
     * The most of 3 x0 + 2 x1 where x0 + x1 is at most 4 is 11, at (3, 1): the row's price is 2, and one a step of x0 is left.
     */
    private static Problem joined(long from) {
        return problem(List.of(within(0, 3), within(from, 3)), List.of(row(Long.MIN_VALUE, 4, 1, 1)), 0, 3, 2);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 6", "2, 12", "4, 48"})
    void blocks_are_bounded_on_their_grid(int grid, long ofTheFirst) {
        assertThat(faults(joined(0), apart(grid, block(ofTheFirst, 0), block(0, 1)), 11, 3, 1))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5})
    void a_grid_is_none_or_finer_than_the_shift(int grid) {
        assertThat(faults(joined(0), apart(grid, block(12, 0), block(0, 1)), 11, 3, 1))
                .containsExactly(("At proof: rounding up to the grid %d is not safe: it is finer than the shift, or a"
                                + " variable can be negative.")
                        .formatted(grid));
    }

    @Test
    void rounding_up_is_not_safe_where_a_variable_can_be_negative() {
        assertThat(faults(joined(-1), apart(2, block(12, 0), block(0, 1)), 11, 3, 1))
                .singleElement()
                .asString()
                .contains("is not safe");
    }

    @Test
    void a_block_that_claims_too_little_is_refused_in_itself_and_one_that_claims_too_much_in_the_sum() {
        assertThat(faults(joined(0), apart(2, block(11, 0), block(0, 1)), 11, 3, 1))
                .containsExactly("At proof, block 0: this shows only that nothing is above 12, not 11.");
        assertThat(faults(joined(0), apart(2, block(12, 0), block(-1, 1)), 11, 3, 1))
                .containsExactly("At proof, block 1: this shows only that nothing is above 0, not -1.");
        assertThat(faults(joined(0), apart(2, block(15, 0), block(0, 1)), 11, 3, 1))
                .isEmpty();
        assertThat(faults(joined(0), apart(2, block(16, 0), block(0, 1)), 11, 3, 1))
                .containsExactly("At proof: this shows only that nothing is above 12, not 11.");
    }

    /** At a price of 33/16 a step of x0 keeps 15/16, which is 4 on a grid of quarters and never 3. */
    @Test
    void what_is_left_is_rounded_up_to_the_grid() {
        var priced = weights(4, 33);
        var up = new Apart(priced, 2, List.of(block(12, 0), block(0, 1)));
        var down = new Apart(priced, 2, List.of(block(9, 0), block(0, 1)));

        assertThat(faults(joined(0), up, 11, 3, 1)).isEmpty();
        assertThat(faults(joined(0), down, 11, 3, 1)).singleElement().asString().contains("above 12, not 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0,0", "0,0,1", "0,2", "-1,1", "0,1,2", ""})
    void blocks_that_are_no_partition_prove_nothing(String variables) {
        var blocks = Arrays.stream(variables.split(",", -1))
                .filter(each -> !each.isEmpty())
                .map(each -> block(12, Integer.parseInt(each)))
                .toList();

        assertThat(faults(joined(0), new Apart(weights(4, 32), 2, blocks), 11, 3, 1))
                .containsExactly("At proof: not every variable is in exactly one block.");
    }

    @Test
    void variables_may_share_a_block() {
        assertThat(faults(joined(0), apart(2, block(12, 1, 0)), 11, 3, 1)).isEmpty();
    }

    @Test
    void values_are_looked_at_before_the_proof() {
        var wrong = new Split(7, 7, NOTHING, NOTHING);

        assertThat(faults(sum(), wrong, 11, 3, 0)).containsExactly("The score is 10, not 11.");
        assertThat(faults(sum(), wrong, 13, 4, 0))
                .containsExactly("r0 (r0) is 4, outside %d to 3.".formatted(Long.MIN_VALUE));
        assertThat(CertificateChecker.faults(sum(), new Certificate(List.of(3L, 0L), 10, 11, wrong)))
                .containsExactly("The proven bound is 11, the score 10.");
    }

    @Test
    void values_beyond_all_bounds_are_refused_without_being_added_up() {
        assertThat(faults(sum(), weights(0, 3), 10, Long.MAX_VALUE, Long.MAX_VALUE))
                .singleElement()
                .asString()
                .contains("so far outside the bounds");
    }

    /** One variable from 0 to 3. */
    private static Problem one(long factor) {
        return problem(List.of(within(0, 3)), List.of(), 0, factor);
    }

    /** One variable from 0, whose every value scores 0. */
    private static Problem level(long to) {
        return problem(List.of(within(0, to)), List.of(), 0, 0);
    }

    private static Proof chain(int splits) {
        Proof proof = NOTHING;
        for (int at = splits - 1; at >= 0; at--) {
            proof = new Split(0, at, NOTHING, proof);
        }
        return proof;
    }

    /** Splits the values from one to before another down to single ones. */
    private static Proof tree(long from, long to) {
        if (to - from == 1) {
            return NOTHING;
        }
        long middle = (from + to) / 2;
        return new Split(0, middle - 1, tree(from, middle), tree(middle, to));
    }

    private static Apart apart(int grid, Block... blocks) {
        return new Apart(weights(4, 32), grid, List.of(blocks));
    }

    private static Block block(long bound, Integer... variables) {
        return new Block(List.of(variables), BigInteger.valueOf(bound), NOTHING);
    }

    /** Multipliers of the rows in their order. */
    private static Weights weights(int shift, long... sizes) {
        var multipliers = new java.util.ArrayList<Multiplier>();
        for (long size : sizes) {
            multipliers.add(new Multiplier(multipliers.size(), BigInteger.valueOf(size)));
        }
        return new Weights(shift, multipliers);
    }

    private static List<String> faults(Problem problem, Proof proof, long score, long... values) {
        var claimed = Arrays.stream(values).boxed().toList();
        return CertificateChecker.faults(problem, new Certificate(claimed, score, score, proof));
    }

    private static long[] within(long lower, long upper) {
        return new long[] {lower, upper};
    }

    private static Row row(long lower, long upper, long... factors) {
        var terms = new java.util.ArrayList<Term>();
        for (long factor : factors) {
            terms.add(new Term(terms.size(), factor));
        }
        return new Row("r0", "r0", lower, upper, terms);
    }

    private static Problem problem(List<long[]> bounds, List<Row> rows, long constant, long... objective) {
        var variables = new java.util.ArrayList<Variable>();
        bounds.forEach(each -> variables.add(new Variable("x" + variables.size(), "", each[0], each[1])));
        return new Problem(
                variables, rows, constant, Arrays.stream(objective).boxed().toList());
    }
}
