package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.multipolar.portfolio.Certificate.Apart;
import org.multipolar.portfolio.Certificate.Block;
import org.multipolar.portfolio.Certificate.Multiplier;
import org.multipolar.portfolio.Certificate.Proof;
import org.multipolar.portfolio.Certificate.Split;
import org.multipolar.portfolio.Certificate.Weights;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.solve.Certifier;
import org.multipolar.portfolio.solve.OrTools;

/** Optima are certified, and no certificate is accepted whose claim is false. */
class CertificateLaws {

    private static final OrTools SOLVER = new OrTools(OrTools.USUAL_WORK);

    @Test
    void drawn_portfolios_are_mostly_certified_and_accepted() {
        int certified = 0;
        var without = new ArrayList<Long>();
        for (long seed = 0; certified + without.size() < 100; seed++) {
            var portfolio = SmallQuestions.drawn(seed).problem();
            var problem = portfolio.problem();
            if (SOLVER.solve(problem, portfolio.ties()) instanceof Outcome.Optimal optimal) {
                var certificate = Certifier.certify(problem, optimal.solution(), Certifier.USUAL_WORK);
                certificate.ifPresent(made ->
                        assertThat(CertificateChecker.faults(problem, made)).isEmpty());
                certified += certificate.isPresent() ? 1 : 0;
                if (certificate.isEmpty()) {
                    without.add(seed);
                }
            }
        }
        assertThat(without).as("seeds whose work ran out").hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void drawn_plain_problems_are_certified_and_accepted() {
        int certified = 0;
        for (long seed = 0; certified < 100; seed++) {
            var stated = stated(seed);
            certified += certified("seed " + seed, stated.problem(), stated.ties());
        }
    }

    private static int certified(String seed, Problem problem, Ties ties) {
        if (!(SOLVER.solve(problem, ties) instanceof Outcome.Optimal optimal)) {
            return 0;
        }
        var certificate = Certifier.certify(problem, optimal.solution(), Certifier.USUAL_WORK);
        assertThat(certificate).as(seed).isPresent();
        assertThat(CertificateChecker.faults(problem, certificate.orElseThrow()))
                .as(seed)
                .isEmpty();
        return 1;
    }

    /** A mutation may leave a valid proof; whatever is accepted is therefore compared with trying every point. */
    @Test
    void no_mutation_makes_a_false_claim_accepted() {
        int mutated = 0;
        int refused = 0;
        int untrue = 0;
        for (long seed = 0; mutated < 10_000; seed++) {
            var stated = stated(seed);
            var problem = stated.problem();
            if (!(SOLVER.solve(problem, stated.ties()) instanceof Outcome.Optimal optimal)) {
                continue;
            }
            var certificate = Certifier.certify(problem, optimal.solution(), Certifier.USUAL_WORK)
                    .orElseThrow();
            var random = new Random(seed);
            for (int i = 0; i < 50; i++, mutated++) {
                boolean limit = random.nextInt(3) == 0 && !problem.rows().isEmpty();
                var changed = limit ? mutated(problem, random) : problem;
                var claim = limit ? certificate : mutated(certificate, random);
                boolean holds = holds(changed, claim);
                boolean accepted = CertificateChecker.faults(changed, claim).isEmpty();
                assertThat(accepted && !holds)
                        .as("seed %d, %d: %s %s", seed, i, changed, claim)
                        .isFalse();
                refused += accepted ? 0 : 1;
                untrue += holds ? 0 : 1;
            }
        }
        assertThat(untrue).isGreaterThan(3_000);
        assertThat(refused).isGreaterThan(untrue).isLessThan(10_000);
    }

    private static StatedProblem stated(long seed) {
        return ProblemReader.read("seed " + seed, PlainProblem.drawn(seed, 1).text());
    }

    /** {@return whether the values are allowed and reach the score and bound, which no point exceeds} */
    private static boolean holds(Problem problem, Certificate claim) {
        if (claim.score() != claim.bound()) {
            return false;
        }
        long[] point =
                problem.variables().stream().mapToLong(Problem.Variable::lower).toArray();
        boolean found = false;
        while (true) {
            if (problem.rows().stream().allMatch(row -> row.holds(point))) {
                if (problem.score(point) > claim.bound()) {
                    return false;
                }
                found |= claim.values()
                                .equals(java.util.Arrays.stream(point).boxed().toList())
                        && problem.score(point) == claim.score();
            }
            int j = 0;
            while (j < point.length && point[j] == problem.variables().get(j).upper()) {
                point[j] = problem.variables().get(j).lower();
                j++;
            }
            if (j == point.length) {
                return found;
            }
            point[j]++;
        }
    }

    private static Problem mutated(Problem problem, Random random) {
        var rows = new ArrayList<>(problem.rows());
        int i = random.nextInt(rows.size());
        var row = rows.get(i);
        long by = 1L + random.nextInt(4);
        rows.set(
                i,
                new Row(
                        row.name(),
                        row.limit(),
                        row.lower() == Long.MIN_VALUE ? row.lower() : row.lower() - by,
                        row.upper() == Long.MAX_VALUE ? row.upper() : row.upper() + by,
                        row.terms()));
        return new Problem(problem.variables(), rows, problem.constant(), problem.objective());
    }

    static Certificate mutated(Certificate from, Random random) {
        var values = new ArrayList<>(from.values());
        long by = random.nextBoolean() ? 1 : -1;
        return switch (random.nextInt(6)) {
            case 0 -> {
                int j = random.nextInt(values.size());
                values.set(j, values.get(j) + by);
                yield new Certificate(values, from.score(), from.bound(), from.proof());
            }
            case 1 -> new Certificate(values, from.score() + by, from.bound(), from.proof());
            case 2 -> new Certificate(values, from.score(), from.bound() + by, from.proof());
            case 3 -> new Certificate(values, from.score() + by, from.bound() + by, from.proof());
            default -> new Certificate(values, from.score(), from.bound(), mutated(from.proof(), random));
        };
    }

    /** Drops a child, moves a split, or changes, turns or drops a multiplier, a block or a block's bound. */
    static Proof mutated(Proof proof, Random random) {
        return proof.fold(weights -> mutated(weights, random), split -> mutated(split, random), apart -> {
            var blocks = new ArrayList<>(apart.blocks());
            int b = random.nextInt(blocks.size());
            var block = blocks.get(b);
            switch (random.nextInt(4)) {
                case 0 -> blocks.remove(b);
                case 1 -> blocks.set(b, new Block(block.variables(), block.bound(), mutated(block.proof(), random)));
                case 2 ->
                    blocks.set(
                            b,
                            new Block(
                                    block.variables(),
                                    block.bound().subtract(BigInteger.ONE.shiftLeft(random.nextInt(24))),
                                    block.proof()));
                default -> {
                    return new Apart(mutated(apart.priced(), random), apart.grid(), blocks);
                }
            }
            return new Apart(apart.priced(), apart.grid(), blocks);
        });
    }

    private static Proof mutated(Split split, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> split.below();
            case 1 -> split.above();
            case 2 -> new Split(split.variable(), split.at() + 1, split.below(), split.above());
            case 3 -> new Split(split.variable(), split.at(), mutated(split.below(), random), split.above());
            default -> new Split(split.variable(), split.at(), split.below(), mutated(split.above(), random));
        };
    }

    private static Weights mutated(Weights weights, Random random) {
        var multipliers = new ArrayList<>(weights.multipliers());
        if (multipliers.isEmpty()) {
            return new Weights(weights.shift(), List.of(new Multiplier(random.nextInt(3), BigInteger.valueOf(-7))));
        }
        int i = random.nextInt(multipliers.size());
        var old = multipliers.get(i);
        switch (random.nextInt(3)) {
            case 0 -> multipliers.set(i, new Multiplier(old.row(), old.size().negate()));
            case 1 -> multipliers.set(i, new Multiplier(old.row(), old.size().shiftLeft(1)));
            default -> multipliers.remove(i);
        }
        return new Weights(weights.shift(), multipliers);
    }
}
