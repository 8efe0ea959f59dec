package org.multipolar.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a buyer weighs and bounds: the settings of a question.
 *
 * @param method id of the country method
 * @param minimumLot smallest share bought from one candidate, in percent
 * @param minimumSuppliers fewest distinct suppliers of a demand
 * @param maximumSuppliers most distinct suppliers of a demand
 * @param languageSuppliers distinct suppliers that must cover each required language
 * @param concentrationPrice what full concentration on one origin costs, in ten-thousandths (lambda)
 * @param costPoints score points a fixed or exit cost of one USD takes away (mu)
 * @param contractCost micro-USD a month that a contract with an operator costs, whatever it serves
 * @param originBlocs blocs that count as one origin
 * @param retained kind of loss to the percent that must keep running
 * @param assumedPrice micro-USD per million tokens for offers without a price, or null to leave them out
 * @param switchedOff rule ids to reasons
 * @param refuseUntested whether models nobody evaluated independently are filtered out
 */
public record Policy(
        String method,
        Weights weights,
        int minimumLot,
        int minimumSuppliers,
        int maximumSuppliers,
        int languageSuppliers,
        int concentrationPrice,
        int costPoints,
        long contractCost,
        List<String> originBlocs,
        boolean memberScoredWithBloc,
        Map<Loss, Integer> retained,
        @Nullable Long assumedPrice,
        Map<String, String> switchedOff,
        boolean refuseUntested) {

    /** What may be lost at one blow. */
    public enum Loss {
        COUNTRY,
        SUPPLIER,
        OPERATOR,
        PLACE,
        LINEAGE
    }

    /** Criteria weights in percent; they sum to 100. */
    public record Weights(int quality, int language, int price, int supply, int locality, int openness) {

        public Weights {
            int sum = quality + language + price + supply + locality + openness;
            if (sum != 100) {
                throw new IllegalArgumentException(
                        """
                        The weights sum to %d percent.
                        Maybe one is missing: quality, language, price, supply, locality and openness must sum to 100."""
                                .formatted(sum));
            }
        }
    }

    public Policy {
        originBlocs = List.copyOf(originBlocs);
        retained = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(retained));
        switchedOff = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(switchedOff));
    }
}
