package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multipolar.portfolio.Outcome.Optimal;

/** What shares are worth and cost, added up by hand. */
class TallyTest {

    private static final long USD = 1_000_000;

    /** Volumes of 100 and 300 weigh 250 and 750 thousandths. */
    private static SmallQuestion question() {
        var question = new SmallQuestion()
                .demand("d", 100)
                .demand("e", 300)
                .bid("d", SmallBid.of("a", "one", "US").score(9_000).price(10))
                .bid("d", SmallBid.of("b", "two", "FR").score(5_000).price(1))
                .bid("e", SmallBid.of("c", "one", "US").score(8_000).price(2));
        question.concentration = 40;
        question.costPoints = 2;
        question.contractCost = 5 * USD;
        question.incumbents.put("op-a", 3 * USD);
        question.incumbents.put("op-z", 7 * USD);
        return question;
    }

    private static Piece piece(String demand, int bid, int steps) {
        return new Piece(
                question().assessments().getOrDefault(demand, List.of()).get(bid), steps);
    }

    private static final List<Piece> WHOLE = List.of(piece("d", 0, 15), piece("d", 1, 5), piece("e", 0, 20));

    private static Tally of(List<Piece> pieces) {
        return Tally.of(question().buyer(), question().grouping(), pieces);
    }

    @Test
    void shares_score_by_weight_and_are_charged_for_concentration_contracts_and_exits() {
        long shares = 250 * 20 * (9_000L * 15 + 5_000 * 5) + 750 * 20 * 8_000L * 20;
        long squares = 250 * 40 * (15 * 15 + 5 * 5) + 750 * 40 * 20 * 20;
        // Three contracts of 5 USD, one of which saves an exit of 3; both exits, 10 USD, stand against all mixes.
        long contracts = 2 * ((5 - 3) + 5 + 5) + 2 * 10;

        assertThat(of(WHOLE).charge()).isEqualTo(squares + contracts);
        assertThat(of(WHOLE).score()).isEqualTo(shares - squares - contracts);
    }

    @Test
    void tokens_contracts_and_exits_are_paid() {
        var tally = of(WHOLE);

        // 15 steps at 50 USD, 5 at 5 and 20 at 30.
        assertThat(tally.tokens()).isEqualTo((750 + 25 + 600) * USD);
        assertThat(tally.fixed()).isEqualTo(15 * USD);
        assertThat(tally.exit()).isEqualTo(7 * USD);
        assertThat(tally.cost()).isEqualTo(1_397 * USD);
        assertThat(tally.contracts()).containsExactly("op-a", "op-b", "op-c");
        assertThat(tally.steps()).isEqualTo(Map.of("d", 20, "e", 20));
    }

    @Test
    void what_is_left_of_a_mix_is_paid_for_as_it_was_bought() {
        var bought = of(WHOLE);
        var left = of(List.of(piece("d", 1, 5))).leftOf(bought);

        assertThat(left.score()).isEqualTo(250 * 20 * 5_000L * 5 - bought.charge());
        assertThat(left.charge()).isEqualTo(bought.charge());
        assertThat(left.tokens()).isEqualTo(25 * USD);
        assertThat(left.fixed()).isEqualTo(15 * USD);
        assertThat(left.exit()).isEqualTo(7 * USD);
        assertThat(left.steps()).isEqualTo(Map.of("d", 5, "e", 0));
        assertThat(left.contracts()).containsExactly("op-b");
    }

    @Test
    void capacity_is_the_part_of_the_volume_that_is_served() {
        assertThat(of(WHOLE).capacity(question().buyer())).isEqualTo(10_000);
        // 1,500 of 8,000, and 100 of 8,000.
        assertThat(of(List.of(piece("d", 0, 15))).capacity(question().buyer())).isEqualTo(1_875);
        assertThat(of(List.of(piece("d", 0, 1))).capacity(question().buyer())).isEqualTo(125);
    }

    @Test
    void parts_are_by_volume_and_rounded_to_the_nearest() {
        assertThat(Tally.parts(
                        question().buyer(),
                        WHOLE,
                        candidate -> List.of(candidate.supplier().origin())))
                .isEqualTo(Map.of("US", 9_375L, "FR", 625L));

        // A third of 3 Mtok is 3333.3 parts, two thirds are 6666.7.
        var thirds = new SmallQuestion().demand("a", 1).demand("b", 2);
        var bids = List.of(SmallBid.of("x", "one", "US"), SmallBid.of("y", "two", "FR"));
        thirds.bid("a", bids.get(0)).bid("b", bids.get(1));
        var pieces = thirds.assessments().values().stream()
                .map(all -> new Piece(all.get(0), 20))
                .toList();
        assertThat(Tally.parts(thirds.buyer(), pieces, candidate -> List.of(candidate.offer(), "all")))
                .isEqualTo(Map.of("x", 3_333L, "y", 6_667L, "all", 10_000L));
    }

    @Test
    void a_whole_mix_gives_the_score_that_its_solver_proved() {
        int seen = 0;
        for (long seed = 0; seed < 20; seed++) {
            var question = SmallQuestions.drawn(seed);
            var problem = question.problem();
            if (question.solve() instanceof Optimal best) {
                seen++;
                var pieces = Tally.pieces(problem, best.solution().values());
                assertThat(Tally.of(question.buyer(), question.grouping(), pieces)
                                .score())
                        .as("seed %d", seed)
                        .isEqualTo(best.solution().score());
            }
        }
        assertThat(seen).isGreaterThan(5);
    }

    @Test
    void a_piece_says_its_percent() {
        assertThat(piece("d", 0, 15).percent()).isEqualTo(75);
    }
}
