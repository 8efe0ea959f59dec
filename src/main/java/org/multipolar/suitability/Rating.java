package org.multipolar.suitability;

import org.multipolar.catalog.Candidate;

/** Rates a candidate for its demand, criterion by criterion. */
public final class Rating {

    private Rating() {}

    /** {@return the candidate's suitability, before the rules add or take points} */
    public static Suitability rate(Candidate candidate, SuitabilityContext context) {
        return Appraised.of(candidate, context).weighed(context.policy().weights());
    }

    static Appraisal appraise(Criterion criterion, Candidate candidate, SuitabilityContext context) {
        return switch (criterion) {
            case QUALITY -> Criteria.quality(candidate, context);
            case LANGUAGE -> Criteria.language(candidate, context);
            case PRICE -> Criteria.price(candidate, context);
            case SUPPLY -> PlaceCriteria.supply(candidate, context);
            case LOCALITY -> PlaceCriteria.locality(candidate, context);
            case OPENNESS -> Criteria.openness(candidate);
        };
    }
}
