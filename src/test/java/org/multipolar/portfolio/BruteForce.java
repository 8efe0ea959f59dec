package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.catalog.Policy.Loss;
import org.multipolar.rulebook.RuleCard;

/**
 * The decision model taken at its word: looks at every mix there is. Shares nothing with the problem's rows.
 *
 * <p>It reads the question, not the problem, so that it also notices a limit that the rows forget.
 */
public final class BruteForce {

    private static final int STEPS = 20;

    private final SmallQuestion question;
    private final List<Demand> demands;
    private final List<List<SmallBid>> bids = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();

    /** A mix with everything it is compared by. */
    public record Mix(long score, long cost, long contracts, List<int[]> steps) {

        static final Comparator<Mix> BEST = Comparator.comparingLong((Mix mix) -> -mix.score())
                .thenComparingLong(Mix::cost)
                .thenComparingLong(Mix::contracts)
                .thenComparing(Mix::later);

        /** Negative where this mix has the larger share for the earlier demand and bid. */
        private int later(Mix other) {
            for (int d = 0; d < steps.size(); d++) {
                for (int b = 0; b < steps.get(d).length; b++) {
                    int compared = Integer.compare(other.steps.get(d)[b], steps.get(d)[b]);
                    if (compared != 0) {
                        return compared;
                    }
                }
            }
            return 0;
        }
    }

    public BruteForce(SmallQuestion question) {
        this.question = question;
        this.demands = List.copyOf(question.demands.values());
        long volume = demands.stream().mapToLong(Demand::volumeMtok).sum();
        for (var demand : demands) {
            var ofDemand = question.bids.getOrDefault(demand.id(), List.of()).stream()
                    .sorted(Comparator.comparing(bid -> bid.id))
                    .toList();
            bids.add(ofDemand);
            if (1_000 * demand.volumeMtok() % volume != 0) {
                throw new IllegalArgumentException("Choose volumes whose weights are whole thousandths.");
            }
            weights.add((int) (1_000 * demand.volumeMtok() / volume));
        }
    }

    /** {@return the best mix, or null where none keeps all limits} */
    @Nullable
    public Mix best() {
        var found = new Mix[1];
        look(mix -> {
            if (found[0] == null || Mix.BEST.compare(mix, found[0]) < 0) {
                found[0] = mix;
            }
        });
        return found[0];
    }

    /** {@return every mix that keeps all limits, best first} */
    List<Mix> all() {
        var all = new ArrayList<Mix>();
        look(all::add);
        all.sort(Mix.BEST);
        return all;
    }

    /** Shows every mix that keeps all limits, in no order of merit. */
    void look(Consumer<Mix> seen) {
        var each = new ArrayList<List<int[]>>();
        for (int d = 0; d < demands.size(); d++) {
            int at = d;
            each.add(compositions(bids.get(d).size()).stream()
                    .filter(steps -> keepsDemand(at, steps))
                    .toList());
        }
        combine(each, new ArrayList<>(), seen);
    }

    private void combine(List<List<int[]>> each, List<int[]> chosen, Consumer<Mix> seen) {
        if (chosen.size() == each.size()) {
            if (keepsBuyer(chosen)) {
                seen.accept(valued(List.copyOf(chosen)));
            }
            return;
        }
        for (var steps : each.get(chosen.size())) {
            chosen.add(steps);
            combine(each, chosen, seen);
            chosen.remove(chosen.size() - 1);
        }
    }

    private Mix valued(List<int[]> steps) {
        long score = 0;
        long cost = 0;
        for (int d = 0; d < steps.size(); d++) {
            long suits = 0;
            for (int b = 0; b < steps.get(d).length; b++) {
                suits += bids.get(d).get(b).score * steps.get(d)[b];
                cost += stepCost(d, bids.get(d).get(b)) * steps.get(d)[b];
            }
            long squares = sums(d, steps.get(d), bid -> List.of(unit(bid.origin))).values().stream()
                    .mapToLong(sum -> (long) sum * sum)
                    .sum();
            score += weights.get(d) * (STEPS * suits - question.concentration * squares);
        }
        long fixed = fixed(steps);
        return new Mix(
                score - question.costPoints * (fixed / 1_000_000),
                cost + fixed,
                contracts(steps).size(),
                steps);
    }

