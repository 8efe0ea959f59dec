package org.multipolar.advice;

import java.util.List;
import org.multipolar.explain.Explainer;
import org.multipolar.explain.LimitShown;
import org.multipolar.portfolio.Measure;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Reworked;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Statement;

/** Says of each binding limit what one step of relief is worth, by solving with that relief. */
final class Worth {

    private final Statement statement;
    private final PortfolioProblem answered;
    private final Outcome.Solution mix;
    private final Solver solver;
    private final PortfolioProblem loose;
    private final Reworked field;
    private final long cost;

    /**
     * @param mix the best mix of the problem answered
     */
    Worth(Statement statement, PortfolioProblem answered, Outcome.Solution mix, Solver solver) {
        this.statement = statement;
        this.answered = answered;
        this.mix = mix;
        this.solver = solver;
        this.loose = statement.problem(Statement.Over.EACH_LIMIT_ALONE);
        this.field = Reworked.of(loose);
        this.cost = Explainer.cost(statement.buyer(), answered, mix.values()).totalMicroUsd();
    }

    /** {@return the limits with the worth of those that bind; where the search proves no best, it stays open} */
    List<LimitShown> of(List<LimitShown> limits) {
        // Each is a question of its own, so they are asked at once; the order of the answers stays.
        return limits.parallelStream()
                .map(limit -> limit.binding() ? of(limit) : limit)
                .toList();
    }

    private LimitShown of(LimitShown limit) {
        var measure = field.limit(limit.id()).measure();
        if (measure.unit() == Measure.Unit.NONE) {
            return limit;
        }
        long step = measure.step(limit.right());
        var relieved = field.wider(limit.id(), step).problem();
        return solver.solve(relieved, loose.ties())
                .fold(
                        optimal -> limit.worth(
                                words(measure, limit, step),
                                optimal.solution().score() - mix.score(),
                                Explainer.cost(
                                                        statement.buyer(),
                                                        loose,
                                                        optimal.solution().values())
                                                .totalMicroUsd()
                                        - cost,
                                MixShifts.between(
                                        answered,
                                        mix.values(),
                                        loose,
                                        optimal.solution().values())),
                        none -> limit,
                        open -> limit);
    }

    private static String words(Measure measure, LimitShown limit, long step) {
        return "%s instead of %s"
                .formatted(
                        measure.words(limit.relation().equals("at most") ? limit.right() + step : limit.right() - step),
                        measure.words(limit.right()));
    }
}
