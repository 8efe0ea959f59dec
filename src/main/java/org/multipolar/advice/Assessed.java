package org.multipolar.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Question;
import org.multipolar.enabler.Strengths;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.Grouping;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.RuleNumbers;
import org.multipolar.portfolio.Statement;

/** A question whose candidates are judged, and the problem they leave to solve. */
record Assessed(
        Snapshot snapshot,
        Question question,
        Assessor assessor,
        Map<String, List<Assessment>> assessments,
        PortfolioProblem problem) {

    static Assessed of(Snapshot snapshot, Question question) {
        var assessor = new Assessor(snapshot, question);
        var assessments = assessor.assess();
        return new Assessed(snapshot, question, assessor, assessments, problem(snapshot, question, assessments));
    }

    /** {@return the same of what may be bought alone: a problem is stated as before, but nothing can be said of the rest} */
    static Assessed buyable(Snapshot snapshot, Question question, Judgements judgements) {
        var assessor = new Assessor(snapshot, question, judgements);
        var assessments = assessor.assessBuyable();
        return new Assessed(snapshot, question, assessor, assessments, problem(snapshot, question, assessments));
    }

    /** {@return the same question over some of its candidates} */
    Assessed among(Predicate<Candidate> some) {
        var chosen = new TreeMap<String, List<Assessment>>();
        assessments.forEach((demand, all) -> chosen.put(
                demand, all.stream().filter(each -> some.test(each.candidate())).toList()));
        return new Assessed(snapshot, question, assessor, chosen, problem(snapshot, question, chosen));
    }

    /**
     * {@return what may be bought where the same buyer asks the same with other weights and limits: nothing is judged again}
     *
     * <p>INVARIANT: equal to {@link #buyable} of the moved question.
     */
    Assessed moved(Question moved, Judgements judgements) {
        var old = question.buyer().policy().weights();
        var fresh = moved.buyer().policy().weights();
        if ((old.price() > 0) != (fresh.price() > 0)) {
            return buyable(snapshot, moved, judgements); // whether an unknown price is a failing depends on its weight
        }
        var other = new Assessor(snapshot, moved, judgements);
        var weighed = old.equals(fresh) ? assessments : assessor.weighed(assessments, fresh);
        return new Assessed(snapshot, moved, other, weighed, problem(snapshot, moved, weighed));
    }

    /** {@return the problem that the same candidates leave where the strengths of countries are read another way} */
    PortfolioProblem problemUnder(Strengths strengths) {
        return problem(snapshot, question, assessor.rated(assessments, strengths));
    }

    /** {@return what the problem is stated from} */
    Statement statement() {
        return statement(List.of());
    }

    /** {@return the same under further limits} */
    Statement statement(List<LimitClause> more) {
        return statement(snapshot, question, assessments, more);
    }

    /** {@return the problem with every buyable candidate, those too that no best mix can hold as they are rated} */
    PortfolioProblem wholeProblem() {
        return statement().problem(Statement.Over.EVERY_BUYABLE);
    }

    private static PortfolioProblem problem(
            Snapshot snapshot, Question question, Map<String, List<Assessment>> assessments) {
        return statement(snapshot, question, assessments, List.of()).problem(Statement.Over.BUYABLE);
    }

    private static Statement statement(
            Snapshot snapshot, Question question, Map<String, List<Assessment>> assessments, List<LimitClause> more) {
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
        clauses.addAll(more);
        var grouping = Grouping.of(snapshot.world().countries(), buyer.policy().originBlocs());
        return new Statement(buyer, grouping, numbers, assessments, clauses);
    }
}
