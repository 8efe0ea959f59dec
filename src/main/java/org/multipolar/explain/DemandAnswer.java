package org.multipolar.explain;

import java.util.List;
import java.util.Map;

/**
 * The answer for one demand.
 *
 * @param exposure percent by origin, parent, operator, hostOrigin, place, lineage and openness
 * @param herfindahl sum of squared origin shares, in ten-thousandths
 * @param effectiveOrigins inverse of the Herfindahl index, in hundredths
 * @param worstLoss by kind of loss
 * @param counts candidates in all and by what became of them
 */
public record DemandAnswer(
        String id,
        String title,
        String region,
        List<String> operatingCountries,
        String dataSensitivity,
        String audience,
        long volumeMtok,
        int weight,
        List<MixShare> mix,
        List<Rejection> rejected,
        Map<String, Integer> rejectedByGround,
        Map<String, Map<String, Integer>> exposure,
        long herfindahl,
        long effectiveOrigins,
        Map<String, LossShown> worstLoss,
        Map<String, Integer> counts) {

    /** {@return the same with its rejected candidates told more of} */
    public DemandAnswer withRejected(List<Rejection> others) {
        return new DemandAnswer(
                id,
                title,
                region,
                operatingCountries,
                dataSensitivity,
                audience,
                volumeMtok,
                weight,
                mix,
                others,
                rejectedByGround,
                exposure,
                herfindahl,
                effectiveOrigins,
                worstLoss,
                counts);
    }
}
