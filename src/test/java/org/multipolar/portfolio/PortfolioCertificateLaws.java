package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.multipolar.portfolio.Certificate.Apart;
import org.multipolar.portfolio.Certificate.Block;
import org.multipolar.portfolio.Certificate.Proof;
import org.multipolar.portfolio.Certificate.Split;
import org.multipolar.portfolio.NextBest.Distinct;
import org.multipolar.portfolio.Outcome.Optimal;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.solve.Certifier;
import org.multipolar.portfolio.solve.Decomposition;

/** No certificate of a portfolio is accepted whose claim is false, as a look at every mix says. */
class PortfolioCertificateLaws {

    private static final Solver SOLVER = Decomposition.forQuestions();
    private static final int QUESTIONS = Boolean.getBoolean("slow") ? 1_000 : 20;
    private static final int MUTATIONS = 50;
    private static final int WORK = 40;

    /**
     * A question with a mix, and what is known of it.
     *
     * @param mixes the best and, where there is one, the next best
     * @param certificate of the best
     * @param score of the best, by a look at every mix
     * @param best all mixes that reach it
     */
    private record Certified(
            PortfolioProblem portfolio,
            List<Solution> mixes,
            Certificate certificate,
            long score,
            List<Map<String, Map<String, Integer>>> best) {

        static Optional<Certified> of(SmallQuestion question) {
            var portfolio = question.problem();
            var mixes = new NextBest(portfolio, SOLVER, Distinct.SHARES, WORK)
                    .find(2)
                    .mixes();
            return mixes.stream()
                    .findFirst()
                    .flatMap(mix -> Certifier.certify(portfolio.problem(), mix, Certifier.USUAL_WORK))
                    .map(certificate -> of(portfolio, mixes, certificate, new BruteForce(question)));
        }

        private static Certified of(
                PortfolioProblem portfolio, List<Solution> mixes, Certificate certificate, BruteForce brute) {
            var all = brute.all();
            long score = all.get(0).score();
            return new Certified(
                    portfolio,
                    mixes,
                    certificate,
                    score,
                    all.stream()
                            .takeWhile(mix -> mix.score() == score)
                            .map(brute::shares)
                            .toList());
        }

        /** {@return the next best mix, or the best where there is no other, with the best one's proof changed} */
        Certificate ofTheNextBest(Random random) {
            var mix = mixes.get(mixes.size() - 1);
            var proof = random.nextInt(3) == 0
                    ? lowered(certificate.proof(), score - mix.score())
                    : CertificateLaws.mutated(certificate.proof(), random);
            return new Certificate(mix.values(), mix.score(), mix.score(), proof);
        }

        /** Claims of one block just as much less as is missing. */
        private static Proof lowered(Proof proof, long by) {
            return proof.fold(
                    weights -> weights,
                    split -> new Split(
                            split.variable(), split.at(), lowered(split.below(), by), lowered(split.above(), by)),
                    apart -> {
                        var blocks = new ArrayList<>(apart.blocks());
                        var first = blocks.get(0);
                        var less = first.bound().subtract(BigInteger.valueOf(by).shiftLeft(apart.grid()));
                        blocks.set(0, new Block(first.variables(), less, first.proof()));
                        return new Apart(apart.priced(), apart.grid(), blocks);
                    });
        }

        boolean holds(Certificate claim) {
            return claim.score() == score
                    && claim.bound() == score
                    && best.contains(SmallQuestion.mix(
                            portfolio, new Optimal(new Solution(claim.values(), claim.score()), claim.bound())));
        }

        boolean accepts(Certificate claim) {
            return CertificateChecker.faults(portfolio.problem(), claim).isEmpty();
        }
    }

    /** Every other claim is a possible mix with its true score, so that only the proof can speak against it. */
    @Test
    void no_mutation_makes_a_false_claim_accepted() {
        int refused = 0;
        int untrue = 0;
        int questions = 0;
        for (long seed = 0; questions < QUESTIONS; seed++) {
            var certified = Certified.of(SmallQuestions.drawn(seed)).orElse(null);
            if (certified == null) {
                continue;
            }
            questions++;
            assertThat(certified.holds(certified.certificate()) && certified.accepts(certified.certificate()))
                    .as("seed %d", seed)
                    .isTrue();
            var random = new Random(seed);
            for (int i = 0; i < MUTATIONS; i++) {
                var claim = i % 2 == 0
                        ? CertificateLaws.mutated(certified.certificate(), random)
                        : certified.ofTheNextBest(random);
                boolean holds = certified.holds(claim);
                boolean accepted = certified.accepts(claim);
                assertThat(accepted && !holds)
                        .as("seed %d, %d: %s", seed, i, claim)
                        .isFalse();
                refused += accepted ? 0 : 1;
                untrue += holds ? 0 : 1;
            }
        }
        assertThat(untrue).isGreaterThan(QUESTIONS * MUTATIONS / 3);
        assertThat(refused).isGreaterThan(untrue).isLessThan(QUESTIONS * MUTATIONS);
    }
}