    private long stepCost(int demand, SmallBid bid) {
        return Math.floorDiv(bid.price * demands.get(demand).volumeMtok() + STEPS - 1, STEPS);
    }

    private Set<String> contracts(List<int[]> steps) {
        var used = new TreeSet<String>();
        for (int d = 0; d < steps.size(); d++) {
            for (int b = 0; b < steps.get(d).length; b++) {
                if (steps.get(d)[b] > 0) {
                    used.add(bids.get(d).get(b).operator);
                }
            }
        }
        return used;
    }

    /** Contracts held cost their fee, incumbents left cost their exit. */
    private long fixed(List<int[]> steps) {
        var used = contracts(steps);
        long fixed = used.size() * question.contractCost;
        for (var incumbent : question.incumbents.entrySet()) {
            fixed += used.contains(incumbent.getKey()) ? 0 : incumbent.getValue();
        }
        return fixed;
    }

    private boolean keepsDemand(int d, int[] steps) {
        for (int step : steps) {
            if (step > 0 && step * 5 < question.lot) {
                return false;
            }
        }
        long suppliers = used(d, steps, bid -> bid.supplier);
        if (suppliers < question.leastSuppliers || suppliers > question.mostSuppliers) {
            return false;
        }
        for (var language : demands.get(d).languages()) {
            var covering = new TreeSet<String>();
            for (int b = 0; b < steps.length; b++) {
                if (steps[b] > 0 && bids.get(d).get(b).languages.contains(language.code())) {
                    covering.add(bids.get(d).get(b).supplier);
                }
            }
            if (covering.size() < question.languageSuppliers) {
                return false;
            }
        }
        return keepsRules(d, steps)
                && question.retained.entrySet().stream()
                        .allMatch(each -> retained(d, steps, each.getKey(), each.getValue()))
                && question.clauses.stream()
                        .filter(clause -> clause.scope() == Scope.DEMAND)
                        .filter(clause -> clause.demand() == null
                                || clause.demand().equals(demands.get(d).id()))
                        .allMatch(clause -> keeps(clause, List.of(d), zeros(d, steps)));
    }

    /** What rules found on bids bounds the sum over those bids; a house rule that cannot hold is set aside. */
    private boolean keepsRules(int d, int[] steps) {
        var found = new TreeMap<String, List<Integer>>();
        var cards = new TreeMap<String, RuleCard>();
        for (int b = 0; b < steps.length; b++) {
            for (var finding : bids.get(d).get(b).findings) {
                found.computeIfAbsent(finding.rule().id(), id -> new ArrayList<>())
                        .add(b);
                cards.put(finding.rule().id(), finding.rule());
            }
        }
        return cards.values().stream().allMatch(card -> card.bounds().stream()
                .allMatch(bound -> keepsRule(
                        d,
                        steps,
                        found.getOrDefault(card.id(), List.of()),
                        card.kind().equals("policy"),
                        bound.key(),
                        question.numbers.getOrDefault(bound.parameter(), 0L))));
    }

    private boolean keepsRule(int d, int[] steps, List<Integer> on, boolean house, String key, long at) {
        var values = new TreeMap<String, Integer>();
        int open = 0;
        boolean anyOpen = false;
        for (int b : on) {
            var bid = bids.get(d).get(b);
            anyOpen |= bid.open;
            open += bid.open ? steps[b] : 0;
            var keys =
                    switch (key) {
                        case "all", "open" -> List.of("all");
                        case "supplier" -> List.of(bid.supplier);
                        case "operator" -> List.of(bid.operator);
                        case "lineage" -> bid.lineage;
                        case "model" -> List.of(bid.model);
                        default -> List.of(unit(bid.origin));
                    };
            keys.forEach(value -> values.merge(value, steps[b], Integer::sum));
        }
        boolean everybody = on.size() == steps.length;
        return switch (key) {
            case "open" -> 5L * open >= at || (house && everybody && !anyOpen);
            case "distinct-origins" ->
                values.values().stream().filter(sum -> sum > 0).count() >= at
                        || (house && everybody && values.size() < at);
            default ->
                values.values().stream().allMatch(sum -> 5L * sum <= at)
                        || (house && everybody && values.size() * (at / 5) < STEPS);
        };
    }

