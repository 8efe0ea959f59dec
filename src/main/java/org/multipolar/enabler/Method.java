package org.multipolar.enabler;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A named, versioned way from indicators to enablers and strength.
 *
 * @param enablers enablers it scores, in the order they are shown
 * @param leaveOut core indicators it does not use
 * @param tiers bands of overall strength, strongest first
 * @param sources where the method comes from
 */
public record Method(
        String id,
        String title,
        String version,
        List<String> enablers,
        List<String> leaveOut,
        Normalisation normalisation,
        LowerIsBetter lowerIsBetter,
        ChipAccess chipAccess,
        Aggregation aggregation,
        Weights weights,
        BlocRule blocs,
        List<Tier> tiers,
        List<String> sources) {

    /**
     * What the yes-or-no indicators of chip access say of a barred country.
     *
     * @param barredCountriesScore 0 as the figures say, or 1 as the published note scores every country
     */
    public record ChipAccess(List<String> indicators, int barredCountriesScore) {

        public ChipAccess {
            indicators = List.copyOf(indicators);
        }
    }

    /** Whole parts that each enabler counts for: in making a model, in serving it, and overall. */
    public record Weights(Map<String, Integer> making, Map<String, Integer> serving, Map<String, Integer> overall) {

        public Weights {
            making = inOrder(making);
            serving = inOrder(serving);
            overall = inOrder(overall);
        }
    }

    /**
     * How blocs are formed and ranked.
     *
     * @param rankedAsOne blocs that stand in the ranking in place of their members
     * @param weighedByGdp indicators whose members are weighed by gross domestic product, not by population
     */
    public record BlocRule(List<String> rankedAsOne, List<String> weighedByGdp) {

        public BlocRule {
            rankedAsOne = List.copyOf(rankedAsOne);
            weighedByGdp = List.copyOf(weighedByGdp);
        }
    }

    public Method {
        enablers = List.copyOf(enablers);
        leaveOut = List.copyOf(leaveOut);
        tiers = List.copyOf(tiers);
        sources = List.copyOf(sources);
    }

    /** {@return the plain method for any set of indicators: every enabler counts the same, in making, serving and overall} */
    public static Method evenly(List<String> enablers) {
        var parts = new LinkedHashMap<String, Integer>();
        enablers.forEach(enabler -> parts.put(enabler, 1));
        return new Method(
                "evenly",
                "Every enabler counts the same",
                "1",
                enablers,
                List.of(),
                Normalisation.SHARE_OF_BEST,
                LowerIsBetter.CHEAPEST_1_DEAREST_0,
                new ChipAccess(List.of(), 0),
                Aggregation.ARITHMETIC,
                new Weights(parts, parts, parts),
                new BlocRule(List.of("EU"), List.of()),
                List.of(),
                List.of());
    }

    /** {@return the choices where the published text can be read in more than one way} */
    public Map<String, String> choices() {
        var choices = new LinkedHashMap<String, String>();
        choices.put("normalisation", normalisation.word());
        choices.put("lower_is_better", lowerIsBetter.word());
        choices.put("chip_access_of_barred_countries", Integer.toString(chipAccess.barredCountriesScore()));
        choices.put("aggregation", aggregation.word());
        return choices;
    }

    private static Map<String, Integer> inOrder(Map<String, Integer> parts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
}
