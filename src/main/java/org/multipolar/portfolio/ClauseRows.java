package org.multipolar.portfolio;

import static org.multipolar.portfolio.PortfolioProblem.STEPS;
import static org.multipolar.portfolio.PortfolioProblem.STEP_PERCENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.catalog.Policy.Loss;
import org.multipolar.portfolio.Problem.Term;

/** States the limits that a buyer or a question writes, each over a demand, a region or the whole buyer. */
final class ClauseRows {

    private final Rows rows;
    private final List<DemandPart> parts;
    private final Grouping grouping;
    private final Map<String, Integer> contracts;
    private final Set<String> superpowers;
    private final FixedCosts fixed;

    ClauseRows(
            Rows rows,
            List<DemandPart> parts,
            Grouping grouping,
            Map<String, Integer> contracts,
            Set<String> superpowers,
            FixedCosts fixed) {
        this.rows = rows;
        this.parts = parts;
        this.grouping = grouping;
        this.contracts = contracts;
        this.superpowers = superpowers;
        this.fixed = fixed;
    }

    void state(List<LimitClause> clauses) {
        for (var clause : clauses) {
            if (clause.scope() == Scope.DEMAND) {
                inScope(clause)
                        .forEach(part ->
                                state(clause, List.of(part), ":" + part.demand().id()));
            } else if (clause.scope() == Scope.REGION && clause.region() == null) {
                Grouping.by(parts, part -> List.of(part.demand().region()))
                        .forEach((region, ofRegion) -> state(clause, ofRegion, ":" + region));
            } else {
                state(clause, inScope(clause), "");
            }
        }
    }

    private List<DemandPart> inScope(LimitClause clause) {
        return parts.stream()
                .filter(part -> clause.demand() == null || part.demand().id().equals(clause.demand()))
                .filter(part ->
                        clause.region() == null || part.demand().region().equals(clause.region()))
                .toList();
    }

    private void state(LimitClause clause, List<DemandPart> over, String suffix) {
        var limit = new Limit(
                clause.id() + suffix,
                clause.source().isEmpty() ? Limit.Owner.BUYER : Limit.Owner.LAW,
                clause.why(),
                clause.source().isEmpty() ? "buyer" : clause.source(),
                over.size() == 1 ? over.get(0).demand().id() : "",
                measure(clause, over),
                List.of());
        switch (clause.on()) {
            case CONTRACTS ->
                rows.atMost(
                        limit,
                        clause.at(),
                        contracts.values().stream()
                                .map(contract -> new Term(contract, 1))
                                .toList());
            case SUPPLIERS -> suppliers(clause, limit, over);
            case COST -> cost(clause, limit, over);
            case RETAINED -> over.forEach(part -> retained(clause, limit, part));
            case OUTSIDE_SUPERPOWERS ->
                shares(
                        clause,
                        limit,
                        over,
                        choices(
                                over,
                                choice -> !superpowers.contains(
                                                choice.candidate().supplier().origin())
                                        && !superpowers.contains(
                                                choice.candidate().supplier().parentOrigin())));
            case ORIGIN, PARENT, SUPPLIER, OPERATOR, HOST_ORIGIN, PLACE, LINEAGE, MODEL, OFFER, OPENNESS ->
                grouped(clause, limit, over);
        }
    }

    private Measure measure(LimitClause clause, List<DemandPart> over) {
        if (clause.kind() == Kind.KEEP) {
            return Measure.SHARE; // steps, of whichever demands hold them
        }
        return switch (clause.on()) {
            case CONTRACTS -> Measure.CONTRACTS;
            case SUPPLIERS -> Measure.SUPPLIERS;
            case COST -> Measure.money(clause.scope() == Scope.BUYER ? fixed.constant() : 0);
            case RETAINED -> Measure.SHARE;
            case OUTSIDE_SUPERPOWERS,
                    ORIGIN,
                    PARENT,
                    SUPPLIER,
                    OPERATOR,
                    HOST_ORIGIN,
                    PLACE,
                    LINEAGE,
                    MODEL,
                    OFFER,
                    OPENNESS -> clause.scope() == Scope.DEMAND ? Measure.SHARE : Measure.shareOf(volume(over));
        };
    }