    private List<int[]> zeros(int demand, int[] steps) {
        var all = new ArrayList<int[]>();
        for (int d = 0; d < demands.size(); d++) {
            all.add(d == demand ? steps : new int[bids.get(d).size()]);
        }
        return all;
    }

    private boolean keepsBuyer(List<int[]> steps) {
        var everywhere = new ArrayList<Integer>();
        for (int d = 0; d < demands.size(); d++) {
            everywhere.add(d);
        }
        return question.clauses.stream()
                .filter(clause -> clause.scope() == Scope.BUYER)
                .allMatch(clause -> keeps(clause, everywhere, steps));
    }

    private boolean keeps(LimitClause clause, List<Integer> over, List<int[]> steps) {
        return switch (clause.on()) {
            case CONTRACTS -> contracts(steps).size() <= clause.at();
            case SUPPLIERS -> {
                var suppliers = new TreeSet<String>();
                over.forEach(
                        d -> sums(d, steps.get(d), bid -> List.of(bid.supplier)).forEach((supplier, sum) -> {
                            if (sum > 0) {
                                suppliers.add(supplier);
                            }
                        }));
                yield suppliers.size() <= clause.at();
            }
            case COST -> {
                long cost = clause.scope() == Scope.BUYER ? fixed(steps) : 0;
                for (int d : over) {
                    for (int b = 0; b < steps.get(d).length; b++) {
                        cost += stepCost(d, bids.get(d).get(b)) * steps.get(d)[b];
                    }
                }
                yield clause.kind() == Kind.FLOOR ? cost >= clause.at() : cost <= clause.at();
            }
            case RETAINED ->
                over.stream().allMatch(d -> clause.of().stream()
                        .allMatch(word ->
                                retained(d, steps.get(d), Loss.valueOf(word.toUpperCase(java.util.Locale.ROOT)), (int)
                                        clause.at())));
            case OUTSIDE_SUPERPOWERS ->
                within(
                        clause,
                        over,
                        steps,
                        bid -> !SmallQuestion.SUPERPOWERS.contains(bid.origin)
                                && !SmallQuestion.SUPERPOWERS.contains(bid.parent));
            case ORIGIN -> grouped(clause, over, steps, bid -> List.of(unit(bid.origin)));
            case PARENT -> grouped(clause, over, steps, bid -> List.of(unit(bid.parent)));
            case SUPPLIER -> grouped(clause, over, steps, bid -> List.of(bid.supplier));
            case OPERATOR -> grouped(clause, over, steps, bid -> List.of(bid.operator));
            case HOST_ORIGIN -> grouped(clause, over, steps, bid -> List.of(unit(bid.hostOrigin)));
            case PLACE -> grouped(clause, over, steps, bid -> bid.places.isEmpty() ? List.of("unknown") : bid.places);
            case LINEAGE -> grouped(clause, over, steps, bid -> bid.lineage);
            case MODEL -> grouped(clause, over, steps, bid -> List.of(bid.model));
            case OFFER -> grouped(clause, over, steps, bid -> List.of(bid.id));
            case OPENNESS -> within(clause, over, steps, bid -> bid.open);
        };
    }

    private boolean grouped(
            LimitClause clause, List<Integer> over, List<int[]> steps, Function<SmallBid, List<String>> values) {
        if (!clause.of().isEmpty()) {
            return within(clause, over, steps, bid -> values.apply(bid).stream().anyMatch(clause.of()::contains));
        }
        var occurring = new TreeSet<String>();
        over.forEach(d -> bids.get(d).forEach(bid -> occurring.addAll(values.apply(bid))));
        return occurring.stream()
                .allMatch(value ->
                        within(clause, over, steps, bid -> values.apply(bid).contains(value)));
    }

    /** By percent of a demand, or by volume over several. */
    private boolean within(LimitClause clause, List<Integer> over, List<int[]> steps, Predicate<SmallBid> counted) {
        long sum = 0;
        long whole = 0;
        for (int d : over) {
            long volume = clause.scope() == Scope.DEMAND ? 1 : demands.get(d).volumeMtok();
            whole += STEPS * volume;
            for (int b = 0; b < steps.get(d).length; b++) {
                sum += counted.test(bids.get(d).get(b)) ? steps.get(d)[b] * volume : 0;
            }
        }
        return clause.kind() == Kind.FLOOR ? 100 * sum >= clause.at() * whole : 100 * sum <= clause.at() * whole;
    }

