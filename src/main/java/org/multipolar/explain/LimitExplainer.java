package org.multipolar.explain;

import java.util.ArrayList;
import java.util.List;
import org.multipolar.portfolio.Limit;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Reworked;

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
            if (!counts(limit, row)) {
                continue;
            }
            if (closest == null || slack(row, values) < slack(closest, values)) {
                closest = row;
            }
        }
        if (closest == null) {
            return shown(limit, 0, "at most", 0, false);
        }
        boolean upper = upperIsCloser(closest, values);
        long right = upper ? closest.upper() : closest.lower();
        // A step of any candidate in the row would break it: nothing smaller can be bought or given up.
        long step = closest.terms().stream()
                .mapToLong(term -> Math.abs(term.factor()))
                .filter(factor -> factor > 0)
                .min()
                .orElse(1);
        var measure = limit.measure();
        long left = closest.at(values);
        return shown(
                limit,
                upper ? measure.up(left) : measure.down(left),
                upper ? "at most" : "at least",
                upper ? measure.down(right) : measure.up(right),
                slack(closest, values) < step && active(closest, values));
    }

    private static LimitShown shown(Limit limit, long left, String relation, long right, boolean binding) {
        return new LimitShown(
                limit.id(),
                limit.owner().word(),
                limit.title(),
                limit.source(),
                limit.demand(),
                left,
                relation,
                right,
                limit.measure().unit().word(),
                binding,
                null,
                "",
                null,
                List.of());
    }

    /** Rows that only tie a yes-no variable to shares say nothing about how much is bought. */
    private static boolean counts(Limit limit, Row row) {
        return Reworked.bounds(row, limit.measure()) && !row.terms().isEmpty();
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
