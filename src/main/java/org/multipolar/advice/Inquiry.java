package org.multipolar.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Question;
import org.multipolar.explain.ClashMember;
import org.multipolar.explain.Explainer;
import org.multipolar.explain.Explanation;
import org.multipolar.explain.ShareShift;
import org.multipolar.explain.Upcoming;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Reworked;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Statement;
import org.multipolar.rulebook.Judgement;

/** One question whose candidates are judged once, then asked about from several sides; without steadiness and flips. */
public final class Inquiry {

    /** A best mix, with the problem it solves. */
    public record Mix(PortfolioProblem problem, Outcome outcome) {

        /** {@return the values of the mix; empty where there is none} */
        public List<Long> values() {
            return Explainer.values(outcome);
        }

        /** {@return what one demand's shares add to the score} */
        public long scoreOf(String demand) {
            var values = values();
            long sum = 0;
            for (int i = 0; i < values.size(); i++) {
                if (problem.problem().variables().get(i).block().equals(demand)) {
                    sum += problem.problem().objective().get(i) * values.get(i);
                }
            }
            return sum;
        }
    }

    private final Assessed assessed;
    private final Solver solver;

    private Inquiry(Assessed assessed, Solver solver) {
        this.assessed = assessed;
        this.solver = solver;
    }

    public static Inquiry of(Snapshot snapshot, Question question, Solver solver) {
        return new Inquiry(Assessed.of(snapshot, question), solver);
    }

    /**
     * {@return the same over what may be bought, which is all that a best mix needs}
     *
     * @param judgements what is known of candidates already, and will be known of these
     */
    public static Inquiry buyable(Snapshot snapshot, Question question, Solver solver, Judgements judgements) {
        return new Inquiry(Assessed.buyable(snapshot, question, judgements), solver);
    }

    /**
     * {@return the same of what may be bought where the same buyer asks with other weights and limits}
     *
     * @param moved the same question but for weights, numbers of the policy and numbers of limits
     * @param judgements those that this inquiry was made with
     */
    public Inquiry moved(Question moved, Judgements judgements) {
        return new Inquiry(assessed.moved(moved, judgements), solver);
    }

    /** {@return one candidate with all that is said of it, or null where nobody offers it} */
    public @Nullable Assessment find(String demand, String id) {
        return candidates(demand).stream()
                .filter(each -> each.candidate().id().equals(id))
                .findFirst()
                .orElseGet(() -> assessed.assessor().assess(demand, id));
    }

    /** {@return the same candidates, to be rated and priced anew draw by draw} */
    public Redraw redraw(long seed) {
        return new Redraw(assessed, seed);
    }

    /** {@return the question asked} */
    public Question question() {
        return assessed.question();
    }

    /** {@return the problem that its candidates leave to solve} */
    public PortfolioProblem problem() {
        return assessed.problem();
    }

    /** {@return the same where candidates count in several ways, as {@link Statement#valued} has it} */
    public PortfolioProblem problem(Map<String, List<Long>> values) {
        return assessed.statement().valued(values).problem(Statement.Over.BUYABLE);
    }

    /** {@return the same stated over other candidates} */
    public PortfolioProblem problem(Statement.Over over) {
        return assessed.statement().problem(over);
    }

    /** {@return the same stated over all that may be bought, the beaten too, no row relying on another} */
    public PortfolioProblem eachLimitAlone() {
        return assessed.statement().keepingAll().problem(Statement.Over.EACH_LIMIT_ALONE);
    }

    /** {@return the demands that no mix of their own candidates can serve within their own limits} */
    public List<String> unservable() {
        var problem = assessed.problem();
        var feasibility = new Feasibility(solver);
        var field = Reworked.of(problem);
        return problem.parts().stream()
                .filter(part -> part.choices().isEmpty()
                        || !feasibility.holds(field.block(part.demand().id())))
                .map(part -> part.demand().id())
                .toList();
    }

    /** {@return the best mix where every demand can be served by itself, which is asked first} */
    public Mix bestIfServable() {
        return unservable().isEmpty() ? best() : new Mix(assessed.problem(), new Outcome.Infeasible(List.of()));
    }

    /** {@return the same over some of its candidates} */
    public Inquiry among(Predicate<Candidate> some) {
        return new Inquiry(assessed.among(some), solver);
    }

    /** {@return the candidates of a demand, in id order} */
    public List<Assessment> candidates(String demand) {
        return assessed.assessments().getOrDefault(demand, List.of());
    }

    /** {@return the best mix} */
    public Mix best() {
        return solved(assessed.problem(), List.of());
    }

