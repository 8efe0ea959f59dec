package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.multipolar.portfolio.NextBest.Distinct;
import org.multipolar.portfolio.NextBest.End;
import org.multipolar.portfolio.solve.Decomposition;

/** The best mixes in turn, against a list of every mix there is. */
class NextBestLaws {

    private static final Solver SOLVER = Decomposition.usual();
    private static final int SEEDS = Boolean.getBoolean("slow") ? 300 : 20;
    private static final int ALL_WORK = 100_000;

    @Test
    void the_mixes_that_follow_the_best_are_those_of_the_sorted_list_of_all() {
        int seen = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var question = SmallQuestions.drawn(seed);
            var brute = new BruteForce(question);
            var expected = brute.all().stream().limit(6).map(brute::shares).toList();

            var found = found(question, Distinct.SHARES, 6);

            assertThat(found).as("seed %d", seed).isEqualTo(expected);
            seen += expected.size() == 6 ? 1 : 0;
        }
        assertThat(seen).isGreaterThan(SEEDS / 5);
    }

    @Test
    void of_mixes_with_the_same_suppliers_everywhere_only_the_best_is_listed() {
        int seen = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var question = SmallQuestions.drawn(seed);
            var brute = new BruteForce(question);
            var met = new HashSet<Map<String, Set<String>>>();
            var expected = new ArrayList<Map<String, Map<String, Integer>>>();
            for (var mix : brute.all()) {
                var shares = brute.shares(mix);
                if (expected.size() < 6 && met.add(suppliers(question, shares))) {
                    expected.add(shares);
                }
            }

            var found = found(question, Distinct.SUPPLIERS, 6);

            assertThat(found).as("seed %d", seed).isEqualTo(expected);
            seen += expected.size() > 3 ? 1 : 0;
        }
        assertThat(seen).isGreaterThan(SEEDS / 10);
    }

    /** Two bids and lots of a half: all from one, all from the other, or half and half. */
    @Test
    void where_there_are_fewer_mixes_than_asked_for_all_are_listed_and_the_end_is_said() {
        var question = new SmallQuestion()
                .demand("d", 100)
                .with(SmallBid.of("good", "one", "DE").score(9_000))
                .with(SmallBid.of("fair", "two", "FR").score(8_000));
        question.lot = 50;

        var found = new NextBest(question.problem(), SOLVER, Distinct.SHARES, ALL_WORK).find(10);

        assertThat(found.end()).isEqualTo(End.NO_MORE);
        assertThat(found.mixes().stream().map(mix -> mix.values().subList(0, 2)))
                .containsExactly(List.of(0L, 20L), List.of(10L, 10L), List.of(20L, 0L));
    }

    @Test
    void work_that_runs_out_leaves_what_is_proven() {
        var question = SmallQuestions.drawn(2);
        var whole = new NextBest(question.problem(), SOLVER, Distinct.SHARES, ALL_WORK).find(4);
        var cut = new NextBest(question.problem(), SOLVER, Distinct.SHARES, whole.solves() - 1).find(4);

        assertThat(whole.end()).isEqualTo(End.COUNT);
        assertThat(cut.end()).isEqualTo(End.WORK);
        assertThat(cut.mixes())
                .isNotEmpty()
                .isEqualTo(whole.mixes().subList(0, cut.mixes().size()));
    }

    private static List<Map<String, Map<String, Integer>>> found(SmallQuestion question, Distinct distinct, int count) {
        var problem = distinct == Distinct.SHARES ? question.wholeProblem() : question.problem();
        return new NextBest(problem, SOLVER, distinct, ALL_WORK)
                .find(count).mixes().stream()
                        .map(mix -> SmallQuestion.mix(problem, new Outcome.Optimal(mix, mix.score())))
                        .toList();
    }

    private static Map<String, Set<String>> suppliers(
            SmallQuestion question, Map<String, Map<String, Integer>> shares) {
        var suppliers = new TreeMap<String, Set<String>>();
        shares.forEach((demand, ofDemand) -> {
            var used = new TreeSet<String>();
            question.bids.getOrDefault(demand, List.of()).stream()
                    .filter(bid -> ofDemand.containsKey(bid.id))
                    .forEach(bid -> used.add(bid.supplier));
            suppliers.put(demand, used);
        });
        return suppliers;
    }
}
