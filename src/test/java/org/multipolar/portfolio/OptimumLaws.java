package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The solver against a look at every mix, and against what its own answers must satisfy. */
class OptimumLaws {

    private static final int BLOCK = 25;
    private static final int BLOCKS = Boolean.getBoolean("slow") ? 4_000 : 10;

    static LongStream blocks() {
        return LongStream.range(0, BLOCKS).map(block -> block * BLOCK);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void the_solver_finds_what_a_look_at_every_mix_finds_ties_included(long first) {
        for (long seed = first; seed < first + BLOCK; seed++) {
            var question = SmallQuestions.drawn(seed);
            var brute = new BruteForce(question);
            var best = brute.best();
            var problem = question.problem();
            var outcome = question.solve();
            long at = seed;
            outcome.fold(
                    optimal -> {
                        assertThat(best).as("seed %d has no mix", at).isNotNull();
                        assertThat(optimal.solution().score()).as("seed %d", at).isEqualTo(score(best, at));
                        assertThat(optimal.bound())
                                .as("seed %d", at)
                                .isEqualTo(optimal.solution().score());
                        assertThat(Checker.faults(problem.problem(), optimal))
                                .as("seed %d", at)
                                .isEmpty();
                        assertThat(SmallQuestion.mix(problem, optimal))
                                .as("seed %d", at)
                                .isEqualTo(shares(brute, best, at));
                        return true;
                    },
                    none -> {
                        assertThat(best).as("seed %d has a mix", at).isNull();
                        return true;
                    },
                    open -> fail("Seed %d stays unproven.".formatted(at)));
        }
    }

    @Test
    void the_seeds_reach_both_outcomes_and_close_calls() {
        int infeasible = 0;
        int split = 0;
        for (long seed = 0; seed < 100; seed++) {
            var question = SmallQuestions.drawn(seed);
            var best = new BruteForce(question).best();
            if (best == null) {
                infeasible++;
            } else if (best.steps().stream()
                    .anyMatch(steps -> java.util.Arrays.stream(steps)
                                    .filter(step -> step > 0)
                                    .count()
                            > 1)) {
                split++;
            }
        }
        assertThat(infeasible).isBetween(10, 70);
        assertThat(split).isGreaterThan(20);
    }

    @Test
    void asking_twice_gives_the_same_values() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(SmallQuestions.drawn(seed).solve())
                    .as("seed %d", seed)
                    .isEqualTo(SmallQuestions.drawn(seed).solve());
        }
    }

    @Test
    void what_dominance_leaves_out_is_in_no_best_mix() {
        for (long seed = 1_000; seed < 1_000 + 2L * BLOCK; seed++) {
            var question = alike(seed);
            var best = new BruteForce(question).best();
            var mix = question.mix();
            if (best == null) {
                assertThat(mix).as("seed %d", seed).isEmpty();
            } else {
                assertThat(mix).as("seed %d", seed).isEqualTo(new BruteForce(question).shares(best));
            }
        }
    }

    @Test
    void dominance_leaves_something_out_in_these() {
        int left = 0;
        for (long seed = 1_000; seed < 1_000 + 2L * BLOCK; seed++) {
            var question = alike(seed);
            int bids = question.bids.values().stream().mapToInt(List::size).sum();
            int choices = question.problem().parts().stream()
                    .mapToInt(part -> part.choices().size())
                    .sum();
            left += bids - choices;
        }
        assertThat(left).isGreaterThan(30);
    }

    /** {@return one demand whose bids differ only in model, score and price} */
    private static SmallQuestion alike(long seed) {
        var random = new java.util.Random(seed);
        var question = new SmallQuestion().demand("a", 100, "en");
        for (int i = 0; i < 5; i++) {
            var bid = SmallBid.of("bid" + i, "maker", "US")
                    .at("party", "US", "US")
                    .model("model" + random.nextInt(4), "root")
                    .score(5_000 + 100L * random.nextInt(6))
                    .price(1 + random.nextInt(3))
                    .speaks("en");
            question.bid("a", bid);
        }
        question.bid("a", SmallBid.of("far", "other", "FR").score(4_000).speaks("en"));
        question.lot = 5 * (1 + random.nextInt(2));
        question.languageSuppliers = 1;
        var found = SmallQuestion.bound(
                "POL-MODEL", "policy", org.multipolar.rulebook.Effect.CAP, "model", "pol-model-cap");
        question.numbers.put("pol-model-cap", 50L);
        question.bids.values().forEach(all -> all.forEach(bid -> bid.found(found)));
        question.limit(
                org.multipolar.catalog.LimitClause.Kind.CAP,
                org.multipolar.catalog.LimitClause.On.COST,
                org.multipolar.catalog.LimitClause.Scope.BUYER,
                1_000_000L * (110 + random.nextInt(200)));
        return question;
    }

    private static long score(BruteForce.@org.jspecify.annotations.Nullable Mix best, long seed) {
        return best == null ? fail("Seed %d has no mix.".formatted(seed)) : best.score();
    }

    private static Map<String, Map<String, Integer>> shares(
            BruteForce brute, BruteForce.@org.jspecify.annotations.Nullable Mix best, long seed) {
        return best == null ? fail("Seed %d has no mix.".formatted(seed)) : brute.shares(best);
    }

    @Test
    void an_infeasible_question_names_a_clash_each_member_of_which_is_needed() {
        int seen = 0;
        for (long seed = 0; seed < 120 && seen < 40; seed++) {
            var question = SmallQuestions.drawn(seed);
            var problem = question.problem().problem();
            var clash = question.solve()
                    .fold(optimal -> List.<String>of(), none -> none.clash(), open -> List.<String>of());
            if (clash.isEmpty()) {
                continue;
            }
            seen++;
            assertThat(SecondEngine.feasible(SecondEngine.only(problem, clash)))
                    .as("seed %d: %s together", seed, clash)
                    .isFalse();
            for (var member : clash) {
                var rest = new ArrayList<>(clash);
                rest.remove(member);
                assertThat(SecondEngine.feasible(SecondEngine.only(problem, rest)))
                        .as("seed %d: %s without %s", seed, clash, member)
                        .isTrue();
            }
        }
        assertThat(seen).isGreaterThan(9);
    }
}
