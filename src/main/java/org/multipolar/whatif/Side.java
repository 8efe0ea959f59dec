package org.multipolar.whatif;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.Cost;

/**
 * One way to stand: the mix as it is, or held, failed over or planned anew under the scenarios.
 *
 * <p>Decided: a held mix is charged as it was bought, for concentration, contracts and exits, in points and in money alike. Its
 * contracts run on though some of them serve nothing, and holding a mix leaves nobody; only tokens fall away with what is lost.
 *
 * @param way baseline, hold, fail-over or re-plan
 * @param outcome optimal, infeasible or unproven; held for what was not searched
 * @param score points of what is served, or null where nothing could be; a held mix is charged as it was bought
 * @param bound what the search proved no mix can exceed, or null
 * @param cost a held mix pays for contracts and exits as it was bought
 * @param capacity ten-thousandths of the buyer's volume that are served, rounded down
 * @param origins ten-thousandths of the buyer's volume by where the weights were made
 * @param openOrigins what of each origin has open weights
 * @param hostOrigins likewise by where the operators belong
 * @param places likewise by where it is served; what several places may serve counts in each
 * @param openness likewise, open and closed
 * @param suppliers likewise by maker
 * @param effectiveOrigins ten-thousandths: the inverse of the Herfindahl index over the volume that is served
 * @param contracts operators who serve a share
 * @param duties rules whose duties must be met, by id, with the duty
 * @param note what a reader must know of it
 */
public record Side(
        String way,
        String outcome,
        @Nullable Long score,
        @Nullable Long bound,
        Cost cost,
        long capacity,
        List<DemandSide> demands,
        Map<String, Long> origins,
        Map<String, Long> openOrigins,
        Map<String, Long> hostOrigins,
        Map<String, Long> places,
        Map<String, Long> openness,
        Map<String, Long> suppliers,
        long effectiveOrigins,
        List<String> contracts,
        Map<String, String> duties,
        String note) {

    /**
     * One demand.
     *
     * @param served percent of it
     */
    public record DemandSide(String demand, int served, List<Share> shares) {
        public DemandSide {
            shares = List.copyOf(shares);
        }
    }

    /** One share, in percent of its demand. */
    public record Share(
            String offer,
            String model,
            String supplier,
            String origin,
            String openness,
            String operator,
            String place,
            int percent) {}

    public Side {
        demands = List.copyOf(demands);
        contracts = List.copyOf(contracts);
    }

    /** {@return whether there is a mix to speak of} */
    public boolean stands() {
        return score != null;
    }
}