    private boolean retained(int d, int[] steps, Loss loss, int percent) {
        return 5 * left(d, steps, loss) >= percent;
    }

    /** {@return steps that still run after the worst single loss of a kind} */
    private int left(int d, int[] steps, Loss loss) {
        var lost = new TreeSet<String>();
        bids.get(d).forEach(bid -> lost.addAll(taken(loss, bid)));
        int least = STEPS;
        for (var value : lost) {
            int left = 0;
            for (int b = 0; b < steps.length; b++) {
                var bid = bids.get(d).get(b);
                boolean touched = taken(loss, bid).contains(value) || (loss == Loss.COUNTRY && bid.places.isEmpty());
                left += touched ? 0 : steps[b];
            }
            least = Math.min(least, left);
        }
        return least;
    }

    /** {@return steps of every demand that still run after the worst single loss of any of these kinds} */
    int kept(Mix mix, Set<Loss> kinds) {
        int least = STEPS;
        for (int d = 0; d < demands.size(); d++) {
            for (var kind : kinds) {
                least = Math.min(least, left(d, mix.steps().get(d), kind));
            }
        }
        return least;
    }

    /** Closed models go with their maker; whatever runs in a place or at an operator goes with it. */
    private Set<String> taken(Loss loss, SmallBid bid) {
        var taken = new TreeSet<String>();
        switch (loss) {
            case COUNTRY -> {
                if (!bid.open) {
                    taken.add(unit(bid.origin));
                    taken.add(unit(bid.parent));
                }
                taken.add(unit(bid.hostOrigin));
                bid.places.forEach(place -> taken.add(unit(place)));
            }
            case SUPPLIER -> {
                if (!bid.open) {
                    taken.add(bid.supplier);
                }
            }
            case OPERATOR -> taken.add(bid.operator);
            case PLACE -> taken.addAll(bid.places);
            case LINEAGE -> taken.addAll(bid.lineage);
        }
        return taken;
    }

    private String unit(String country) {
        return question.blocs.contains("EU") && (country.equals("FR") || country.equals("DE")) ? "EU" : country;
    }

    private long used(int d, int[] steps, Function<SmallBid, String> value) {
        return sums(d, steps, bid -> List.of(value.apply(bid))).values().stream()
                .filter(sum -> sum > 0)
                .count();
    }

    private Map<String, Integer> sums(int d, int[] steps, Function<SmallBid, List<String>> values) {
        var sums = new TreeMap<String, Integer>();
        for (int b = 0; b < steps.length; b++) {
            int step = steps[b];
            values.apply(bids.get(d).get(b)).forEach(value -> sums.merge(value, step, Integer::sum));
        }
        return sums;
    }

    private static List<int[]> compositions(int parts) {
        var all = new ArrayList<int[]>();
        if (parts > 0) {
            compose(new int[parts], 0, STEPS, all);
        }
        return all;
    }

    private static void compose(int[] steps, int at, int left, List<int[]> all) {
        if (at == steps.length - 1) {
            steps[at] = left;
            all.add(steps.clone());
            return;
        }
        for (int step = 0; step <= left; step++) {
            steps[at] = step;
            compose(steps, at + 1, left - step, all);
        }
    }

    /** {@return the mix in the shape of {@link SmallQuestion#mix()}} */
    public Map<String, Map<String, Integer>> shares(Mix mix) {
        var shares = new TreeMap<String, Map<String, Integer>>();
        for (int d = 0; d < demands.size(); d++) {
            var ofDemand = new TreeMap<String, Integer>();
            for (int b = 0; b < bids.get(d).size(); b++) {
                if (mix.steps().get(d)[b] > 0) {
                    ofDemand.put(bids.get(d).get(b).id, 5 * mix.steps().get(d)[b]);
                }
            }
            shares.put(demands.get(d).id(), ofDemand);
        }
        return shares;
    }
}
