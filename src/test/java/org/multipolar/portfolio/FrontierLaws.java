package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.Policy.Loss;
import org.multipolar.portfolio.solve.Decomposition;

/** The frontier of score, cost and what survives, against a look at every mix. */
class FrontierLaws {

    private static final Solver SOLVER = Decomposition.usual();
    private static final int SEEDS = Boolean.getBoolean("slow") ? 200 : 15;
    private static final int ALL_WORK = 100_000;
    private static final TreeSet<Loss> KINDS = new TreeSet<>(List.of(Loss.COUNTRY, Loss.SUPPLIER, Loss.OPERATOR));

    /** A mix as it is compared here. */
    private record Three(long score, long cost, int kept) {

        boolean beats(Three other) {
            return score >= other.score && cost <= other.cost && kept >= other.kept && !equals(other);
        }
    }

    @Test
    void no_mix_at_all_beats_a_point_and_every_question_of_the_grid_has_its_best_answer() {
        int seen = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var question = SmallQuestions.drawn(seed);
            var brute = new BruteForce(question);
            var all = brute.all().stream()
                    .map(mix -> new Three(mix.score(), mix.cost(), brute.kept(mix, KINDS)))
                    .toList();

            var found = found(question, ALL_WORK);

            var points = found.points().stream()
                    .map(point -> new Three(point.mix().score(), point.cost(), point.kept()))
                    .toList();
            if (all.isEmpty()) {
                assertThat(points).as("seed %d", seed).isEmpty();
                continue;
            }
            assertThat(found.left()).isEmpty();
            assertThat(points).as("seed %d", seed).isNotEmpty().doesNotHaveDuplicates();
            assertThat(all).as("seed %d", seed).containsAll(points);
            for (var point : points) {
                assertThat(all).as("seed %d", seed).noneMatch(mix -> mix.beats(point));
            }
            complete(all, points, found);
            seen += points.size() > 2 ? 1 : 0;
        }
        assertThat(seen).isGreaterThan(SEEDS / 5);
    }

    private static void complete(List<Three> all, List<Three> points, Frontier.Found found) {
        int most = all.stream().mapToInt(Three::kept).max().orElse(0);
        assertThat(found.mostKept()).isEqualTo(most);
        assertThat(found.money().get(0))
                .isEqualTo(all.stream().mapToLong(Three::cost).min().orElse(0));
        for (int kept = 0; kept <= most; kept++) {
            for (long money : found.money()) {
                int least = kept;
                all.stream()
                        .filter(mix -> mix.cost() <= money && mix.kept() >= least)
                        .mapToLong(Three::score)
                        .max()
                        .ifPresent(score -> assertThat(points)
                                .anyMatch(point ->
                                        point.score() >= score && point.cost() <= money && point.kept() >= least));
            }
        }
    }

    /**
     * One demand of 100 Mtok; the good bid costs 2 USD per Mtok and scores 9,000, the fair one 1 USD and 8,000; closed, of
     * two countries. What n steps of the good bid score is 1,000 * 20 * (9,000 n + 8,000 (20 - n)); they cost 100 + 5 n USD
     * a month and leave the smaller of n and 20 - n after the worst loss. From n = 0 to 10 both grow, from 10 to 20 the
     * price of a better score is what survives: all 21 mixes are on the frontier, and the grid has one amount for each.
     */
    @Test
    void a_question_worked_out_by_hand_has_all_its_mixes_on_the_frontier() {
        var question = new SmallQuestion()
                .demand("d", 100)
                .with(SmallBid.of("good", "one", "DE").score(9_000).price(2))
                .with(SmallBid.of("fair", "two", "FR").score(8_000).price(1));

        var found = found(question, ALL_WORK);

        assertThat(found.points()).hasSize(21);
        for (int n = 0; n <= 20; n++) {
            var point = found.points().get(n);
            assertThat(point.mix().score()).isEqualTo(20_000L * (160_000 + 1_000L * n));
            assertThat(point.cost()).isEqualTo(1_000_000L * (100 + 5L * n));
            assertThat(point.kept()).isEqualTo(Math.min(n, 20 - n));
        }
        assertThat(found.best()).isEqualTo(found.points().get(20));
        assertThat(found.mostKept()).isEqualTo(10);
        assertThat(found.left()).isEmpty();
    }

    @Test
    void work_that_runs_out_is_said_and_what_was_found_stays_exact() {
        var question = SmallQuestions.drawn(2);
        var whole = found(question, ALL_WORK);
        var cut = found(question, 8);

        assertThat(whole.solves()).isGreaterThan(8);
        assertThat(cut.left()).isNotEmpty();
        assertThat(cut.solves()).isEqualTo(8);
        assertThat(cut.points()).isNotEmpty();
    }

    private static Frontier.Found found(SmallQuestion question, int work) {
        var problem = question.problem();
        long exits =
                question.incumbents.values().stream().mapToLong(Long::longValue).sum();
        return new Frontier(problem, SOLVER, new Retention(problem, KINDS), exits, work).find();
    }
}
