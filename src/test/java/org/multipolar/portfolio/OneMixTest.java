package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.Policy.Loss;
import org.multipolar.portfolio.Frontier.Left;
import org.multipolar.portfolio.NextBest.Distinct;
import org.multipolar.portfolio.NextBest.End;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Outcome.Unproven;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.solve.Decomposition;

/**
 * One demand and two bids, so that a mix is one number and every answer can be seen: {@code best} is American, closed and dear
 * (50 USD a step), {@code other} is French, open and cheap (5 USD a step).
 */
class OneMixTest {

    private static final long USD = 1_000_000;
    private static final Solver SOLVER = Decomposition.usual();

    private static PortfolioProblem problem() {
        return new SmallQuestion()
                .demand("d", 100)
                .with(SmallBid.of("best", "american", "US").score(9_000).price(10))
                .with(SmallBid.of("other", "french", "FR").score(5_000).price(1).open())
                .problem();
    }

    private static int variable(int choice) {
        return problem().parts().get(0).choices().get(choice).variable();
    }

    /** So many steps of the best, the rest of the other. */
    private static Solution mix(int steps) {
        var values = new ArrayList<>(
                Collections.nCopies(problem().problem().variables().size(), 0L));
        values.set(variable(0), (long) steps);
        values.set(variable(1), 20L - steps);
        return new Solution(values, 0);
    }

    private static long steps(Solution mix) {
        return mix.values().get(variable(0));
    }

    private static Retention retention(Loss... kinds) {
        return new Retention(problem(), new TreeSet<>(List.of(kinds)));
    }

    /** Gives up after some problems, as if the work had run out. */
    private static Solver until(int solves) {
        return new Solver() {
            private int done;

            @Override
            public Outcome solve(Problem problem, Ties ties) {
                return done++ < solves ? SOLVER.solve(problem, ties) : new Unproven(List.of(), Long.MAX_VALUE);
            }

            @Override
            public String name() {
                return "until " + solves;
            }
        };
    }

    @Test
    void the_worst_loss_is_the_one_that_leaves_least() {
        assertThat(retention(Loss.COUNTRY).worst(mix(15))).isEqualTo(new Retention.Worst("d", Loss.COUNTRY, "US", 5));
        assertThat(retention(Loss.COUNTRY).worst(mix(4))).isEqualTo(new Retention.Worst("d", Loss.COUNTRY, "FR", 4));
        assertThat(retention(Loss.COUNTRY).kept(mix(15))).isEqualTo(5);
    }

    @Test
    void of_equal_losses_the_first_by_kind_and_name_is_the_worst() {
        assertThat(retention(Loss.COUNTRY).worst(mix(10))).isEqualTo(new Retention.Worst("d", Loss.COUNTRY, "FR", 10));
        assertThat(retention(Loss.OPERATOR, Loss.SUPPLIER).worst(mix(15)))
                .isEqualTo(new Retention.Worst("d", Loss.SUPPLIER, "american", 5));
    }

    /** The other's weights are open and run by somebody else: its maker's end touches nothing. */
    @Test
    void open_weights_outlive_their_maker() {
        assertThat(retention(Loss.SUPPLIER).kept(mix(0))).isEqualTo(20);
    }

    @Test
    void where_nothing_can_be_lost_all_is_kept() {
        var none = new Retention(problem(), new TreeSet<>());

        assertThat(none.worst(mix(3))).isNull();
        assertThat(none.kept(mix(3))).isEqualTo(20);
    }

    @Test
    void the_kinds_of_loss_are_those_asked_about_or_the_usual_three() {
        assertThat(Retention.kinds(Map.of(Loss.PLACE, 10, Loss.COUNTRY, 0))).containsExactly(Loss.PLACE);
        assertThat(Retention.kinds(Map.of(Loss.PLACE, 0)))
                .containsExactlyInAnyOrder(Loss.COUNTRY, Loss.SUPPLIER, Loss.OPERATOR);
    }

    @Test
    void rows_ask_for_what_is_to_be_left_and_raise_those_that_ask_already() {
        var french = List.of(new Term(variable(1), 1));
        var american = List.of(new Term(variable(0), 1));
        var standing = new Row("R0", "a limit", 3, Rows.NONE_ABOVE, french);
        var higher = new Row("R0", "a limit", 9, Rows.NONE_ABOVE, french);
        var between = new Row("R0", "a limit", 3, 8, french);

        assertThat(retention(Loss.COUNTRY).atLeast(0, List.of(standing))).containsExactly(standing);
        assertThat(retention(Loss.COUNTRY).atLeast(7, List.of(standing)))
                .containsExactly(
                        new Row("R0", "a limit", 7, Rows.NONE_ABOVE, french),
                        new Row("R1", Retention.LIMIT, 7, Rows.NONE_ABOVE, american));
        assertThat(retention(Loss.COUNTRY).atLeast(7, List.of(higher)))
                .contains(higher)
                .hasSize(2);
        assertThat(retention(Loss.COUNTRY).atLeast(7, List.of(between)))
                .contains(between)
                .hasSize(3);
    }

    private static Frontier.Found frontier(Solver solver, long exits, int mostSolves) {
        return new Frontier(problem(), solver, retention(Loss.COUNTRY), exits, mostSolves).find();
    }

