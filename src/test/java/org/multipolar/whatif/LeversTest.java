package org.multipolar.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.ShippedAnswers;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.catalog.Policy.Loss;
import org.multipolar.catalog.Policy.Weights;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.World;

/** What of a question may be moved, and the question that moves make of it. */
class LeversTest {

    private static final Weights OLD = new Weights(40, 10, 10, 10, 20, 10);

    private static Question question(LimitClause... more) {
        return new Question(
                World.known(Shipped.snapshot().buyers(), "european-bank"), ShippedAnswers.AS_OF, List.of(more));
    }

    private static LimitClause clause(String id, Kind kind, On on, long at, String source) {
        return new LimitClause(id, kind, on, List.of("US"), Scope.BUYER, null, null, at, "why", source);
    }

    @Test
    void weights_the_policys_numbers_and_the_buyers_limits_may_be_moved() {
        var levers = Levers.of(question()).all();

        assertThat(levers)
                .extracting(Lever::id, Lever::at, Lever::least, Lever::most, Lever::step)
                .contains(
                        tuple("weight.quality", 40L, 0L, 100L, 1L),
                        tuple("concentration", 1_000L, 0L, 10_000L, 100L),
                        tuple("retained.country", 40L, 0L, 100L, 5L),
                        tuple("lot", 5L, 5L, 50L, 5L),
                        tuple("fewest-suppliers", 2L, 1L, 20L, 1L),
                        tuple("limit.budget", 220_000L, 0L, 660_000L, 1_000L),
                        tuple("limit.contracts", 16L, 1L, 32L, 1L),
                        tuple("limit.us-makers", 55L, 0L, 100L, 5L),
                        tuple("limit.cn-makers", 60L, 0L, 100L, 1L));
        assertThat(levers).allSatisfy(each -> assertThat((each.at() - each.least()) % each.step())
                .as("a slider can stand where %s stands", each.id())
                .isZero());
    }

    @Test
    void law_and_what_has_no_number_is_not_moved() {
        var law = clause("law", Kind.CAP, On.ORIGIN, 30, "Regulation 1");
        var keep = clause("keep", Kind.KEEP, On.SUPPLIER, 1, "");
        var wish = clause("wish", Kind.CAP, On.ORIGIN, 30, "");

        assertThat(Levers.of(question(law, keep, wish)).all())
                .extracting(Lever::id)
                .contains("asked.wish")
                .doesNotContain("asked.law", "asked.keep");
    }

    @Test
    void moves_make_the_question_that_a_profile_with_these_numbers_would_ask() {
        var levers = Levers.of(question(clause("wish", Kind.CAP, On.ORIGIN, 30, "")));
        var moved = levers.moved(levers.read(Map.of(
                "weight.quality", "60",
                "concentration", "2000",
                "retained.country", "35",
                "limit.budget", "200000",
                "limit.us-makers", " 40 ",
                "asked.wish", "25")));

        var policy = moved.buyer().policy();
        assertThat(policy.weights()).isEqualTo(new Weights(60, 7, 7, 7, 13, 6));
        assertThat(policy.concentrationPrice()).isEqualTo(2_000);
        assertThat(policy.retained()).isEqualTo(Map.of(Loss.COUNTRY, 35, Loss.SUPPLIER, 50, Loss.OPERATOR, 40));
        assertThat(moved.buyer().limits())
                .extracting(LimitClause::id, LimitClause::at)
                .contains(tuple("budget", 200_000_000_000L), tuple("us-makers", 40L), tuple("contracts", 16L));
        assertThat(moved.extraLimits()).extracting(LimitClause::at).containsExactly(25L);
    }

    @Test
    void what_stands_where_it_stood_is_no_move() {
        var levers = Levers.of(question());
        var same = levers.read(Map.of("weight.quality", "40", "limit.budget", "220000"));

        assertThat(same).isEmpty();
        assertThat(levers.moved(same)).isEqualTo(question());
    }

    @Test
    void a_moved_weight_counts_what_it_says_and_the_others_share_the_rest() {
        assertThat(Levers.weights(OLD, Map.of("weight.quality", 0L))).isEqualTo(new Weights(0, 17, 17, 17, 33, 16));
        assertThat(Levers.weights(OLD, Map.of("weight.quality", 41L))).isEqualTo(new Weights(41, 10, 10, 10, 19, 10));
        assertThat(Levers.weights(new Weights(100, 0, 0, 0, 0, 0), Map.of("weight.quality", 50L)))
                .isEqualTo(new Weights(50, 10, 10, 10, 10, 10));
        assertThat(Levers.weights(OLD, Map.of("weight.quality", 100L, "weight.price", 100L)))
                .isEqualTo(new Weights(50, 0, 50, 0, 0, 0));
        assertThat(Levers.weights(OLD, Map.of("weight.quality", 100L))).isEqualTo(new Weights(100, 0, 0, 0, 0, 0));
    }

    @Test
    void what_is_unknown_out_of_range_or_no_number_is_told_and_not_guessed() {
        var levers = Levers.of(question());

        for (var bad : List.of(
                Map.of("weight.beauty", "10"),
                Map.of("limit.nobody", "10"),
                Map.of("weight.quality", "101"),
                Map.of("weight.quality", "-1"),
                Map.of("weight.quality", "4.5"),
                Map.of("weight.quality", ""),
                Map.of("lot", "7"),
                Map.of("limit.budget", "99999999999999999999"))) {
            assertThatThrownBy(() -> levers.read(bad)).as("%s", bad).isInstanceOf(BadInput.class);
        }
        assertThatThrownBy(() -> levers.moved(levers.read(Map.of("fewest-suppliers", "5"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("at least 5 suppliers and at most 4");
    }
}
