package org.multipolar.advice;

import java.util.List;
import java.util.Map;
import org.multipolar.Shipped;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Policy;
import org.multipolar.catalog.World;

/** One buyer with one demand: quick to judge and to solve, under the same law. */
final class OneDemand {

    static final String DEMAND = "de-shopper-assistant";

    private OneDemand() {}

    static Snapshot snapshot() {
        var all = Shipped.snapshot();
        var alone = alone(World.known(all.buyers(), "consumer-goods"), DEMAND);
        return new Snapshot(
                all.world(),
                all.rulebook(),
                all.indexes(),
                all.themes(),
                all.abilities(),
                all.languages(),
                all.prices(),
                Map.of(alone.id(), alone),
                Map.of());
    }

    /** {@return a buyer with one of its demands, and the limits that bound demands one by one} */
    static Buyer alone(Buyer buyer, String demand) {
        return changed(
                buyer,
                buyer.policy(),
                buyer.limits().stream()
                        .filter(limit -> limit.scope() == LimitClause.Scope.DEMAND)
                        .toList(),
                buyer.demands().stream()
                        .filter(each -> each.id().equals(demand))
                        .toList());
    }

    static Buyer with(Buyer buyer, Policy policy) {
        return changed(buyer, policy, buyer.limits(), buyer.demands());
    }

    /** {@return a buyer under a policy and no limits of its own} */
    static Buyer free(Buyer buyer, Policy policy) {
        return changed(buyer, policy, List.of(), buyer.demands());
    }

    private static Buyer changed(Buyer buyer, Policy policy, List<LimitClause> limits, List<Demand> demands) {
        return new Buyer(
                buyer.id(),
                buyer.name(),
                buyer.story(),
                buyer.seat(),
                buyer.ownership(),
                buyer.type(),
                buyer.sector(),
                buyer.flags(),
                policy,
                limits,
                buyer.sites(),
                buyer.incumbents(),
                buyer.evidence(),
                demands,
                buyer.digest());
    }
}