    /** More of the best scores and costs more, 45 USD a step; what survives is the smaller of both shares. */
    @Test
    void every_step_is_a_point_of_the_frontier() {
        var found = frontier(SOLVER, 0, 1_000);

        assertThat(found.points())
                .extracting(point -> steps(point.mix()))
                .isEqualTo(LongStream.rangeClosed(0, 20).boxed().toList());
        assertThat(found.points())
                .extracting(Frontier.Point::cost)
                .isEqualTo(IntStream.rangeClosed(0, 20)
                        .mapToObj(step -> (100 + 45 * step) * USD)
                        .toList());
        assertThat(found.points())
                .extracting(Frontier.Point::kept)
                .isEqualTo(IntStream.rangeClosed(0, 20)
                        .mapToObj(step -> Math.min(step, 20 - step))
                        .toList());
        assertThat(found.money()).hasSize(21).startsWith(100 * USD).endsWith(1_000 * USD);
        assertThat(found.mostKept()).isEqualTo(10);
        assertThat(found.left()).isEmpty();
        assertThat(Objects.requireNonNull(found.best()).kept()).isZero();
    }

    @Test
    void exits_are_a_part_of_every_cost() {
        var found = frontier(SOLVER, 7 * USD, 1_000);

        assertThat(found.points()).hasSize(21);
        assertThat(found.points().get(0).cost()).isEqualTo(107 * USD);
        assertThat(found.points().get(20).cost()).isEqualTo(1_007 * USD);
    }

    /** One problem for the best mix and one for the cheapest; how much can be kept and 20 amounts of money stay open. */
    @Test
    void a_frontier_cut_short_says_what_it_left_out() {
        var found = frontier(SOLVER, 0, 1);

        assertThat(found.solves()).isEqualTo(2);
        assertThat(found.points()).singleElement().satisfies(point -> assertThat(steps(point.mix()))
                .isEqualTo(20));
        assertThat(found.mostKept()).isZero();
        assertThat(found.left())
                .hasSize(21)
                .contains(new Left(1, Frontier.NO_BOUND), new Left(0, 100 * USD), new Left(0, 955 * USD))
                .doesNotContain(new Left(0, 1_000 * USD));
    }

    @Test
    void a_question_that_stays_unproven_is_left_and_not_answered() {
        var none = frontier(until(0), 0, 1_000);
        assertThat(none.points()).isEmpty();
        assertThat(none.best()).isNull();
        assertThat(none.left()).containsExactly(new Left(0, Frontier.NO_BOUND));

        var one = frontier(until(1), 0, 1_000);
        assertThat(one.points()).hasSize(1);
        assertThat(one.mostKept()).isZero();
        assertThat(one.left()).contains(new Left(1, Frontier.NO_BOUND), new Left(0, 0));
    }

    @Test
    void without_a_mix_there_is_no_frontier() {
        var empty = new SmallQuestion().demand("d", 100).problem();
        var found = new Frontier(empty, SOLVER, new Retention(empty, new TreeSet<>()), 0, 1_000).find();

        assertThat(found.points()).isEmpty();
        assertThat(found.best()).isNull();
        assertThat(found.left()).isEmpty();
        assertThat(found.solves()).isEqualTo(1);
    }

    private static NextBest.Found next(Solver solver, Distinct distinct, int mostSolves, int count) {
        return new NextBest(problem(), solver, distinct, mostSolves).find(count);
    }

    @Test
    void the_next_best_holds_a_step_less_of_the_best() {
        var three = next(SOLVER, Distinct.SHARES, 1_000, 3);
        var all = next(SOLVER, Distinct.SHARES, 1_000, 100);

        assertThat(three.mixes()).extracting(OneMixTest::steps).containsExactly(20L, 19L, 18L);
        assertThat(three.end()).isEqualTo(End.COUNT);
        assertThat(all.mixes())
                .extracting(OneMixTest::steps)
                .isEqualTo(LongStream.rangeClosed(0, 20)
                        .mapToObj(step -> 20 - step)
                        .toList());
        assertThat(all.end()).isEqualTo(End.NO_MORE);
    }

    @Test
    void three_sets_of_suppliers_can_serve_it() {
        var all = next(SOLVER, Distinct.SUPPLIERS, 1_000, 100);

        assertThat(all.mixes()).extracting(OneMixTest::steps).containsExactly(20L, 19L, 0L);
        assertThat(all.end()).isEqualTo(End.NO_MORE);
    }

    @Test
    void where_the_work_ends_nothing_more_is_named() {
        var spent = next(SOLVER, Distinct.SHARES, 1, 5);
        assertThat(spent.mixes()).extracting(OneMixTest::steps).containsExactly(20L);
        assertThat(spent.end()).isEqualTo(End.WORK);
        assertThat(spent.solves()).isEqualTo(1);

        var unproven = next(until(1), Distinct.SHARES, 1_000, 5);
        assertThat(unproven.mixes()).extracting(OneMixTest::steps).containsExactly(20L);
        assertThat(unproven.end()).isEqualTo(End.WORK);
        assertThat(unproven.solves()).isEqualTo(2);

        assertThat(next(until(0), Distinct.SHARES, 1_000, 5).mixes()).isEmpty();
    }

    @Test
    void what_makes_mixes_two_has_a_word() {
        assertThat(Distinct.SHARES.word()).isEqualTo("shares");
        assertThat(Distinct.SUPPLIERS.word()).isEqualTo("suppliers");
    }
}
