package org.multipolar.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.multipolar.advice.Judgements;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.review.SmallMarket;
import org.multipolar.whatif.RobustMix.Aim;

/**
 * Robust mixes worked out by hand, over things as they are and a future in which gamma, the best, is gone.
 *
 * <p>With g, b and a steps of gamma, beta and alpha, each of an origin of its own, and a price p of concentration, a mix scores
 * 1,000 * (200,000 g + 140,000 b - p (g g + b b + a a)), and without gamma 200,000,000 g less, less 3 points a contract and 7 for
 * leaving alpha. A step of beta costs 15 USD, of the others 5; a contract costs 3.
 */
class RobustMixesTest {

    private static final String GAMMA_LOST = "id: gone\npatches:\n  - event: {lost: operator, is: one}\n";
    private static final long THOUSAND = 1_000_000;

    private static SmallMarket market(int concentration) {
        var market = new SmallMarket().price("beta@two", 3_000_000);
        market.concentration = concentration;
        market.costPoints = 1;
        market.contractCost = 3_000_000;
        market.incumbents.put("three", 7_000_000L);
        return market;
    }

    private static RobustMix search(SmallMarket market, Aim aim, List<Long> likelihoods, String... yamls) {
        var stacks = java.util.Arrays.stream(yamls)
                .map(each -> List.<Scenario>of(Told.scenario(market, each)))
                .toList();
        return new RobustMixes(
                        market.snapshot(),
                        new Question(market.buyer(), SmallMarket.DAY, List.of()),
                        Decomposition.usual(),
                        Decomposition.forRobust(),
                        new Judgements())
                .search(aim, stacks, likelihoods);
    }

    private static Map<String, Integer> shares(RobustMix mix) {
        var shares = new TreeMap<String, Integer>();
        mix.pieces().forEach(each -> shares.put(each.assessment().candidate().id(), each.percent()));
        return shares;
    }

    /** Today 14 and 6 steps are best: 3,640 less 4 * (196 + 36) thousand, less 6 and 7 points, at 70 + 90 + 6 + 7 USD. */
    private static final long TODAY = 2_712 * THOUSAND - 13;

    private static final long TODAY_USD = 173;

    @Test
    void the_best_mix_of_today_is_what_costs_are_told_beside() {
        var told = Told.ask(market(4_000), GAMMA_LOST);

        assertThat(told.baseline().score()).isEqualTo(TODAY);
        assertThat(told.baseline().cost().totalMicroUsd()).isEqualTo(TODAY_USD * 1_000_000);
        assertThat(told.baseline().demands().get(0).shares())
                .extracting(Side.Share::percent)
                .containsExactly(70, 30);
    }

    /** Without gamma: 18 steps of beta and one of each other are 2,520 less 4 * 326 thousand; 19 and 1 are 4 thousand less. */
    @Test
    void the_best_worst_case() {
        var found = search(market(4_000), Aim.WORST, List.of(500_000L), GAMMA_LOST);

        assertThat(found.outcome()).isEqualTo("optimal");
        assertThat(shares(found)).isEqualTo(Map.of("gamma@one", 5, "beta@two", 90, "alpha@three", 5));
        assertThat(found.value()).isEqualTo(1_216 * THOUSAND - 9);
        assertThat(found.bound()).isEqualTo(1_216 * THOUSAND - 9);
        assertThat(found.scoreNow()).isEqualTo(1_416 * THOUSAND - 9);
        assertThat(found.scoreCost()).isEqualTo(TODAY - (1_416 * THOUSAND - 9));
        // 5 + 270 + 5 for tokens, three contracts and no exit
        assertThat(found.moneyCost()).isEqualTo((289 - TODAY_USD) * 1_000_000);
        assertThat(found.note()).isEmpty();
    }

