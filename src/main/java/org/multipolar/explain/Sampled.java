package org.multipolar.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a mix stands when weights and data are drawn within their intervals, and which single weight changes who leads.
 *
 * <p>A supplier leads that holds the largest share of the buyer's volume; of equal ones each leads, and the first by id is
 * named. Medians are the lower of the two in the middle.
 *
 * @param draws draws asked for
 * @param solved draws whose best mix was proven; all counts are of these
 * @param seed what the draws depend on beside their number
 * @param varied what was drawn, and how
 * @param sameMix draws with the same mix, share by share
 * @param leader id of the supplier that leads now
 * @param leads draws in which it leads too
 * @param suppliers over the buyer, largest share now first
 * @param demands supplier by supplier in each demand, in the demands' order
 * @param flips one per criterion
 * @param solves problems solved
 */
public record Sampled(
        int draws,
        int solved,
        long seed,
        String finding,
        List<String> varied,
        int sameMix,
        String leader,
        String leaderName,
        int leads,
        List<OfBuyer> suppliers,
        List<OfDemand> demands,
        List<Flip> flips,
        int solves) {

    /**
     * A supplier over the whole buyer; shares are ten-thousandths of its volume.
     *
     * @param stays draws in which anything is bought from it
     * @param leads draws in which it leads
     */
    public record OfBuyer(
            String supplier, String name, long now, int stays, int leads, long least, long median, long most) {}

    /** A supplier in one demand; shares are percent of the demand. */
    public record OfDemand(
            String demand, String supplier, String name, long now, int stays, long least, long median, long most) {}

    /**
     * The smallest change of one weight found that lets another supplier lead, the other weights keeping their proportions.
     *
     * @param from percent now
     * @param to percent at which another leads, or null where no value tried does that
     * @param leader who leads then, or null
     */
    public record Flip(
            String criterion,
            int from,
            @Nullable Integer to,
            @Nullable String leader,
            @Nullable String leaderName,
            String finding) {}

    public Sampled {
        varied = List.copyOf(varied);
        suppliers = List.copyOf(suppliers);
        demands = List.copyOf(demands);
        flips = List.copyOf(flips);
    }
}
