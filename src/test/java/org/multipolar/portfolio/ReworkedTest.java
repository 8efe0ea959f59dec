package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.multipolar.portfolio.Limit.Owner;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Problem.Variable;

/** A problem whose limits are dropped, widened or looked at alone. */
class ReworkedTest {

    private static final Row WHOLE = new Row("R0", "whole:d", 20, 20, List.of(new Term(0, 1), new Term(1, 1)));
    private static final Row CAP = new Row("R1", "cap", Long.MIN_VALUE, 12, List.of(new Term(0, 1)));
    private static final Row FLOOR = new Row("R2", "floor", 3, Long.MAX_VALUE, List.of(new Term(1, 1)));
    private static final Row TIED =
            new Row("R3", "count", Long.MIN_VALUE, 0, List.of(new Term(1, 1), new Term(2, -20)));
    private static final Row COUNT = new Row("R4", "count", 1, 1, List.of(new Term(2, 1)));
    private static final Row LOT_BELOW =
            new Row("R5", "lot", 0, Long.MAX_VALUE, List.of(new Term(1, 1), new Term(2, -4)));
    private static final Row LOT_ABOVE =
            new Row("R6", "lot", Long.MIN_VALUE, 0, List.of(new Term(1, 1), new Term(2, -20)));
    private static final Row OTHER = new Row("R7", "other", Long.MIN_VALUE, 5, List.of(new Term(3, 2)));
    private static final Row EMPTY = new Row("R8", "empty", 1, Long.MAX_VALUE, List.of());
    private static final Row PRICED = new Row("R9", "concentration:d", 0, 0, List.of(new Term(0, 1), new Term(4, -1)));
    private static final Row MONEY = new Row("R10", "money", -9, 50, List.of(new Term(0, 7), new Term(3, -2)));

    private static Limit limit(String id, Owner owner, Measure measure, String demand) {
        return new Limit(id, owner, id, "", demand, measure, List.of());
    }

    private static Reworked reworked() {
        var problem = new Problem(
                List.of(
                        new Variable("n0", "", 0, 20, "d"),
                        new Variable("n1", "", 0, 20, "d"),
                        new Variable("y2", "", 0, 1, "d"),
                        new Variable("n3", "", 0, 20, "e"),
                        new Variable("s4", "", 0, 20, "d")),
                List.of(WHOLE, CAP, FLOOR, TIED, COUNT, LOT_BELOW, LOT_ABOVE, OTHER, EMPTY, PRICED, MONEY),
                3,
                List.of(10L, 20L, 0L, 30L, -1L));
        return new Reworked(
                problem,
                Map.of(
                        "whole:d", limit("whole:d", Owner.STRUCTURE, Measure.SHARE, "d"),
                        "cap", limit("cap", Owner.LAW, Measure.SHARE, "d"),
                        "floor", limit("floor", Owner.BUYER, Measure.SHARE, "d"),
                        "count", limit("count", Owner.BUYER, Measure.SUPPLIERS, "d"),
                        "lot", limit("lot", Owner.BUYER, Measure.LOT, "d"),
                        "other", limit("other", Owner.HOUSE, Measure.SHARE, "e"),
                        "empty", limit("empty", Owner.BUYER, Measure.SHARE, "e"),
                        "concentration:d", limit("concentration:d", Owner.STRUCTURE, Measure.NONE, "d"),
                        "money", limit("money", Owner.BUYER, Measure.money(0), ""),
                        "unstated", limit("unstated", Owner.BUYER, Measure.SHARE, "d")));
    }

    private static List<Row> rows(Reworked reworked) {
        return reworked.problem().rows();
    }

    @Test
    void members_are_the_stated_limits_that_are_no_bookkeeping() {
        assertThat(reworked().members())
                .extracting(Limit::id)
                .containsExactly("cap", "count", "empty", "floor", "lot", "money", "other");
    }

    @Test
    void a_limit_that_is_none_is_a_fault() {
        assertThatThrownBy(() -> reworked().limit("nobody")).hasMessageContaining("(nobody)");
        assertThat(reworked().limit("cap").owner()).isEqualTo(Owner.LAW);
    }

    @Test
    void a_limit_dropped_takes_its_rows_and_no_other() {
        assertThat(rows(reworked().without(List.of("count", "cap"))))
                .containsExactly(WHOLE, FLOOR, LOT_BELOW, LOT_ABOVE, OTHER, EMPTY, PRICED, MONEY);
        assertThat(reworked().without(List.of())).isEqualTo(reworked());
    }

