package org.multipolar.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Candidate;
import org.multipolar.enabler.Strengths;
import org.multipolar.portfolio.Checker;
import org.multipolar.portfolio.Choice;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Solver;
import org.multipolar.suitability.Criterion;
import org.multipolar.suitability.FineWeights;
import org.multipolar.suitability.Measured;
import org.multipolar.suitability.SuitabilityContext;

/**
 * A question's problem where candidates are rated otherwise: the limits stay, so only the score of a step is another.
 *
 * <p>Rated anew is every buyable candidate, because one that no best mix holds as things are may be best as they are not.
 * Safe for use by many threads.
 */
final class Rescored {

    private static final long MOST = 10_000;

    /** A choice of the problem with what its score is made of. */
    private record Rated(Choice choice, int weight, Measured measured) {

        long score(Measured as, FineWeights weights) {
            long points = choice.assessment().suitability().points10000();
            return Math.min(MOST, Math.max(0, as.weighed(weights) + points));
        }
    }

    /**
     * One draw of the data.
     *
     * @param errors standard errors by which the tests of a model erred, by model id
     */
    record Draw(Strengths strengths, ToDoubleFunction<String> errors) {}

    private final Assessed assessed;
    private final PortfolioProblem problem;
    private final List<Rated> rated = new ArrayList<>();

    Rescored(Assessed assessed) {
        this.assessed = assessed;
        this.problem = assessed.wholeProblem();
        var context = assessed.assessor().context();
        problem.parts().forEach(part -> part.choices()
                .forEach(choice ->
                        rated.add(new Rated(choice, part.weight(), Measured.of(choice.candidate(), context)))));
    }

    /** {@return what the best mix buys, or null where none was proven} */
    @Nullable
    Bought best(Solver solver, FineWeights weights, @Nullable Draw draw) {
        var question = under(weights, draw);
        var values = solver.solve(question, problem.ties())
                .fold(
                        optimal -> Checker.held(question, optimal).values(),
                        none -> List.<Long>of(),
                        open -> List.<Long>of());
        return values.isEmpty() ? null : Bought.of(problem, values);
    }

    private Problem under(FineWeights weights, @Nullable Draw draw) {
        var objective = new ArrayList<>(problem.problem().objective());
        var drawing = draw == null ? null : new Drawing(draw);
        for (var each : rated) {
            var as = drawing == null ? each.measured() : drawing.measured(each);
            objective.set(
                    each.choice().variable(), (long) each.weight() * PortfolioProblem.STEPS * each.score(as, weights));
        }
        var whole = problem.problem();
        return new Problem(whole.variables(), whole.rows(), whole.constant(), objective);
    }

    /** Measures under one draw. Supply depends on maker and places alone, so few of them are worked out. */
    private final class Drawing {

        private final Draw draw;
        private final SuitabilityContext context;
        private final Map<String, Double> supply = new TreeMap<>();

        Drawing(Draw draw) {
            this.draw = draw;
            this.context = assessed.assessor().contextUnder(draw.strengths());
        }

        Measured measured(Rated each) {
            var candidate = each.choice().candidate();
            var model = candidate.model().id();
            return each.measured()
                    .with(
                            Criterion.SUPPLY,
                            supply.computeIfAbsent(key(candidate), any -> Measured.supply(candidate, context)))
                    .with(
                            Criterion.QUALITY,
                            assessed.snapshot()
                                    .abilities()
                                    .quality(model, draw.errors().applyAsDouble(model)));
        }
    }

    private static String key(Candidate candidate) {
        return "%s|%s|%s".formatted(candidate.supplier().origin(), candidate.placeStated(), candidate.places());
    }
}
