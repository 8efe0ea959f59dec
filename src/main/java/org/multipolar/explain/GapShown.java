package org.multipolar.explain;

import java.util.List;
import org.multipolar.rulebook.Gap;

/** A gap that the rulebook declares and that touches demands of this answer. */
public record GapShown(String region, String about, String coverage, String notCovered, List<String> demands) {

    public static GapShown of(Gap gap, List<String> demands) {
        return new GapShown(gap.region(), gap.about(), gap.coverage(), gap.notCovered(), demands);
    }
}
