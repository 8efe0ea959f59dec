package org.multipolar.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.multipolar.catalog.Policy.Loss;
import org.multipolar.catalog.Question;
import org.multipolar.explain.BestMixes;
import org.multipolar.explain.Stability;
import org.multipolar.explain.Tradeoffs;
import org.multipolar.portfolio.Frontier;
import org.multipolar.portfolio.NextBest;
import org.multipolar.portfolio.NextBest.Distinct;
import org.multipolar.portfolio.NextBest.End;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Retention;
import org.multipolar.portfolio.Solver;

/** Lays other mixes beside the one recommended: the next best, and those that trade score for cost or for safety. */
public final class Chooser {

    /** Most mixes in turn that are asked for at once. */
    public static final int MOST_MIXES = 20;

    public static final int USUAL_MIXES = 5;

    private static final int MOST_SOLVES_BEST = 400;

    /** Most problems that are solved for one frontier; a second or so each. */
    public static final int MOST_SOLVES = 60;

    private final Solver solver;

    public Chooser(Solver solver) {
        this.solver = solver;
    }

    /**
     * {@return the best mixes in turn}
     *
     * @param count between 1 and {@link #MOST_MIXES}
     */
    public BestMixes best(Snapshot snapshot, Question question, Distinct distinct, int count) {
        var assessed = Assessed.of(snapshot, question);
        // A mix with a candidate that a better one is alike to is another mix in shares, though never in suppliers.
        var problem = distinct == Distinct.SHARES ? assessed.wholeProblem() : assessed.problem();
        var briefs = briefs(assessed, problem);
        var found = problem.servable()
                ? new NextBest(problem, solver, distinct, MOST_SOLVES_BEST).find(count)
                : new NextBest.Found(List.of(), End.NO_MORE, 0);
        var ranked = new ArrayList<BestMixes.Ranked>();
        for (var mix : found.mixes()) {
            var best = found.mixes().get(0);
            ranked.add(new BestMixes.Ranked(
                    ranked.size() + 1, best.score() - mix.score(), briefs.of(mix), moves(problem, best, mix)));
        }
        var buyer = question.buyer();
        return new BestMixes(
                buyer.id(),
                buyer.name(),
                question.asOf().toString(),
                outcome(!ranked.isEmpty(), found.end() == End.WORK),
                distinct.word(),
                count,
                found.end() != End.WORK,
                finding(found, distinct),
                ranked,
                found.solves(),
                digests(snapshot, question),
                solver.name());
    }

    private static List<Stability.Move> moves(PortfolioProblem problem, Solution best, Solution mix) {
        return Shares.moves(Shares.of(problem, best.values()), Shares.of(problem, mix.values()));
    }

    private static String finding(NextBest.Found found, Distinct distinct) {
        var what = distinct == Distinct.SHARES
                ? "Mixes that differ in a share"
                : "Mixes that differ in who supplies a demand; of those with the same suppliers only the best";
        var end =
                switch (found.end()) {
                    case COUNT -> "each is proven to follow the one before";
                    case NO_MORE -> "there are no more";
                    case WORK -> "the work ran out after these, each of which is proven";
                };
        return "%s: %d found, and %s.".formatted(what, found.mixes().size(), end);
    }

    /** {@return mixes of which none is better in score, cost and worst loss together} */
    public Tradeoffs frontier(Snapshot snapshot, Question question) {
        return frontier(snapshot, question, MOST_SOLVES);
    }

    /**
     * {@return the same, coarser where few problems may be solved; it says what was left}
     *
     * @param solves between 1 and {@link #MOST_SOLVES}
     */
    public Tradeoffs frontier(Snapshot snapshot, Question question, int solves) {
        var assessed = Assessed.of(snapshot, question);
        var problem = assessed.problem();
        var buyer = question.buyer();
        var kinds = Retention.kinds(buyer.policy().retained());
        var retention = new Retention(problem, kinds);
        long exits =
                buyer.incumbents().values().stream().mapToLong(Long::longValue).sum();
        var found = problem.servable()
                ? new Frontier(problem, solver, retention, exits, solves).find()
                : new Frontier.Found(List.of(), null, List.of(), 0, List.of(), 0);
        var briefs = new Briefs(snapshot.world(), buyer, problem, retention);
        var best = found.best();
        return new Tradeoffs(
                buyer.id(),
                buyer.name(),
                question.asOf().toString(),
                outcome(best != null, !found.left().isEmpty()),
                words(kinds),
                found.money(),
                found.mostKept() * PortfolioProblem.STEP_PERCENT,
                found.points().stream()
                        .map(point -> new Tradeoffs.Point(best != null && point.equals(best), briefs.of(point.mix())))
                        .toList(),
                best == null ? null : briefs.of(best.mix()),
                best != null && found.points().contains(best),
                found.left().stream()
                        .map(left -> new Tradeoffs.NotSearched(
                                left.kept() * PortfolioProblem.STEP_PERCENT,
                                left.cost() == Frontier.NO_BOUND ? null : Long.valueOf(left.cost())))
                        .toList(),
                finding(found),
                found.solves(),
                digests(snapshot, question),
                solver.name());
    }

    private static String finding(Frontier.Found found) {
        if (found.best() == null) {
            return "There is no proven mix to lay others beside.";
        }
        return ("%d mixes, none of which another found beats in score, cost and worst loss together. Each is the best under "
                        + "what must survive, in steps of %d percent, and one of %d amounts of money; mixes between two amounts "
                        + "were not searched%s. What is bought today is not stated in the profile and not shown.")
                .formatted(
                        found.points().size(),
                        PortfolioProblem.STEP_PERCENT,
                        found.money().size(),
                        found.left().isEmpty()
                                ? ""
                                : ", nor %d questions of the grid, as the work ran out"
                                        .formatted(found.left().size()));
    }

    private static Briefs briefs(Assessed assessed, PortfolioProblem problem) {
        var buyer = assessed.question().buyer();
        var retention = new Retention(problem, Retention.kinds(buyer.policy().retained()));
        return new Briefs(assessed.snapshot().world(), buyer, problem, retention);
    }

    private static List<String> words(SortedSet<Loss> kinds) {
        return kinds.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    }

    private static String outcome(boolean found, boolean open) {
        return found ? "optimal" : open ? "unproven" : "infeasible";
    }

    private Map<String, String> digests(Snapshot snapshot, Question question) {
        var digests = new TreeMap<>(snapshot.digests(question, solver.name()));
        digests.remove("program");
        return digests;
    }
}
