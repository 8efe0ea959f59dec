package org.multipolar.advice;

import java.util.List;
import org.multipolar.explain.Explanation;
import org.multipolar.explain.RuleCostShown;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Statement;

/**
 * What is learned by solving again with something changed: the worth of limits, the cost of rules, what brings others in.
 *
 * @param explanation with the worth of its limits and the flips of its rejected candidates
 */
record Why(Explanation explanation, List<RuleCostShown> ruleCosts) {

    /** How candidates are judged and rated again. */
    record Again(RuleCosts.Without without, PriceCut.Repricing repricing) {}

    Why {
        ruleCosts = List.copyOf(ruleCosts);
    }

    /** {@return the explanation as it is, with nothing solved again} */
    static Why unasked(Explanation explanation) {
        return new Why(explanation, List.of());
    }

    static Why of(Assessed assessed, Explanation explanation, Outcome outcome, Solver solver) {
        var again = new Again(assessed.assessor()::without, assessed.assessor()::repriced);
        return outcome.fold(
                optimal -> assessed.question().explainAll()
                        ? asked(
                                assessed.statement(),
                                assessed.problem(),
                                optimal.solution(),
                                explanation,
                                solver,
                                again,
                                Integer.MAX_VALUE)
                        : wideLimits(assessed, optimal.solution(), explanation, solver),
                none -> unasked(explanation),
                open -> unasked(explanation));
    }

    /** The worth of limits over a region or the whole buyer alone: a few questions, so that every answer can have it. */
    private static Why wideLimits(Assessed assessed, Outcome.Solution mix, Explanation explanation, Solver solver) {
        var worth = new Worth(assessed.statement(), assessed.problem(), mix, solver);
        var limits = explanation.limits().stream()
                .map(limit ->
                        limit.demand().isEmpty() ? worth.of(List.of(limit)).get(0) : limit)
                .toList();
        return unasked(explanation.with(explanation.demands(), limits));
    }

    static Why asked(
            Statement statement,
            PortfolioProblem answered,
            Outcome.Solution mix,
            Explanation explanation,
            Solver solver,
            Again again,
            int rejected) {
        var limits = new Worth(statement, answered, mix, solver).of(explanation.limits());
        var costs = new RuleCosts(statement, answered, mix, again.without(), solver).of(limits);
        var flips = new Flips(statement, answered, mix, again.repricing(), limits, solver);
        return new Why(explanation.with(flips.of(explanation.demands(), rejected), limits), costs);
    }
}
