package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Demand;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Statement.Over;

/** States the portfolio problem of a question: its variables, its rows, and the limit each row belongs to. */
final class ProblemBuilder {

    private final Buyer buyer;
    private final Grouping grouping;
    private final RuleNumbers numbers;
    private final Rows rows = new Rows();
    private final Over over;
    private final Ceilings ceilings;
    private final List<String> setAside = new ArrayList<>();

    /**
     * @param numbers the numbers that rules turn on, as they stand on the day of the question
     */
    ProblemBuilder(Buyer buyer, Grouping grouping, RuleNumbers numbers, Over over) {
        this.buyer = buyer;
        this.grouping = grouping;
        this.numbers = numbers;
        this.over = over;
        this.ceilings = new Ceilings(over == Over.BUYABLE || over == Over.EVERY_BUYABLE);
    }

    PortfolioProblem build(Statement statement) {
        var clauses = statement.clauses();
        var parts = parts(
                statement,
                new Dominance(
                        buyer.policy().minimumLot() / PortfolioProblem.STEP_PERCENT,
                        numbers.value().applyAsLong("pol-model-cap"),
                        clauses,
                        over != Over.EVERY_CANDIDATE,
                        statement.values()));
        var demandRows = new DemandRows(rows, buyer.policy(), grouping, ceilings);
        var ruleRows = new RuleRows(rows, grouping, numbers, ceilings);
        for (var part : parts) {
            rows.block(part.demand().id());
            demandRows.bounds(part);
            setAside.addAll(ruleRows.state(part));
            demandRows.counts(part);
            barriers(part);
            rows.block("");
        }
        var contracts = contracts(parts);
        new ClauseRows(rows, parts, grouping, contracts, numbers.superpowers(), fixedCosts(contracts)).state(clauses);
        siteRows(parts);
        return new PortfolioProblem(
                rows.problem(), parts, rows.limits(), contracts, ties(parts, contracts), setAside, grouping);
    }

    /** One row for each ground against candidates: nothing is bought of them while it stands. */
    private void barriers(DemandPart part) {
        var barriers = new TreeMap<String, Barrier>();
        var against = new TreeMap<String, List<Choice>>();
        for (var choice : part.choices()) {
            for (var barrier : Barrier.of(choice.assessment())) {
                barriers.putIfAbsent(barrier.id(), barrier);
                against.computeIfAbsent(barrier.id(), id -> new ArrayList<>()).add(choice);
            }
        }
        against.forEach((id, choices) -> {
            var barrier = barriers.get(id);
            if (barrier != null) {
                rows.atMost(barrier.limit(), 0, Rows.steps(choices));
            }
        });
    }

    private List<DemandPart> parts(Statement statement, Dominance dominance) {
        var weights = Weights.of(buyer.demands());
        var parts = new ArrayList<DemandPart>();
        for (var demand : buyer.demands()) {
            var choices = new ArrayList<Choice>();
            var buyable = statement.assessments().getOrDefault(demand.id(), List.of()).stream()
                    .filter(each -> over == Over.EVERY_CANDIDATE || each.buyable())
                    .toList();
            rows.block(demand.id());
            for (var assessment : dominance.worthwhile(
                    buyable,
                    each -> over == Over.EVERY_BUYABLE
                            || statement.kept().contains(Statement.key(demand.id(), each)))) {
                choices.add(choice(demand, assessment, weights.getOrDefault(demand.id(), 0)));
            }
            rows.block("");
            parts.add(new DemandPart(demand, weights.getOrDefault(demand.id(), 0), choices));
        }
        return parts;
    }

    private Choice choice(Demand demand, Assessment assessment, int weight) {
        int variable =
                rows.variable("n", demand.id() + " | " + assessment.candidate().id(), PortfolioProblem.STEPS);
        rows.score(variable, (long) weight * PortfolioProblem.STEPS * assessment.score());
        long stepCost = assessment.candidate().priced()
                ? Rows.ceilDiv(assessment.candidate().monthlyCost(), PortfolioProblem.STEPS)
                : 0;
        return new Choice(assessment, variable, stepCost);
    }

    /** One variable per operator says whether anything is bought from it; its fixed cost is paid once. */
    private Map<String, Integer> contracts(List<DemandPart> parts) {
        var all = parts.stream().flatMap(part -> part.choices().stream()).toList();
        var contracts = new TreeMap<String, Integer>();
        Grouping.by(all, choice -> List.of(choice.candidate().operator())).forEach((operator, choices) -> {
            int contract = rows.variable("z", "contract with " + operator, 1);
            contracts.put(operator, contract);
            var limit = new Limit(
                    "contract:" + operator,
                    Limit.Owner.STRUCTURE,
                    "A share needs a contract",
                    "",
                    "",
                    Measure.NONE,
                    List.of());
            Grouping.by(choices, choice -> List.of(choice.candidate().demand().id()))
                    .values()
                    .forEach(ofDemand ->
                            rows.atMost(limit, 0, Rows.with(Rows.steps(ofDemand), contract, -ceilings.of(ofDemand))));
            rows.atLeast(limit, 0, Rows.with(Rows.steps(choices), contract, -1));
        });
        return contracts;
    }

    /** Fixed cost of a contract; leaving an incumbent saves it and costs the exit instead. */
    private FixedCosts fixedCosts(Map<String, Integer> contracts) {
        var costs = FixedCosts.of(buyer, contracts);
        long pointsPerUsd = buyer.policy().costPoints();
        costs.terms().forEach(term -> rows.score(term.variable(), -pointsPerUsd * (term.factor() / 1_000_000)));
        rows.score(-pointsPerUsd * (costs.constant() / 1_000_000));
        return costs;
    }

    private void siteRows(List<DemandPart> parts) {
        for (var site : buyer.sites()) {
            var terms = new ArrayList<Term>();
            for (var part : parts) {
                var here = part.choices().stream()
                        .filter(choice -> choice.candidate().operator().equals("site:" + site.id()))
                        .toList();
                terms.addAll(Rows.terms(here, choice -> part.demand().volumeMtok()));
            }
            if (!terms.isEmpty()) {
                var limit = new Limit(
                        "capacity:" + site.id(),
                        Limit.Owner.BUYER,
                        "Capacity of %s: %d Mtok a month".formatted(site.name(), site.capacityMtok()),
                        site.source(),
                        "",
                        Measure.capacity(),
                        List.of());
                rows.atMost(limit, PortfolioProblem.STEPS * site.capacityMtok(), terms);
            }
        }
    }

    /** Lower cost, then fewer contracts, then the larger share for the earlier demand, offer and place. */
    private Ties ties(List<DemandPart> parts, Map<String, Integer> contracts) {
        var cost = new ArrayList<Term>();
        var order = new ArrayList<Integer>();
        parts.stream()
                .sorted(java.util.Comparator.comparing(part -> part.demand().id()))
                .forEach(part -> part.choices().forEach(choice -> {
                    order.add(choice.variable());
                    if (choice.stepCost() > 0) {
                        cost.add(new Term(choice.variable(), choice.stepCost()));
                    }
                }));
        cost.addAll(FixedCosts.of(buyer, contracts).terms());
        var count = contracts.values().stream()
                .map(variable -> new Term(variable, 1))
                .toList();
        return new Ties(List.of(cost, count), order);
    }
}
