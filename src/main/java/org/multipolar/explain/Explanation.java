package org.multipolar.explain;

import java.util.List;

/** Everything an answer says besides its outcome. */
public record Explanation(
        List<DemandAnswer> demands,
        List<LimitShown> limits,
        List<String> setAside,
        Cost cost) {}
