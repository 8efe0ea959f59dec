package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.Policy.Loss;
import org.multipolar.catalog.World;
import org.multipolar.portfolio.NextBest.Distinct;
import org.multipolar.portfolio.Outcome.Optimal;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.portfolio.solve.WorstWeights;

/** What is excluded, unresolved or unfit is in no mix, whichever way mixes are asked for and however well it would suit. */
class KeptOutLaws {

    private static final Solver SOLVER = Decomposition.forQuestions();
    private static final int SEEDS = Boolean.getBoolean("slow") ? 10_000 : 100;
    /** Of what solves many problems for one answer. */
    private static final int FEWER = Boolean.getBoolean("slow") ? 2_000 : 50;

    private static final int MIXES = 2;
    private static final int WORK = 6;
    /** Better than whatever {@link SmallQuestions} draws. */
    private static final long TEMPTING = 9_000;

    private static final String KEPT_OUT = "also";
    private static final List<String> COUNTRIES = List.of("US", "CN", "FR", "DE");

    @Test
    void the_best_mix_is_that_of_a_look_at_every_mix_without_them() {
        int found = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var brute = new BruteForce(SmallQuestions.drawn(seed));
            var best = brute.best();

            var mix = mix(drawn(seed));

            nothingKeptOut(seed, mix);
            assertThat(mix).as("seed %d", seed).isEqualTo(best == null ? Map.of() : brute.shares(best));
            found += best == null ? 0 : 1;
        }
        assertThat(found).isGreaterThan(SEEDS / 3);
    }

    @Test
    void let_in_they_would_be_bought() {
        int bought = 0;
        for (long seed = 0; seed < 40; seed++) {
            var mix = mix(drawn(seed, (bid, random) -> {}));
            bought += mix.values().stream().anyMatch(KeptOutLaws::holdsKeptOut) ? 1 : 0;
        }
        assertThat(bought).isGreaterThan(15);
    }

    @Test
    void they_are_in_none_of_the_next_best_mixes() {
        int several = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var question = drawn(seed);
            for (var distinct : Distinct.values()) {
                var problem = distinct == Distinct.SHARES ? question.wholeProblem() : question.problem();
                var found = new NextBest(problem, SOLVER, distinct, WORK).find(MIXES);
                for (var mix : found.mixes()) {
                    nothingKeptOut(seed, problem, mix);
                }
                several += found.mixes().size() > 1 ? 1 : 0;
            }
        }
        assertThat(several).isGreaterThan(SEEDS / 3);
    }

    @Test
    void they_are_in_no_mix_of_the_frontier() {
        int several = 0;
        var kinds = new TreeSet<>(List.of(Loss.COUNTRY, Loss.SUPPLIER, Loss.OPERATOR));
        for (long seed = 0; seed < FEWER; seed++) {
            var question = drawn(seed);
            var problem = question.problem();
            long exits = question.incumbents.values().stream()
                    .mapToLong(Long::longValue)
                    .sum();

            var found = new Frontier(problem, SOLVER, new Retention(problem, kinds), exits, WORK).find();

            for (var point : found.points()) {
                nothingKeptOut(seed, problem, point.mix());
            }
            several += found.points().size() > 1 ? 1 : 0;
        }
        assertThat(several).isGreaterThan(FEWER / 4);
    }

    @Test
    void they_are_in_no_mix_for_several_futures() {
        int found = 0;
        for (long seed = 0; seed < FEWER; seed++) {
            var question = drawn(seed);
            var scores = inTwoFutures(question);
            var problem = question.statement().valued(scores).problem(Statement.Over.BUYABLE);
            var robust = new Robust(
                    problem,
                    List.of(
                            new Robust.Future(problem.problem().objective(), 0),
                            new Robust.Future(objective(problem, scores), 0)),
                    Decomposition.forRobust(),
                    new WorstWeights());

            for (var each : List.of(robust.worst(), robust.expected(List.of(500L, 500L)))) {
                var mix = each.mix();
                if (mix != null) {
                    nothingKeptOut(seed, problem, mix);
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThan(2 * FEWER / 3);
    }

    private static Map<String, Map<String, Integer>> mix(SmallQuestion question) {
        var problem = question.problem();
        return SmallQuestion.mix(problem, SOLVER.solve(problem.problem(), problem.ties()));
    }

    private static SmallQuestion drawn(long seed) {
        return drawn(seed, KeptOutLaws::keepOut);
    }

    /** A drawn question with a bid or two more per demand, cheaper and better than all others. */
    private static SmallQuestion drawn(long seed, BiConsumer<SmallBid, Random> changed) {
        var question = SmallQuestions.drawn(seed);
        var random = new Random(seed);
        question.demands.keySet().forEach(demand -> {
            for (int i = random.nextInt(2); i >= 0; i--) {
                var origin = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
                var bid = SmallBid.of(KEPT_OUT + i, "maker" + random.nextInt(6), origin)
                        .at("party" + random.nextInt(4), origin, origin)
                        .score(TEMPTING)
                        .price(1)
                        .speaks("de", "en");
                changed.accept(random.nextBoolean() ? bid.open() : bid, random);
                question.bid(demand, bid);
            }
        });
        return question;
    }

    private static void keepOut(SmallBid bid, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> bid.found(SmallQuestion.exclusion("POL-OUT", "policy", true));
            case 1 -> bid.found(SmallQuestion.exclusion("LAW-OUT", "regulatory", true));
            case 2 -> bid.found(SmallQuestion.exclusion("LAW-PAPER", "regulatory", false));
            default -> bid.fails("ability: surely below");
        }
    }

    /** {@return the scores of every bid as things are, and where what suits well suits ill, but for what is kept out} */
    private static Map<String, List<Long>> inTwoFutures(SmallQuestion question) {
        var scores = new TreeMap<String, List<Long>>();
        question.bids.forEach((demand, bids) -> bids.forEach(bid -> scores.put(
                demand + " | " + bid.id, List.of(bid.score, bid.score == TEMPTING ? TEMPTING : 12_000 - bid.score))));
        return scores;
    }

    /** {@return what each variable scores in the second future} */
    private static List<Long> objective(PortfolioProblem problem, Map<String, List<Long>> scores) {
        var objective = new ArrayList<>(problem.problem().objective());
        problem.parts().forEach(part -> part.choices()
                .forEach(choice -> objective.set(
                        choice.variable(),
                        (long) part.weight()
                                * PortfolioProblem.STEPS
                                * World.known(
                                                scores,
                                                part.demand().id() + " | "
                                                        + choice.candidate().id())
                                        .get(1))));
        return objective;
    }

    private static void nothingKeptOut(long seed, PortfolioProblem problem, Solution mix) {
        var shares = SmallQuestion.mix(problem, new Optimal(mix, mix.score()));
        assertThat(shares).as("seed %d", seed).isNotEmpty();
        nothingKeptOut(seed, shares);
    }

    private static void nothingKeptOut(long seed, Map<String, Map<String, Integer>> mix) {
        assertThat(mix.values()).as("seed %d: %s", seed, mix).noneMatch(KeptOutLaws::holdsKeptOut);
    }

    private static boolean holdsKeptOut(Map<String, Integer> shares) {
        return shares.keySet().stream().anyMatch(bid -> bid.startsWith(KEPT_OUT));
    }
}
