package org.multipolar.suitability;

import java.util.List;

/**
 * What tests say a model can do, on the common scale.
 *
 * @param evaluated whether anybody but its maker tested it in a series that could be linked
 * @param ability mean 0 and deviation 1 over the models with two families of tests; assumed where not evaluated
 * @param standardError one standard error of the ability; 0 where it is assumed, as the assumption is already prudent
 * @param tests series it sat that are linked
 * @param families families of those series
 * @param evidence every score on record, linked or not
 * @param note what an assumed ability was taken from; empty where evaluated
 */
public record ModelAbility(
        String model,
        boolean evaluated,
        double ability,
        double standardError,
        int tests,
        int families,
        List<Score> evidence,
        String note) {

    /** A score on record and whether it helped to place the model. */
    public record Score(String series, double score, String source, boolean linked) {}

    public ModelAbility {
        evidence = List.copyOf(evidence);
    }

    /** {@return one standard error below: what can be counted on} */
    public double prudent() {
        return ability - standardError;
    }

    /** {@return one standard error above: below this it surely is} */
    public double hopeful() {
        return ability + standardError;
    }
}
