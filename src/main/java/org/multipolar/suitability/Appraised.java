package org.multipolar.suitability;

import java.util.EnumMap;
import java.util.Map;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Policy;

/** A candidate's value by each criterion with what it rests on, to be weighed under one policy or many. */
public final class Appraised {

    private final Map<Criterion, Appraisal> appraisals = new EnumMap<>(Criterion.class);

    private Appraised(Candidate candidate, SuitabilityContext context) {
        for (var criterion : Criterion.values()) {
            appraisals.put(criterion, Rating.appraise(criterion, candidate, context));
        }
    }

    /** {@return a candidate appraised; the context's weights play no part} */
    public static Appraised of(Candidate candidate, SuitabilityContext context) {
        return new Appraised(candidate, context);
    }

    /** {@return the candidate's suitability under these weights, before the rules add or take points} */
    public Suitability weighed(Policy.Weights weights) {
        return WeightedMean.of(appraisals, weights);
    }
}