    /** Where gamma is gone with two in five: 120 * 9 + 140 * 11 less 4 * (81 + 121) thousand; 8 and 12 are 4 thousand less. */
    @Test
    void the_best_on_average() {
        var found = search(market(4_000), Aim.EXPECTED, List.of(400_000L), GAMMA_LOST);

        assertThat(found.outcome()).isEqualTo("optimal");
        assertThat(shares(found)).isEqualTo(Map.of("gamma@one", 45, "beta@two", 55));
        assertThat(found.value()).isEqualTo(1_812 * THOUSAND - 13);
        assertThat(found.bound()).isEqualTo(1_812 * THOUSAND - 13);
        assertThat(found.scoreNow()).isEqualTo(2_532 * THOUSAND - 13);
        assertThat(found.scoreCost()).isEqualTo(180 * THOUSAND);
        // 45 + 165 for tokens, two contracts and the exit
        assertThat(found.moneyCost()).isEqualTo((223 - TODAY_USD) * 1_000_000);
    }

    /**
     * At 4,500 today's best is 13 and 7 steps with 2,599 thousand, and without gamma 18 of beta and 2 of alpha with 1,044. With 8
     * and 12 steps 255 thousand are missing today, and 300 without gamma, and 7 points, because the best mix there leaves nobody;
     * with 7 and 13 it would be 360, with 9 and 11 it would be 413.
     */
    @Test
    void the_least_regret() {
        var found = search(market(4_500), Aim.REGRET, List.of(500_000L), GAMMA_LOST);

        assertThat(found.outcome()).isEqualTo("optimal");
        assertThat(shares(found)).isEqualTo(Map.of("gamma@one", 40, "beta@two", 60));
        assertThat(found.value()).isEqualTo(300 * THOUSAND + 7);
        assertThat(found.bound()).isEqualTo(300 * THOUSAND + 7);
        assertThat(found.scoreNow()).isEqualTo(2_344 * THOUSAND - 13);
        assertThat(found.scoreCost()).isEqualTo(255 * THOUSAND);
        // 40 + 180 + 6 + 7 beside 65 + 105 + 6 + 7
        assertThat(found.moneyCost()).isEqualTo(50_000_000);
    }

    @Test
    void likelihoods_of_more_than_the_whole_are_taken_in_proportion() {
        var other = "id: other\npatches:\n  - event: {lost: operator, is: three}\n";
        var found = search(market(4_000), Aim.EXPECTED, List.of(600_000L, 900_000L), GAMMA_LOST, other);

        // two parts of the one and three of the other, in which nothing of worth is lost: as with two in five
        assertThat(shares(found)).isEqualTo(Map.of("gamma@one", 45, "beta@two", 55));
        assertThat(found.value()).isEqualTo(1_812 * THOUSAND - 13);
    }

    @Test
    void a_future_that_never_comes_changes_nothing() {
        var found = search(market(4_000), Aim.EXPECTED, List.of(0L), GAMMA_LOST);

        assertThat(found.value()).isEqualTo(TODAY);
        assertThat(found.scoreCost()).isZero();
        assertThat(found.moneyCost()).isZero();
    }

    @Test
    void where_a_future_has_no_mix_regret_has_no_measure_and_the_worst_case_still_has() {
        var all = "id: all\npatches:\n  - event: {lost: operator, is: [one, two, three]}\n";
        var regret = search(market(4_000), Aim.REGRET, List.of(500_000L), all);
        var worst = search(market(4_000), Aim.WORST, List.of(500_000L), all);

        assertThat(regret.outcome()).isEqualTo("infeasible");
        assertThat(regret.value()).isNull();
        assertThat(regret.note()).startsWith("In one of the futures no mix keeps all limits");
        // nothing is served, so that only charges count: seven, seven and six steps at 4 * 134 thousand, and three
        // contracts
        assertThat(worst.outcome()).isEqualTo("optimal");
        assertThat(worst.value()).isEqualTo(-536 * THOUSAND - 9);
        assertThat(Objects.requireNonNull(worst.bound())).isEqualTo(worst.value());
    }

    @Test
    void without_a_mix_as_things_are_there_is_none_for_the_futures() {
        var market = market(4_000).rule("LAW-ALL", "exclude", "", "operatingCountry.named(\"DE\")");
        var found = search(market, Aim.WORST, List.of(500_000L), GAMMA_LOST);

        assertThat(found.outcome()).isEqualTo("infeasible");
        assertThat(found.pieces()).isEmpty();
    }
}