    /** {@return the best mix under a further limit on one demand} */
    public Mix best(LimitClause more, String demand) {
        return solved(assessed.statement(List.of(more)).problem(Statement.Over.BUYABLE), List.of(demand));
    }

    /** {@return the best mix without some candidates; every limit stays as it is with them} */
    public Mix bestWithout(Predicate<Candidate> lost) {
        var stated = assessed.statement().problem(Statement.Over.BUYABLE);
        var problem = stated.problem();
        var variables = new ArrayList<>(problem.variables());
        var touched = new TreeSet<String>();
        stated.parts().stream()
                .flatMap(part -> part.choices().stream())
                .filter(choice -> lost.test(choice.candidate()))
                .forEach(choice -> {
                    touched.add(choice.candidate().demand().id());
                    variables.set(
                            choice.variable(), variables.get(choice.variable()).within(0, 0));
                });
        return solved(
                stated.with(new Problem(variables, problem.rows(), problem.constant(), problem.objective())), touched);
    }

    /**
     * @param doubtful demands that may have no mix of their own: that is asked first, because it is quickly known, while a
     *     whole without a mix is long searched
     */
    private Mix solved(PortfolioProblem problem, Collection<String> doubtful) {
        var feasibility = new Feasibility(solver);
        var field = Reworked.of(problem);
        boolean possible =
                problem.servable() && doubtful.stream().allMatch(demand -> feasibility.holds(field.block(demand)));
        return new Mix(
                problem,
                possible
                        ? Advisor.checked(problem, solver.solve(problem.problem(), problem.ties()))
                        : new Outcome.Infeasible(List.of()));
    }

    /** {@return a mix explained, all but flips and worths} */
    public Explanation explained(Mix mix) {
        return Explainer.explain(
                assessed.snapshot().world(),
                assessed.question().buyer(),
                assessed.assessments(),
                mix.problem(),
                mix.outcome());
    }

    /** {@return a smallest set of limits that cannot hold together under a further one on a demand; empty where they can} */
    public List<ClashMember> clash(LimitClause more, String demand) {
        var stated = assessed.statement(List.of(more));
        // Limits over several demands could not be kept by one of them, so only those of the demand itself are asked
        // first.
        var alone = new Statement(
                stated.buyer(),
                stated.grouping(),
                stated.numbers(),
                Map.of(demand, candidates(demand)),
                stated.clauses().stream()
                        .filter(each -> each.scope() == LimitClause.Scope.DEMAND)
                        .toList());
        var within = new Conflicts(alone, solver);
        var found = within.in(demand);
        if (found != null) {
            return new ClashWriter(within).members(found);
        }
        var conflicts = new Conflicts(stated, solver);
        var all = conflicts.find();
        return all.isEmpty() ? List.of() : new ClashWriter(conflicts).members(all.get(0));
    }

    /** {@return the shares that differ between two mixes, in the order of demands and offers} */
    public static List<ShareShift> shifts(Mix old, Mix fresh) {
        return MixShifts.between(old.problem(), old.values(), fresh.problem(), fresh.values());
    }

    /** {@return the known changes of law in the next years that touch candidates} */
    public List<Upcoming> upcoming(List<Candidate> candidates) {
        return new Outlook(assessed.snapshot(), assessed.question(), assessed.assessor()).upcoming(candidates);
    }

    /** {@return the days in the next three years on which law, papers or reach change, touching this buyer or not} */
    public Set<LocalDate> daysAhead() {
        return new Outlook(assessed.snapshot(), assessed.question(), assessed.assessor()).days();
    }

    /** {@return whether another question states the same problem, names aside} */
    public boolean sameProblem(Inquiry other) {
        return MixDiffer.same(assessed.problem(), other.assessed.problem());
    }

    /** {@return what papers do for a candidate} */
    public PaperWork papers(Candidate candidate) {
        return PaperWork.of(assessed.assessor(), candidate);
    }

    /** {@return the judgement on a candidate in each of its places by itself, in their order} */
    public List<Judgement> placeByPlace(Candidate candidate) {
        var alone = candidate.places().stream()
                .map(place -> new Candidate(
                        candidate.demand(),
                        candidate.offer(),
                        candidate.model(),
                        candidate.supplier(),
                        candidate.access(),
                        candidate.host(),
                        candidate.operator(),
                        candidate.hostOrigin(),
                        List.of(place),
                        Offer.Routing.IN_REGION,
                        candidate.site(),
                        candidate.inputPrice(),
                        candidate.outputPrice()))
                .toList();
        return assessed.assessor().judge(alone, assessed.assessor().setting());
    }
}