    @Test
    void a_limit_alone_stands_with_what_makes_shares_a_portfolio() {
        assertThat(rows(reworked().only(List.of("cap")))).containsExactly(WHOLE, CAP, PRICED);
        assertThat(reworked().only(List.of("cap")).problem().constant()).isEqualTo(3);
    }

    @Test
    void a_wider_limit_moves_its_sides_outwards_by_whole_steps() {
        assertThat(rows(reworked().wider("cap", 10)))
                .contains(new Row("R1", "cap", Long.MIN_VALUE, 14, CAP.terms()), FLOOR, COUNT)
                .doesNotContain(CAP);
        assertThat(rows(reworked().wider("floor", 6)))
                .contains(new Row("R2", "floor", 1, Long.MAX_VALUE, FLOOR.terms()));
        assertThat(rows(reworked().wider("money", 4))).contains(new Row("R10", "money", -13, 54, MONEY.terms()));
    }

    @Test
    void what_ties_a_count_to_shares_is_not_widened() {
        assertThat(rows(reworked().wider("count", 1))).contains(TIED, new Row("R4", "count", 0, 2, COUNT.terms()));
        assertThat(reworked().bounds("count")).containsExactly(COUNT);
        assertThat(reworked().bounds("money")).containsExactly(MONEY);
        assertThat(reworked().bounds("lot")).isEmpty();
        assertThat(reworked().bounds("concentration:d")).isEmpty();
    }

    /** A lot of four steps, ten points smaller, has two; it never falls below one. */
    @Test
    void a_smaller_lot_is_a_smaller_factor() {
        assertThat(rows(reworked().wider("lot", 10)))
                .contains(LOT_ABOVE, new Row("R5", "lot", 0, Long.MAX_VALUE, List.of(new Term(1, 1), new Term(2, -2))));
        assertThat(rows(reworked().wider("lot", 95)))
                .contains(LOT_ABOVE, new Row("R5", "lot", 0, Long.MAX_VALUE, List.of(new Term(1, 1), new Term(2, -1))));
    }

    @Test
    void a_demands_block_has_its_variables_and_what_is_about_them_alone() {
        var block = reworked().block("e").problem();

        assertThat(block.variables()).containsExactly(new Variable("n3", "", 0, 20, "e"));
        assertThat(block.objective()).containsExactly(30L);
        assertThat(block.constant()).isZero();
        assertThat(block.rows())
                .containsExactly(new Row("R7", "other", Long.MIN_VALUE, 5, List.of(new Term(0, 2))), EMPTY);
        assertThat(reworked().block("d").problem().rows())
                .extracting(Row::name)
                .containsExactly("R0", "R1", "R2", "R3", "R4", "R5", "R6", "R9");
    }

    @Test
    void what_is_sought_is_the_objective_and_the_price_of_concentration_is_not_asked() {
        var sought = Objects.requireNonNull(reworked().without(List.of("empty")).seeking(List.of(new Term(1, 4))));

        assertThat(sought.objective()).containsExactly(0L, 4L, 0L, 0L, 0L);
        assertThat(sought.constant()).isZero();
        assertThat(sought.rows()).hasSize(9).doesNotContain(PRICED);
        assertThat(reworked().seeking(List.of()))
                .as("a row over nothing asks for one")
                .isNull();
    }

    @Test
    void values_hold_where_all_that_is_asked_holds() {
        var asked = reworked().without(List.of("empty"));

        // The last variable should be 12 as the price of concentration has it; nobody asks.
        assertThat(asked.holds(new long[] {8, 12, 1, 2, 0})).isFalse();
        assertThat(asked.holds(new long[] {7, 13, 1, 2, 0})).isTrue();
        assertThat(asked.holds(new long[] {7, 13, 1, 3, 0})).isFalse();
    }

    @Test
    void values_of_a_smaller_problem_are_those_of_the_same_names() {
        var smaller = new Problem(
                List.of(new Variable("n3", "", 0, 20), new Variable("n1", "", 0, 20)), List.of(), 0, List.of(0L, 0L));

        assertThat(reworked().whole(smaller, new Solution(List.of(6L, 9L), 0))).containsExactly(0, 9, 0, 6, 0);
    }
}
