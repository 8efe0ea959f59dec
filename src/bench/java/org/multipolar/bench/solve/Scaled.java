package org.multipolar.bench.solve;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.multipolar.portfolio.Export;
import org.multipolar.portfolio.Problem;

/**
 * Rows with large factors divided by a power of ten, for solvers in doubles.
 *
 * <p>Decided: they get this help, which their manuals ask for, because without it they call mixes best that are a quarter
 * worse: a budget in millionths of a dollar drowns all other rows.
 */
final class Scaled {

    private static final long LARGE = 1_000;

    private Scaled() {}

    /** {@return by what the row's factors and bounds are to be divided} */
    static long divisor(Problem.Row row) {
        long divisor = 1;
        long most = row.terms().stream()
                .mapToLong(term -> Math.abs(term.factor()))
                .max()
                .orElse(0);
        while (most / divisor > LARGE) {
            divisor *= 10;
        }
        return divisor;
    }

    /** {@return a row's lower bound so divided} */
    static double lower(Problem.Row row, double infinity) {
        return row.lower() == Long.MIN_VALUE ? -infinity : (double) row.lower() / divisor(row);
    }

    /** {@return a row's upper bound so divided} */
    static double upper(Problem.Row row, double infinity) {
        return row.upper() == Long.MAX_VALUE ? infinity : (double) row.upper() / divisor(row);
    }

    /** {@return a row's factors by variable so divided; a variable that stands twice is added up} */
    static Map<Integer, Double> factors(Problem.Row row) {
        var whole = new java.util.TreeMap<Integer, Long>();
        row.terms().forEach(term -> whole.merge(term.variable(), term.factor(), Long::sum));
        long divisor = divisor(row);
        var factors = new java.util.LinkedHashMap<Integer, Double>();
        whole.forEach((variable, factor) -> factors.put(variable, (double) factor / divisor));
        return factors;
    }

    /** {@return the exported MPS with its rows so divided} */
    static String mps(Problem problem) {
        var divisors = new HashMap<String, Long>();
        problem.rows().forEach(row -> divisors.put(row.name(), divisor(row)));
        return Export.mps(problem)
                .lines()
                .map(line -> divided(line, divisors))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String divided(String line, Map<String, Long> divisors) {
        var words = line.strip().split("\\s+", -1);
        long divisor = words.length == 3 && line.startsWith("    ") ? divisors.getOrDefault(words[1], 1L) : 1;
        return divisor == 1
                ? line
                : "    %-8s  %-8s  %s"
                        .formatted(
                                words[0],
                                words[1],
                                new java.math.BigDecimal(words[2])
                                        .divide(java.math.BigDecimal.valueOf(divisor))
                                        .toPlainString());
    }
}
