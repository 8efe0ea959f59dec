package org.multipolar.explain;

import java.util.List;

/**
 * A candidate left out: the first ground, who or what gave it, and what would bring it in.
 *
 * @param ground law, policy, unresolved, fit or price
 * @param by rule ids, criteria, or the facts that are missing
 * @param citation of the first rule, or empty
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
        String wouldEnterIf) {}
