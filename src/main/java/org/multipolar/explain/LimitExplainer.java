package org.multipolar.explain;

import java.util.ArrayList;
import java.util.List;
import org.multipolar.portfolio.Limit;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Problem.Row;

/** Shows how close a mix comes to each limit, and which of them bind. */
final class LimitExplainer {

    private LimitExplainer() {}

    static List<LimitShown> explain(PortfolioProblem problem, List<Long> values) {
        var shown = new ArrayList<LimitShown>();
        if (values.isEmpty()) {
            return shown;
        }
        var array = values.stream().mapToLong(Long::longValue).toArray();
        for (var limit : problem.limits().values()) {
            if (limit.owner() != Limit.Owner.STRUCTURE) {
                shown.add(closest(problem, limit, array));
            }
        }
        return shown;
    }

    private static LimitShown closest(PortfolioProblem problem, Limit limit, long[] values) {
        Row closest = null;
        for (int number : limit.rows()) {
            var row = problem.problem().rows().get(number);
            if (!counts(problem, row)) {
                continue;
            }
            if (closest == null || slack(row, values) < slack(closest, values)) {
                closest = row;
            }
        }
        if (closest == null) {
            return new LimitShown(
                    limit.id(),
                    limit.owner().word(),
                    limit.title(),
                    limit.source(),
                    limit.demand(),
                    0,
                    "at most",
                    0,
                    false,
                    null);
        }
        boolean upper = upperIsCloser(closest, values);
        long right = upper ? closest.upper() : closest.lower();
        // A step of any candidate in the row would break it: nothing smaller can be bought or given up.
        long step = closest.terms().stream()
                .mapToLong(term -> Math.abs(term.factor()))
                .filter(factor -> factor > 0)
                .min()
                .orElse(1);
        return new LimitShown(
                limit.id(),
                limit.owner().word(),
                limit.title(),
                limit.source(),
                limit.demand(),
                closest.at(values),
                upper ? "at most" : "at least",
                right,
                slack(closest, values) < step && active(closest, values),
                null);
    }

    /** Rows that only tie a yes-no variable to shares say nothing about how much is bought. */
    private static boolean counts(PortfolioProblem problem, Row row) {
        boolean positive = row.terms().stream().anyMatch(term -> term.factor() > 0);
        boolean negative = row.terms().stream().anyMatch(term -> term.factor() < 0);
        return !(positive && negative && (row.lower() == 0 || row.upper() == 0))
                && !row.terms().isEmpty()
                && problem.parts().size() > 0;
    }

    /** A cap at which nothing is bought binds nobody who wanted in; a floor always asks. */
    private static boolean active(Row row, long[] values) {
        return !upperIsCloser(row, values) || row.at(values) != 0;
    }

    private static boolean upperIsCloser(Row row, long[] values) {
        return row.upper() != Long.MAX_VALUE
                && (row.lower() == Long.MIN_VALUE || row.upper() - row.at(values) <= row.at(values) - row.lower());
    }

    private static long slack(Row row, long[] values) {
        long at = row.at(values);
        long above = row.upper() == Long.MAX_VALUE ? Long.MAX_VALUE : row.upper() - at;
        long below = row.lower() == Long.MIN_VALUE ? Long.MAX_VALUE : at - row.lower();
        return Math.min(above, below);
    }
}
