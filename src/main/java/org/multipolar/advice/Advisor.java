package org.multipolar.advice;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.multipolar.catalog.Question;
import org.multipolar.explain.Explainer;
import org.multipolar.explain.Explanation;
import org.multipolar.portfolio.Checker;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Solver;

/** Turns one question into one recommendation. A pure function of its two arguments. */
public final class Advisor {

    private final Solver solver;
    private final Steps steps;

    public Advisor(Solver solver) {
        this(solver, Steps.UNSEEN);
    }

    /**
     * @param steps told of scoring, judging and explaining; of solving, the solver tells
     */
    public Advisor(Solver solver, Steps steps) {
        this.solver = solver;
        this.steps = steps;
    }

    public Recommendation recommend(Snapshot snapshot, Question question) {
        // The intervals need no judging and the judging no intervals, so both go on at once.
        var index = snapshot.index(question.buyer().policy());
        var intervals = CompletableFuture.supplyAsync(steps.part("score", index::intervals));
        var assessed = steps.step("judge", () -> Assessed.of(snapshot, question));
        joined(intervals);
        return recommend(assessed, true);
    }

    /**
     * {@return the recommendation for a question whose candidates are judged already}
     *
     * @param steadiness whether to ask how it stands within the intervals of the country scores, which solves once more
     */
    Recommendation recommend(Assessed assessed, boolean steadiness) {
        var problem = assessed.problem();
        var outcome = problem.servable()
                ? checked(problem, solver.solve(problem.problem(), problem.ties()))
                : new Outcome.Infeasible(List.of());
        var advice = steps.step("explain", () -> explained(assessed, outcome, steadiness));
        return new Recommendation(assessed.question(), assessed.assessments(), problem, outcome, advice);
    }

    private Advice explained(Assessed assessed, Outcome outcome, boolean steadiness) {
        var snapshot = assessed.snapshot();
        var question = assessed.question();
        var problem = assessed.problem();
        var impasse = outcome.fold(
                optimal -> Impasse.NONE, none -> Impasse.of(assessed.statement(), solver), open -> Impasse.NONE);
        // Asked while the answer is explained and looked ahead from: it is one more solving.
        var stability = steadiness
                ? CompletableFuture.supplyAsync(
                        steps.part("steadiness", () -> new Steadiness(assessed, solver).of(outcome)))
                : CompletableFuture.completedFuture(
                        Steadiness.notAsked(assessed, "Mixes were compared, not their steadiness."));
        var explanation =
                Explainer.explain(snapshot.world(), question.buyer(), assessed.assessments(), problem, outcome);
        var why = why(assessed, explanation, outcome, steadiness);
        var upcoming = new Outlook(snapshot, question, assessed.assessor()).upcoming(problem, outcome);
        return new AdviceWriter(snapshot, question, solver.name())
                .write(outcome, why, impasse, joined(stability), upcoming);
    }

    private Why why(Assessed assessed, Explanation explanation, Outcome outcome, boolean asked) {
        return asked ? Why.of(assessed, explanation, outcome, solver) : Why.unasked(explanation);
    }

    /** {@return what work on another thread came to; what it threw is thrown here as it was} */
    private static <T> T joined(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** {@return the problem of a question, stated and not solved} */
    public static PortfolioProblem problem(Snapshot snapshot, Question question) {
        return Assessed.of(snapshot, question).problem();
    }

    /** INVARIANT: what leaves here as optimal was recomputed in whole numbers and meets its proven bound. */
    static Outcome checked(PortfolioProblem problem, Outcome outcome) {
        var faults = outcome.fold(
                optimal -> Checker.faults(problem.problem(), optimal),
                none -> List.<String>of(),
                open -> open.best().isEmpty()
                        ? List.<String>of()
                        : Checker.faults(problem.problem(), open.best().get(0)));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The solver's answer does not hold: " + String.join(" ", faults));
        }
        return outcome;
    }
}
