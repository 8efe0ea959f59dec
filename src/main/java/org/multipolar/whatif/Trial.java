package org.multipolar.whatif;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.ShareShift;

/** What moved weights and limits come to. */
public final class Trial {

    private Trial() {}

    /**
     * The worst single loss of a mix.
     *
     * @param kind country, supplier, operator, place or lineage
     * @param keeps percent of the demand that still run
     */
    public record Loss(String demand, String kind, String lost, int keeps) {}

    /**
     * One mix, added up.
     *
     * @param loss null where nothing can be lost, or there is no mix
     */
    public record Mix(Side side, @Nullable Loss loss) {}

    /**
     * The mix of today as it is and as the moves weigh it.
     *
     * @param broken limits that it breaks where they are moved to
     */
    public record Held(Mix now, Mix hold, List<WhatIf.Broken> broken) {}

    /**
     * The best mix under the moves.
     *
     * @param moves shares that differ from the mix of today
     */
    public record Anew(Mix best, List<ShareShift> moves) {}
}
