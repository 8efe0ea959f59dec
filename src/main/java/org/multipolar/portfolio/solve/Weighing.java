package org.multipolar.portfolio.solve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.portfolio.Certificate.Multiplier;
import org.multipolar.portfolio.Certificate.Weights;
import org.multipolar.portfolio.Problem;

/**
 * Rows weighed with whole multipliers, and what that bounds: without tolerance, however the multipliers came about.
 */
final class Weighing {

    static final int SHIFT = 32;

    private static final BigDecimal UNIT = new BigDecimal(BigInteger.ONE.shiftLeft(SHIFT));

    private final Weights weights;
    private final BigInteger sides;
    private final List<BigInteger> left;

    private Weighing(Weights weights, BigInteger sides, List<BigInteger> left) {
        this.weights = weights;
        this.sides = sides;
        this.left = left;
    }

    Weights weights() {
        return weights;
    }

    /** {@return what the rows' sides yield, times 2^SHIFT} */
    BigInteger sides() {
        return sides;
    }

    /** {@return what is left of the objective per variable, times 2^SHIFT} */
    List<BigInteger> left() {
        return left;
    }

    /** Weighs rows with duals; one that leans on a side the row does not have would prove nothing, so it is dropped. */
    static Weighing of(Problem problem, BigInteger[] objective, Map<Integer, Double> duals) {
        var multipliers = new ArrayList<Multiplier>();
        new TreeMap<>(duals).forEach((i, dual) -> {
            var row = problem.rows().get(i);
            long side = dual > 0 ? row.upper() : row.lower();
            if (Double.isFinite(dual) && side != Long.MAX_VALUE && side != Long.MIN_VALUE) {
                var size = new BigDecimal(dual).multiply(UNIT).toBigInteger();
                if (size.signum() != 0) {
                    multipliers.add(new Multiplier(i, size));
                }
            }
        });
        return with(problem, objective, multipliers);
    }

    private static Weighing with(Problem problem, BigInteger[] objective, List<Multiplier> multipliers) {
        var left = Arrays.stream(objective).map(each -> each.shiftLeft(SHIFT)).toArray(BigInteger[]::new);
        var sides = BigInteger.ZERO;
        for (var multiplier : multipliers) {
            var row = problem.rows().get(multiplier.row());
            var size = multiplier.size();
            sides = sides.add(size.multiply(BigInteger.valueOf(size.signum() > 0 ? row.upper() : row.lower())));
            for (var term : row.terms()) {
                left[term.variable()] =
                        left[term.variable()].subtract(size.multiply(BigInteger.valueOf(term.factor())));
            }
        }
        return new Weighing(new Weights(SHIFT, multipliers), sides, List.of(left));
    }

    /**
     * Weighs rows that cannot hold together in a box so heavily that the objective is bounded as far down as wanted.
     *
     * @param duals of missing rows as little as possible
     */
    static Weighing against(
            Problem problem, BigInteger[] objective, Map<Integer, Double> duals, Box box, BigInteger wanted) {
        var nothing = new BigInteger[objective.length];
        Arrays.fill(nothing, BigInteger.ZERO);
        var clash = of(problem, nothing, duals);
        var missed = clash.most(box);
        if (missed.signum() >= 0) {
            return of(problem, objective, Map.of());
        }
        var excess = of(problem, objective, Map.of()).most(box).subtract(wanted.shiftLeft(SHIFT));
        var times = excess.max(BigInteger.ZERO).divide(missed.negate()).add(BigInteger.ONE);
        return with(
                problem,
                objective,
                clash.weights().multipliers().stream()
                        .map(each -> new Multiplier(each.row(), each.size().multiply(times)))
                        .toList());
    }

    /** The bound within a box, times 2^SHIFT. */
    private BigInteger most(Box box) {
        var most = sides;
        for (int j = 0; j < left.size(); j++) {
            int sign = left.get(j).signum();
            if (sign != 0) {
                most = most.add(left.get(j).multiply(BigInteger.valueOf(sign > 0 ? box.upper(j) : box.lower(j))));
            }
        }
        return most;
    }

    /** {@return what the objective cannot exceed within a box} */
    BigInteger bound(Box box) {
        return most(box).shiftRight(SHIFT);
    }
}
