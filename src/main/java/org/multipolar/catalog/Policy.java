package org.multipolar.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a buyer weighs and bounds: the settings of a question.
 *
 * @param countryScores how the scores of countries enter
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
        CountryScores countryScores,
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

    /** Which number stands for a country's uncertain strength. */
    public enum Reading {
        /** The score itself. */
        POINT("point"),
        /** Half of the draws lie below. */
        MEDIAN("median"),
        /** Five of a hundred draws lie below. */
        PRUDENT("prudent");

        private final String word;

        Reading(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * How the scores of countries enter.
     *
     * @param method id of the country method
     * @param making what each enabler counts for in making a model, whole parts; empty for the method's own
     * @param serving likewise in serving it
     */
    public record CountryScores(
            String method, Reading reading, Map<String, Integer> making, Map<String, Integer> serving) {

        public CountryScores {
            making = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(making));
            serving = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(serving));
        }

        /** {@return the scores of a method as they are} */
        public static CountryScores by(String method) {
            return new CountryScores(method, Reading.POINT, Map.of(), Map.of());
        }
    }

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

    /** {@return the same policy with other weights and other rules switched off} */
    public Policy with(Weights other, Map<String, String> off) {
        return new Policy(
                countryScores,
                other,
                minimumLot,
                minimumSuppliers,
                maximumSuppliers,
                languageSuppliers,
                concentrationPrice,
                costPoints,
                contractCost,
                originBlocs,
                memberScoredWithBloc,
                retained,
                assumedPrice,
                off,
                refuseUntested);
    }
}
