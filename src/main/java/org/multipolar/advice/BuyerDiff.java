package org.multipolar.advice;

import java.util.List;

/**
 * What a change of rules moves for one buyer.
 *
 * @param candidates how many are judged, over all demands
 * @param demands those on whose candidates a finding differs
 */
public record BuyerDiff(String buyer, String name, int candidates, List<DemandShifts> demands, MixDiff mix) {

    /** The candidates of one demand whose judgement moves. */
    public record DemandShifts(String demand, String title, int candidates, List<VerdictShift> shifts) {

        public DemandShifts {
            shifts = List.copyOf(shifts);
        }

        /** {@return how many move} */
        public int moved() {
            return shifts.stream().mapToInt(VerdictShift::count).sum();
        }
    }

    public BuyerDiff {
        demands = List.copyOf(demands);
    }

    /** {@return how many candidates move} */
    public int moved() {
        return demands.stream().mapToInt(DemandShifts::moved).sum();
    }
}
