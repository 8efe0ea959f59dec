package org.multipolar.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.multipolar.explain.Sampled;
import org.multipolar.suitability.Criterion;
import org.multipolar.suitability.FineWeights;

/** Which single weight lets another lead, on makers whose every value is written down. */
class WeightFlipsTest {

    private final AtomicInteger solves = new AtomicInteger();

    /**
     * Maker able has quality 0.9 and price 0.2, maker cheap 0.6 and 0.8. Able leads while 0.3 quality is at least 0.6 price,
     * that is while quality weighs twice what price does: at 67 to 33 it does, at 66 to 34 no more.
     */
    private Bought best(FineWeights weights) {
        solves.incrementAndGet();
        boolean able = weights.of(Criterion.QUALITY) >= 2 * weights.of(Criterion.PRICE);
        return bought(able ? "able" : "cheap");
    }

    private static Bought bought(String leader) {
        return new Bought(Map.of("d", Map.of(leader, 20)), Map.of(leader, 20L), 20);
    }

    private static FineWeights weights(int quality, int price) {
        return new FineWeights(List.of(100 * quality, 0, 100 * price, 100 * (100 - quality - price), 0, 0));
    }

    @Test
    void the_weights_flip_where_the_hand_says() {
        var flips = new WeightFlips("able", weights(80, 20), this::best, id -> "Maker " + id).all();

        assertThat(flips)
                .extracting(Sampled.Flip::criterion)
                .containsExactly("quality", "language", "price", "supply", "locality", "openness");
        assertThat(flips).extracting(Sampled.Flip::from).containsExactly(80, 0, 20, 0, 0, 0);
        assertThat(flips).extracting(Sampled.Flip::to).containsExactly(66, null, 34, null, null, null);
        assertThat(flips).extracting(Sampled.Flip::leader).containsExactly("cheap", null, "cheap", null, null, null);
        assertThat(flips.get(0).finding()).isEqualTo("Maker cheap leads where quality weighs 66 percent instead of 80");
        assertThat(flips.get(1).finding()).isEqualTo("Maker able leads at every weight of language tried");
        assertThat(solves.get()).as("halving, not counting").isLessThan(6 * 9);
    }

    /** Quality 60, price 20, supply 20. Quality alone: price keeps a fifth of the whole's half beside supply: at 50 each has 25. */
    @Test
    void the_other_weights_keep_their_proportions() {
        var flips = new WeightFlips("able", weights(60, 20), this::best, id -> id).all();

        // quality q, price (100 - q) / 2: q >= 100 - q down to 50, so 49 is the first that flips
        assertThat(flips.get(0).to()).isEqualTo(49);
        // price p, quality 3/4 of the rest: 3 (100 - p) >= 8 p up to 27.27, so 28 flips
        assertThat(flips.get(2).to()).isEqualTo(28);
        // supply moves quality and price alike
        assertThat(flips.get(3).to()).isNull();
    }

    @Test
    void of_a_flip_above_and_one_below_the_nearer_is_told() {
        var weights = weights(50, 20);
        var flips = new WeightFlips(
                        "able",
                        weights,
                        moved -> bought(
                                moved.of(Criterion.QUALITY) > 7_000 || moved.of(Criterion.QUALITY) < 4_000
                                        ? "cheap"
                                        : "able"),
                        id -> id)
                .all();

        assertThat(flips.get(0).to()).isEqualTo(39);
    }

    @Test
    void what_was_not_proven_flips_nothing() {
        var flips = new WeightFlips("able", weights(80, 20), moved -> null, id -> id).all();

        assertThat(flips).extracting(Sampled.Flip::to).containsOnlyNulls();
    }

    @Test
    void a_leader_that_another_only_draws_level_with_leads_still() {
        var level = new Bought(Map.of("d", Map.of("able", 10, "abler", 10)), Map.of("able", 10L, "abler", 10L), 20);

        assertThat(new WeightFlips("abler", weights(80, 20), moved -> level, id -> id).all())
                .extracting(Sampled.Flip::to)
                .containsOnlyNulls();
    }
}
