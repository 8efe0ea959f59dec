package org.multipolar.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mix in short, to be set beside others.
 *
 * @param suitability mean over the demands by their weights, in ten-thousandths; without the price of concentration
 * @param worstLoss the worst single loss in any demand, or null where nothing can be lost
 * @param suppliers largest part first
 * @param shares in the order of demands and candidates
 */
public record MixBrief(
        long score,
        long suitability,
        Cost cost,
        @Nullable Lost worstLoss,
        List<SupplierPart> suppliers,
        List<Share> shares) {

    /**
     * A single loss.
     *
     * @param kind country, supplier, operator, place or lineage
     * @param lost percent of the demand that it takes
     */
    public record Lost(String demand, String kind, String what, int lost, int keeps) {}

    /**
     * A supplier's part of the buyer.
     *
     * @param volume ten-thousandths of the buyer's volume
     */
    public record SupplierPart(String supplier, String name, long volume) {}

    /** One share, in percent of its demand. */
    public record Share(
            String demand, String offer, String model, String supplier, String operator, String place, int share) {}

    public MixBrief {
        suppliers = List.copyOf(suppliers);
        shares = List.copyOf(shares);
    }
}
