package org.multipolar.portfolio.solve;

import java.math.BigInteger;
import java.util.ArrayList;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Variable;

/**
 * Tightens the bounds of variables that no solution at least as good as a known one can use.
 *
 * <p>For any multipliers y of the rows, score = y(Ax) + (c - yA)x is at most the rows' sides plus, per variable, its reduced
 * factor times its better bound. This holds for every y, so taking the relaxation's duals, rounded to multiples of a small
 * fraction, and computing in whole numbers gives a bound without any tolerance. A variable may move away from its better
 * bound only as far as the gap to the known score pays for.
 */
final class Reduction {

    /** Multipliers are whole multiples of 2^-SHIFT. */
    private static final int SHIFT = 32;

    private final Problem problem;
    private final BigInteger[] multipliers;
    private final BigInteger[] reduced;

    private Reduction(Problem problem, double[] duals) {
        this.problem = problem;
        this.multipliers = new BigInteger[duals.length];
        this.reduced = new BigInteger[problem.variables().size()];
        for (int i = 0; i < duals.length; i++) {
            multipliers[i] = multiplier(duals[i], problem.rows().get(i));
        }
        for (int j = 0; j < reduced.length; j++) {
            reduced[j] = BigInteger.valueOf(problem.objective().get(j)).shiftLeft(SHIFT);
        }
        for (int i = 0; i < duals.length; i++) {
            for (var term : problem.rows().get(i).terms()) {
                reduced[term.variable()] =
                        reduced[term.variable()].subtract(multipliers[i].multiply(BigInteger.valueOf(term.factor())));
            }
        }
    }

    /** A multiplier that leans on a side the row does not have would prove nothing, so it becomes zero. */
    private static BigInteger multiplier(double dual, Row row) {
        boolean leansOnNothing =
                (dual > 0 && row.upper() == Long.MAX_VALUE) || (dual < 0 && row.lower() == Long.MIN_VALUE);
        return leansOnNothing || !Double.isFinite(dual)
                ? BigInteger.ZERO
                : new java.math.BigDecimal(dual)
                        .multiply(new java.math.BigDecimal(BigInteger.ONE.shiftLeft(SHIFT)))
                        .toBigInteger();
    }

    /** {@return the problem with bounds that keep every solution of at least this score} */
    static Problem tighten(Problem problem, long knownScore) {
        var duals = LinearSolvers.duals(problem);
        return duals == null ? problem : new Reduction(problem, duals).tightened(knownScore);
    }

    private Problem tightened(long knownScore) {
        var gap = bound().subtract(
                        BigInteger.valueOf(knownScore - problem.constant()).shiftLeft(SHIFT));
        var variables = new ArrayList<Variable>();
        for (int j = 0; j < reduced.length; j++) {
            variables.add(tightened(problem.variables().get(j), reduced[j], gap));
        }
        return new Problem(variables, problem.rows(), problem.constant(), problem.objective());
    }

    /** The bound on the score without its constant, times 2^SHIFT. */
    private BigInteger bound() {
        var sum = BigInteger.ZERO;
        for (int i = 0; i < multipliers.length; i++) {
            int sign = multipliers[i].signum();
            if (sign != 0) {
                var row = problem.rows().get(i);
                sum = sum.add(multipliers[i].multiply(BigInteger.valueOf(sign > 0 ? row.upper() : row.lower())));
            }
        }
        for (int j = 0; j < reduced.length; j++) {
            var variable = problem.variables().get(j);
            long better = reduced[j].signum() > 0 ? variable.upper() : variable.lower();
            sum = sum.add(reduced[j].multiply(BigInteger.valueOf(better)));
        }
        return sum;
    }

    private static Variable tightened(Variable variable, BigInteger reduced, BigInteger gap) {
        if (reduced.signum() == 0 || gap.signum() < 0) {
            return variable;
        }
        var steps = gap.divide(reduced.abs());
        long width = variable.upper() - variable.lower();
        if (steps.compareTo(BigInteger.valueOf(width)) >= 0) {
            return variable;
        }
        long reach = steps.longValueExact();
        return reduced.signum() > 0
                ? variable.within(variable.upper() - reach, variable.upper())
                : variable.within(variable.lower(), variable.lower() + reach);
    }
}
