package org.multipolar.catalog;

import java.util.List;

/**
 * A hall of the buyer's own in which open models may run.
 *
 * @param capacityMtok millions of tokens a month it can serve
 * @param fixedCost micro-USD a month, paid once it is used at all
 * @param bands cost per million tokens by model size, smallest band first; a larger model does not fit
 */
public record Site(
        String id,
        String name,
        String country,
        String hardware,
        long capacityMtok,
        long fixedCost,
        List<Band> bands,
        String source) {

    /** Models of up to this many billions of parameters cost this many micro-USD per million tokens. */
    public record Band(double upToParamsBillion, long costPerMtok) {}

    public Site {
        bands = List.copyOf(bands);
    }
}
