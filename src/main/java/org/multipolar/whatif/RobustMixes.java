package org.multipolar.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Inquiry;
import org.multipolar.advice.Judgements;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Robust;
import org.multipolar.portfolio.Robust.Future;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Statement;
import org.multipolar.portfolio.Tally;
import org.multipolar.portfolio.solve.WorstWeights;
import org.multipolar.scenario.Applied;
import org.multipolar.whatif.RobustMix.Aim;

/**
 * Searches mixes that stand up in several futures: things as they are, and each of some stacks of scenarios.
 *
 * <p>A robust mix keeps today's limits, because it is bought today. It is held in every future; nothing takes over.
 */
public final class RobustMixes {

    private static final long MILLION = 1_000_000;

    private final Snapshot snapshot;
    private final Question question;
    private final Solver solver;
    private final Solver steps;
    private final Judgements judgements;

    /**
     * @param solver finds the best mix of each future alone
     * @param steps solves what leads to the robust one
     */
    public RobustMixes(Snapshot snapshot, Question question, Solver solver, Solver steps, Judgements judgements) {
        this.snapshot = snapshot;
        this.question = question;
        this.solver = solver;
        this.steps = steps;
        this.judgements = judgements;
    }

    /**
     * {@return the mix for an aim}
     *
     * @param stacks futures beside things as they are
     * @param likelihoods of the stacks in millionths; what they leave of the whole is that things stay as they are. At most one
     *     of them happens: where they sum to more than the whole they are taken in proportion
     */
    public RobustMix search(Aim aim, List<List<Scenario>> stacks, List<Long> likelihoods) {
        var now = at(List.of());
        var best = now.bestIfServable();
        if (best.values().isEmpty()) {
            return none(aim, "infeasible", "There is no proven mix as things are.");
        }
        var standpoints = new ArrayList<Inquiry>(List.of(now));
        stacks.forEach(stack -> standpoints.add(at(stack)));
        var scores = scores(now, standpoints);
        var problem = now.problem(scores);
        var futures = futures(problem, standpoints, scores, aim);
        if (futures == null) {
            return none(aim, "infeasible", "In one of the futures no mix keeps all limits, so regret has no measure.");
        }
        var robust = new Robust(problem, futures, steps, new WorstWeights());
        var found = aim == Aim.EXPECTED ? robust.expected(weights(likelihoods)) : robust.worst();
        return told(aim, found, problem, best);
    }

    private Inquiry at(List<Scenario> stack) {
        var applied = Applied.of(snapshot, question, stack);
        return Inquiry.buyable(applied.snapshot(), applied.question(), solver, judgements);
    }

    /** {@return by candidate what a step of it is worth in each future; 0 where nothing of it is left} */
    private Map<String, List<Long>> scores(Inquiry now, List<Inquiry> standpoints) {
        var byFuture = new ArrayList<Map<String, Long>>();
        for (var each : standpoints) {
            var scores = new HashMap<String, Long>();
            question.buyer().demands().forEach(demand -> each.candidates(demand.id())
                    .forEach(candidate -> scores.put(Statement.key(demand.id(), candidate), candidate.score())));
            byFuture.add(scores);
        }
        var scores = new TreeMap<String, List<Long>>();
        question.buyer().demands().forEach(demand -> now.candidates(demand.id()).forEach(candidate -> {
            var key = Statement.key(demand.id(), candidate);
            scores.put(
                    key,
                    byFuture.stream().map(each -> each.getOrDefault(key, 0L)).toList());
        }));
        return scores;
    }

    /** {@return what each variable scores in each future; null where regret is asked for and a future has no best mix} */
    private @Nullable List<Future> futures(
            PortfolioProblem problem, List<Inquiry> standpoints, Map<String, List<Long>> scores, Aim aim) {
        var futures = new ArrayList<Future>();
        for (int s = 0; s < standpoints.size(); s++) {
            long offset = 0;
            if (aim == Aim.REGRET) {
                var best = standpoints.get(s).bestIfServable();
                if (best.values().isEmpty()) {
                    return null;
                }
                offset = best.outcome().fold(optimal -> optimal.solution().score(), none -> 0L, open -> 0L)
                        - problem.problem().constant();
            }
            futures.add(new Future(objective(problem, scores, s), offset));
        }
        return futures;
    }

    private static List<Long> objective(PortfolioProblem problem, Map<String, List<Long>> scores, int future) {
        var objective = new ArrayList<>(problem.problem().objective());
        problem.parts().forEach(part -> part.choices().forEach(choice -> {
            Assessment each = choice.assessment();
            long score = scores.getOrDefault(Statement.key(part.demand().id(), each), List.of())
                    .get(future);
            objective.set(choice.variable(), (long) part.weight() * PortfolioProblem.STEPS * score);
        }));
        return objective;
    }

    private static List<Long> weights(List<Long> likelihoods) {
        long sum = likelihoods.stream().mapToLong(Long::longValue).sum();
        var weights = new ArrayList<Double>();
        weights.add((double) Math.max(0, MILLION - sum));
        likelihoods.forEach(each -> weights.add((double) each));
        return Robust.whole(weights);
    }

    private RobustMix told(Aim aim, Robust.Found found, PortfolioProblem problem, Inquiry.Mix best) {
        var mix = found.mix();
        if (mix == null) {
            return none(aim, found.outcome(), "The search for it came to no end.");
        }
        var pieces = Tally.pieces(problem, mix.values());
        var buyer = question.buyer();
        var tally = Tally.of(buyer, problem.grouping(), pieces);
        var today = Tally.of(buyer, problem.grouping(), Tally.pieces(best.problem(), best.values()));
        long sign = aim == Aim.REGRET ? -1 : 1;
        long constant = aim == Aim.REGRET ? 0 : problem.problem().constant();
        return new RobustMix(
                aim,
                aim.words(),
                found.outcome(),
                sign * (found.value() + constant),
                sign * (found.bound() + constant),
                tally.score(),
                today.score() - tally.score(),
                tally.cost() - today.cost(),
                pieces,
                found.outcome().equals("unproven")
                        ? "Best found; how far it can be from the best is the distance of value and bound."
                        : "");
    }

    private static RobustMix none(Aim aim, String outcome, String note) {
        return new RobustMix(aim, aim.words(), outcome, null, null, null, null, null, List.of(), note);
    }
}
