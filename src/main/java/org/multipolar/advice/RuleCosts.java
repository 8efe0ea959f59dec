package org.multipolar.advice;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.Explainer;
import org.multipolar.explain.LimitShown;
import org.multipolar.explain.RuleCostShown;
import org.multipolar.explain.ShareShift;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.Barrier;
import org.multipolar.portfolio.Limit;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Statement;
import org.multipolar.rulebook.RuleCard;

/**
 * What each rule that shaped a mix costs: the best mix in a world without its findings.
 *
 * <p>Taking the findings of one rule away is what judging without it would come to, because no rule reads another's. Rules
 * asked: those whose caps and floors bind, those that give or take points, and those that alone keep out a candidate which
 * fits.
 */
final class RuleCosts {

    /** Judges and rates a candidate anew without one rule. */
    interface Without {
        Assessment without(Assessment assessment, RuleCard rule);
    }

    private final Statement statement;
    private final PortfolioProblem answered;
    private final Outcome.Solution mix;
    private final Solver solver;

    private final Without without;

    RuleCosts(Statement statement, PortfolioProblem answered, Outcome.Solution mix, Without without, Solver solver) {
        // What two grounds keep out stays out whichever one rule goes.
        this.statement =
                statement.among(each -> each.buyable() || Barrier.of(each).size() == 1);
        this.answered = answered;
        this.mix = mix;
        this.without = without;
        this.solver = solver;
    }

    /** {@return what rules cost, the dearest first; only those without which score or mix would differ} */
    List<RuleCostShown> of(List<LimitShown> limits) {
        return asked(limits).parallelStream()
                .map(this::of)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong((RuleCostShown each) -> each.score() - each.scoreWithout())
                        .thenComparing(RuleCostShown::rule))
                .toList();
    }

    private List<RuleCard> asked(List<LimitShown> limits) {
        var binding = new HashSet<String>();
        limits.stream().filter(LimitShown::binding).forEach(limit -> binding.add(limit.source()));
        var rules = new TreeMap<String, RuleCard>();
        statement.assessments().values().forEach(all -> all.forEach(each -> note(each, binding, rules)));
        return List.copyOf(rules.values());
    }

    private static void note(Assessment assessment, Set<String> binding, Map<String, RuleCard> rules) {
        if (assessment.buyable()) {
            assessment.findings().stream()
                    .filter(finding -> finding.certain()
                            && switch (finding.rule().effect()) {
                                case CAP, REQUIRE ->
                                    binding.contains(finding.rule().id());
                                case PENALISE, PREFER -> true;
                                case EXCLUDE, OBLIGE -> false;
                            })
                    .forEach(finding -> rules.put(finding.rule().id(), finding.rule()));
            return;
        }
        var against = Barrier.of(assessment);
        var rule = against.get(0).rule();
        if (against.size() == 1 && rule != null && against.get(0).kind() == Barrier.Kind.EXCLUSION) {
            rules.put(rule.id(), rule);
        }
    }

    private @Nullable RuleCostShown of(RuleCard rule) {
        UnaryOperator<Assessment> change = each ->
                each.findings().stream().anyMatch(finding -> finding.rule().id().equals(rule.id()))
                        ? without.without(each, rule)
                        : each;
        var stated = statement.changed(change).problem(Statement.Over.BUYABLE);
        if (MixDiffer.same(stated, answered)) {
            return null;
        }
        return solver.solve(stated.problem(), stated.ties())
                .fold(optimal -> shown(rule, stated, optimal.solution()), none -> null, open -> null);
    }

    private @Nullable RuleCostShown shown(RuleCard rule, PortfolioProblem stated, Outcome.Solution other) {
        List<ShareShift> moves = MixShifts.between(answered, mix.values(), stated, other.values());
        if (moves.isEmpty() && other.score() == mix.score()) {
            return null;
        }
        return new RuleCostShown(
                rule.id(),
                rule.title(),
                rule.citation(),
                Limit.Owner.of(rule).word(),
                mix.score(),
                other.score(),
                Explainer.cost(statement.buyer(), answered, mix.values()).totalMicroUsd(),
                Explainer.cost(statement.buyer(), stated, other.values()).totalMicroUsd(),
                moves);
    }
}
