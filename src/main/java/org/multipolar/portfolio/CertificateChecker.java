package org.multipolar.portfolio;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import org.multipolar.portfolio.Certificate.Apart;
import org.multipolar.portfolio.Certificate.Split;
import org.multipolar.portfolio.Certificate.Weights;

/** Follows a certificate step by step in exact whole numbers, sharing nothing with what made it but the problem. */
public final class CertificateChecker {

    private static final int DEEPEST = 400;
    private static final int MOST_STEPS = 200_000;
    private static final int FINEST = 64;
    private static final int MOST_BITS = 256;

    private final Problem problem;
    private final long[] lower;
    private final long[] upper;
    private final Deque<String> place = new ArrayDeque<>(List.of("proof"));
    private final List<String> faults = new ArrayList<>();
    private int steps;

    private CertificateChecker(Problem problem) {
        this.problem = problem;
        this.lower =
                problem.variables().stream().mapToLong(Problem.Variable::lower).toArray();
        this.upper =
                problem.variables().stream().mapToLong(Problem.Variable::upper).toArray();
    }

    /** {@return what is wrong: with the values, all of it; with the proof, the first step that fails; empty for nothing} */
    public static List<String> faults(Problem problem, Certificate claim) {
        var check = new CertificateChecker(problem);
        check.values(claim);
        if (check.faults.isEmpty()) {
            var objective =
                    problem.objective().stream().map(BigInteger::valueOf).toArray(BigInteger[]::new);
            var bound = BigInteger.valueOf(claim.bound()).subtract(BigInteger.valueOf(problem.constant()));
            check.step(claim.proof(), objective, bound);
        }
        return check.faults;
    }

    private void values(Certificate claim) {
        try {
            var solution = new Outcome.Solution(claim.values(), claim.score());
            faults.addAll(Checker.faults(problem, new Outcome.Optimal(solution, claim.bound())));
        } catch (ArithmeticException beyond) {
            faults.add("The values are so far outside the bounds that a row leaves the whole numbers held.");
        }
    }

    private void step(Certificate.Proof proof, BigInteger[] objective, BigInteger bound) {
        steps++;
        if (place.size() > DEEPEST || steps > MOST_STEPS) {
            fault("the proof is deeper than %d or longer than %d steps".formatted(DEEPEST, MOST_STEPS));
            return;
        }
        proof.<Runnable>fold(
                        weights -> () -> weights(weights, objective, bound),
                        split -> () -> split(split, objective, bound),
                        apart -> () -> apart(apart, objective, bound))
                .run();
    }

    private void below(String name, Certificate.Proof proof, BigInteger[] objective, BigInteger bound) {
        if (faults.isEmpty()) {
            place.addLast(name);
            step(proof, objective, bound);
            place.removeLast();
        }
    }

    private void weights(Weights weights, BigInteger[] objective, BigInteger bound) {
        var left = new BigInteger[objective.length];
        var most = priced(weights, objective, left);
        for (int j = 0; j < left.length; j++) {
            most = most.add(left[j].multiply(BigInteger.valueOf(left[j].signum() > 0 ? upper[j] : lower[j])));
        }
        atMost(most, weights.shift(), bound);
    }

    private void atMost(BigInteger most, int shift, BigInteger bound) {
        if (faults.isEmpty() && most.shiftRight(shift).compareTo(bound) > 0) {
            fault("this shows only that nothing is above %s, not %s".formatted(most.shiftRight(shift), bound));
        }
    }

    /** Fills in what is left of the objective; {@return what the rows' sides yield}, both times 2^shift. */
    private BigInteger priced(Weights weights, BigInteger[] objective, BigInteger[] left) {
        var sides = BigInteger.ZERO;
        Arrays.fill(left, BigInteger.ZERO);
        if (weights.shift() < 0 || weights.shift() > FINEST) {
            fault("the shift %d is not one of 0 to %d".formatted(weights.shift(), FINEST));
            return sides;
        }
        Arrays.setAll(left, j -> objective[j].shiftLeft(weights.shift()));
        for (var multiplier : weights.multipliers()) {
            var size = multiplier.size();
            if (multiplier.row() < 0 || multiplier.row() >= problem.rows().size() || size.bitLength() > MOST_BITS) {
                fault("row number %d is none, or its multiplier too long".formatted(multiplier.row()));
                return sides;
            }
            var row = problem.rows().get(multiplier.row());
            long side = size.signum() > 0 ? row.upper() : row.lower();
            if (side == Long.MAX_VALUE || (side == Long.MIN_VALUE && size.signum() != 0)) {
                fault("the multiplier %s leans on a side that %s does not have".formatted(size, row.name()));
                return sides;
            }
            sides = sides.add(size.multiply(BigInteger.valueOf(side)));
            for (var term : row.terms()) {
                int j = term.variable();
                left[j] = left[j].subtract(size.multiply(BigInteger.valueOf(term.factor())));
            }
        }
        return sides;
    }

    private void split(Split split, BigInteger[] objective, BigInteger bound) {
        int j = split.variable();
        if (j < 0 || j >= lower.length || split.at() < lower[j] || split.at() >= upper[j]) {
            fault("variable number %d cannot be split at %d here".formatted(j, split.at()));
            return;
        }
        long from = lower[j];
        long to = upper[j];
        var name = problem.variables().get(j).name();
        upper[j] = split.at();
        below(name + " <= " + split.at(), split.below(), objective, bound);
        upper[j] = to;
        lower[j] = split.at() + 1;
        below(name + " > " + split.at(), split.above(), objective, bound);
        lower[j] = from;
    }

    private void apart(Apart apart, BigInteger[] objective, BigInteger bound) {
        int shift = apart.priced().shift();
        var left = new BigInteger[objective.length];
        var most = priced(apart.priced(), objective, left);
        var parts = new ArrayList<Integer>();
        apart.blocks().forEach(block -> parts.addAll(block.variables()));
        if (parts.size() != left.length
                || new TreeSet<>(parts).subSet(0, left.length).size() != left.length) {
            fault("not every variable is in exactly one block");
        } else if (apart.grid() < 0
                || apart.grid() > shift
                || Arrays.stream(lower).anyMatch(from -> from < 0)) {
            fault("rounding up to the grid %d is not safe: it is finer than the shift, or a variable can be negative"
                    .formatted(apart.grid()));
        }
        for (int b = 0; b < apart.blocks().size() && faults.isEmpty(); b++) {
            var block = apart.blocks().get(b);
            most = most.add(block.bound().shiftLeft(shift - apart.grid()));
            var part = new BigInteger[left.length];
            Arrays.fill(part, BigInteger.ZERO);
            for (int j : block.variables()) {
                part[j] = left[j].negate().shiftRight(shift - apart.grid()).negate();
            }
            below("block " + b, block.proof(), part, block.bound());
        }
        atMost(most, shift, bound);
    }

    private void fault(String words) {
        faults.add("At %s: %s.".formatted(String.join(", ", place), words));
    }
}
