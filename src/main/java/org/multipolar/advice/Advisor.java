package org.multipolar.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Question;
import org.multipolar.explain.Explainer;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.Checker;
import org.multipolar.portfolio.Grouping;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.ProblemBuilder;
import org.multipolar.portfolio.RuleNumbers;
import org.multipolar.portfolio.Solver;

/** Turns one question into one recommendation. A pure function of its two arguments. */
public final class Advisor {

    private final Solver solver;

    public Advisor(Solver solver) {
        this.solver = solver;
    }

    public Recommendation recommend(Snapshot snapshot, Question question) {
        var assessor = new Assessor(snapshot, question);
        var assessments = assessor.assess();
        var problem = problem(snapshot, question, assessments);
        var unservable = Unservable.of(problem, assessments);
        var outcome = unservable.isEmpty()
                ? checked(problem, solver.solve(problem.problem(), problem.ties()))
                : new Outcome.Infeasible(List.of());
        var explanation = Explainer.explain(snapshot.world(), question.buyer(), assessments, problem, outcome);
        var advice = new AdviceWriter(snapshot, question, solver.name())
                .write(
                        outcome,
                        explanation,
                        unservable,
                        new Outlook(snapshot, question, assessor).upcoming(problem, outcome));
        return new Recommendation(question, assessments, problem, outcome, advice);
    }

    /** {@return the problem of a question, stated and not solved} */
    public static PortfolioProblem problem(Snapshot snapshot, Question question) {
        return problem(snapshot, question, new Assessor(snapshot, question).assess());
    }

    private static PortfolioProblem problem(
            Snapshot snapshot, Question question, Map<String, List<Assessment>> assessments) {
        var buyer = question.buyer();
        var rulebook = snapshot.rulebook();
        var numbers = new RuleNumbers(
                parameter -> {
                    var number = rulebook.number(parameter, question.asOf());
                    return number == null ? 0 : number;
                },
                rulebook.words("superpowers", question.asOf()));
        var clauses = new ArrayList<LimitClause>(buyer.limits());
        clauses.addAll(question.extraLimits());
        var grouping = Grouping.of(snapshot.world().countries(), buyer.policy().originBlocs());
        return new ProblemBuilder(buyer, grouping, numbers).build(assessments, clauses);
    }

    /** INVARIANT: what leaves here as optimal was recomputed in whole numbers and meets its proven bound. */
    private static Outcome checked(PortfolioProblem problem, Outcome outcome) {
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
