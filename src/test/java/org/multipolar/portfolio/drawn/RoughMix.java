package org.multipolar.portfolio.drawn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.Policy;
import org.multipolar.catalog.Policy.Loss;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.Grouping;

/**
 * A mix as a greedy hand puts it together, demand by demand and lot by lot, keeping the caps in mind but no limit over
 * several demands: near enough to the best (or the cheapest) to tell which limits would press.
 */
final class RoughMix {

    private static final int STEPS = 20;
    private static final int MOST_OF_ANYTHING = 10;
    private static final int MOST_OF_AN_ORIGIN = 12;

    private final Policy policy;
    private final boolean cheapest;
    private final Grouping grouping = Grouping.of(Map.of(), List.of());
    private final Set<String> operators = new TreeSet<>();
    private final Map<String, Long> volumeOfOrigin = new HashMap<>();
    private long volume;
    private long cost;

    RoughMix(List<Demand> demands, Map<String, List<Assessment>> assessments, Policy policy, boolean cheapest) {
        this.policy = policy;
        this.cheapest = cheapest;
        demands.forEach(demand -> mix(demand, assessments.getOrDefault(demand.id(), List.of())));
    }

    /** {@return micro-USD a month for tokens} */
    long cost() {
        return cost;
    }

    Set<String> operators() {
        return operators;
    }

    /** {@return percent of the whole volume that models of these origins, or of all others, carry} */
    long percent(Set<String> origins, boolean others) {
        long carried = 0;
        for (var each : volumeOfOrigin.entrySet()) {
            carried += origins.contains(each.getKey()) != others ? each.getValue() : 0;
        }
        return 100 * carried / (STEPS * volume);
    }

    private void mix(Demand demand, List<Assessment> candidates) {
        volume += demand.volumeMtok();
        var held = new HashMap<String, Integer>();
        var makers = new TreeSet<String>();
        int lot = policy.minimumLot() / 5;
        for (int step = 0; step < STEPS; step += lot) {
            var best = best(candidates, held, makers, lot);
            if (best == null) {
                return;
            }
            var candidate = best.candidate();
            makers.add(candidate.supplier().id());
            operators.add(candidate.operator());
            sums(candidate).forEach(sum -> held.merge(sum, lot, Integer::sum));
            volumeOfOrigin.merge(candidate.supplier().origin(), lot * demand.volumeMtok(), Long::sum);
            cost += candidate.monthlyCost() * lot / STEPS;
        }
    }

    private @Nullable Assessment best(
            List<Assessment> candidates, Map<String, Integer> held, Set<String> makers, int lot) {
        Assessment best = null;
        long most = Long.MIN_VALUE;
        for (var each : candidates) {
            long worth = worth(
                    each,
                    held.getOrDefault("origin " + each.candidate().supplier().origin(), 0));
            if (worth > most && fits(each.candidate(), held, makers, lot)) {
                best = each;
                most = worth;
            }
        }
        return best;
    }

    private long worth(Assessment assessment, int ofOrigin) {
        return cheapest
                ? -assessment.candidate().monthlyCost()
                : STEPS * assessment.score() - (long) policy.concentrationPrice() * (2L * ofOrigin + 1);
    }

    private boolean fits(Candidate candidate, Map<String, Integer> held, Set<String> makers, int lot) {
        boolean another = !makers.contains(candidate.supplier().id());
        if (another && makers.size() >= policy.maximumSuppliers()) {
            return false;
        }
        return sums(candidate).stream()
                .allMatch(sum -> held.getOrDefault(sum, 0) + lot
                        <= (sum.startsWith("origin") || sum.startsWith("lost") ? MOST_OF_AN_ORIGIN : MOST_OF_ANYTHING));
    }

    /** {@return the sums that a share of this candidate counts in} */
    private List<String> sums(Candidate candidate) {
        var sums = new ArrayList<>(List.of(
                "origin " + candidate.supplier().origin(),
                "maker " + candidate.supplier().id(),
                "operator " + candidate.operator(),
                "model " + candidate.model().id()));
        candidate.model().lineage().forEach(root -> sums.add("lineage " + root));
        if (policy.retained().containsKey(Loss.COUNTRY)) {
            grouping.losses(Loss.COUNTRY, candidate).forEach(country -> sums.add("lost " + country));
        }
        return sums;
    }
}
