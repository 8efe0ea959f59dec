package org.multipolar.explain;

import java.util.List;

/** Everything an answer says besides its outcome. */
public record Explanation(List<DemandAnswer> demands, List<LimitShown> limits, List<String> setAside, Cost cost) {

    /** {@return the same with demands and limits told more of} */
    public Explanation with(List<DemandAnswer> otherDemands, List<LimitShown> otherLimits) {
        return new Explanation(otherDemands, otherLimits, setAside, cost);
    }
}