    private static long volume(List<DemandPart> over) {
        return over.stream().mapToLong(part -> part.demand().volumeMtok()).sum();
    }

    /** Named values are bounded together; without names, each value that occurs is bounded by itself. */
    private void grouped(LimitClause clause, Limit limit, List<DemandPart> over) {
        var named = clause.on() == On.OPENNESS && clause.of().isEmpty() ? List.of("open") : clause.of();
        if (!named.isEmpty()) {
            shares(
                    clause,
                    limit,
                    over,
                    choices(over, choice -> grouping.values(clause.on(), choice.candidate()).stream()
                            .anyMatch(named::contains)));
            return;
        }
        Grouping.by(choices(over, choice -> true), choice -> grouping.values(clause.on(), choice.candidate()))
                .values()
                .forEach(choices -> shares(clause, limit, over, choices));
    }

    /** Within a demand by steps; over several by volume. */
    private void shares(LimitClause clause, Limit limit, List<DemandPart> over, List<Choice> choices) {
        if (clause.kind() == Kind.KEEP) {
            rows.atLeast(limit, 1, Rows.steps(choices));
            return;
        }
        if (clause.scope() == Scope.DEMAND) {
            bound(clause, limit, Rows.steps(choices), 1, STEP_PERCENT);
            return;
        }
        var terms =
                Rows.terms(choices, choice -> 100 * choice.candidate().demand().volumeMtok());
        bound(clause, limit, terms, STEPS * volume(over), 1);
    }

    private void bound(LimitClause clause, Limit limit, List<Term> terms, long whole, long unit) {
        long at = clause.at() * whole;
        if (clause.kind() == Kind.FLOOR) {
            rows.atLeast(limit, Rows.ceilDiv(at, unit), terms);
        } else {
            rows.atMost(limit, Math.floorDiv(at, unit), terms);
        }
    }

    private static List<Choice> choices(List<DemandPart> over, java.util.function.Predicate<Choice> chosen) {
        return over.stream()
                .flatMap(part -> part.choices().stream())
                .filter(chosen)
                .toList();
    }

    private void suppliers(LimitClause clause, Limit limit, List<DemandPart> over) {
        var used = new ArrayList<Term>();
        Grouping.by(
                        choices(over, choice -> true),
                        choice -> List.of(choice.candidate().supplier().id()))
                .forEach((supplier, choices) -> {
                    int use = rows.variable("u", "used under %s: %s".formatted(limit.id(), supplier), 1);
                    Grouping.by(
                                    choices,
                                    choice ->
                                            List.of(choice.candidate().demand().id()))
                            .values()
                            .forEach(ofDemand -> rows.atMost(limit, 0, Rows.with(Rows.steps(ofDemand), use, -STEPS)));
                    used.add(new Term(use, 1));
                });
        rows.atMost(limit, clause.at(), used);
    }

    private void cost(LimitClause clause, Limit limit, List<DemandPart> over) {
        var terms = new ArrayList<>(Rows.terms(choices(over, choice -> true), Choice::stepCost));
        long constant = 0;
        if (clause.scope() == Scope.BUYER) {
            terms.addAll(fixed.terms());
            constant = fixed.constant();
        }
        if (clause.kind() == Kind.FLOOR) {
            rows.atLeast(limit, clause.at() - constant, terms);
        } else {
            rows.atMost(limit, clause.at() - constant, terms);
        }
    }

    private void retained(LimitClause clause, Limit limit, DemandPart part) {
        for (var word : clause.of()) {
            var loss = Loss.valueOf(word.toUpperCase(java.util.Locale.ROOT));
            var struck = new Struck(grouping, loss, part.choices());
            for (var lost : struck.losses()) {
                rows.atLeast(limit, Rows.ceilDiv(clause.at(), STEP_PERCENT), Rows.steps(struck.survivors(lost)));
            }
        }
    }
}
