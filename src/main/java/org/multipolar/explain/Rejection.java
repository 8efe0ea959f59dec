package org.multipolar.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate left out: the first ground, who or what gave it, and what would bring it in.
 *
 * @param ground law, policy, unresolved, fit or price
 * @param by rule ids, criteria, or the facts that are missing
 * @param citation of the first rule, or empty
 * @param wouldEnterIf the smallest change that would bring it in, in words
 * @param flip that change, tried by solving again; null where it was not asked
 */
public record Rejection(
        String offer,
        String model,
        String supplier,
        String servingCountry,
        String ground,
        List<String> by,
        String citation,
        long suitability,
        String wouldEnterIf,
        @Nullable Flip flip) {

    /** {@return the same with the change that brings it in} */
    public Rejection flipped(Flip change, String inWords) {
        return new Rejection(
                offer, model, supplier, servingCountry, ground, by, citation, suitability, inWords, change);
    }
}
