package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import org.multipolar.enabler.Aggregation;
import org.multipolar.enabler.Choices;
import org.multipolar.enabler.Index;
import org.multipolar.enabler.Missing;
import org.multipolar.web.language.Tongue;

/**
 * A method in words: where it could have gone another way, its bands, where it comes from.
 *
 * @param tiersSaid what the bands mean, or why there are none
 * @param tiersNote what the method says of them, or empty
 */
public record MethodView(
        String id,
        String title,
        String version,
        List<Choice> choices,
        List<Band> tiers,
        String tiersSaid,
        String tiersNote,
        List<String> notes,
        List<String> sources) {

    /**
     * One choice.
     *
     * @param name as in the method file
     * @param other the other readings of a sentence that can be read in several ways, or empty
     */
    public record Choice(String name, String value, String title, String taken, String other) {}

    /** A band of overall scores, and how many of the ranked units are in it. */
    public record Band(String name, String atLeast, String bare, long units) {}

    static MethodView of(Index index, Tongue tongue) {
        var method = index.method();
        var names = new Units(tongue);
        return new MethodView(
                method.id(),
                method.title(),
                method.version(),
                choices(index, tongue),
                method.tiers().stream()
                        .map(tier -> new Band(
                                names.tier(tier.name()),
                                new Figures(tongue).figure(tier.atLeast()),
                                Figures.bare(tier.atLeast()),
                                index.ranking().stream()
                                        .filter(unit -> tier.name().equals(unit.tier()))
                                        .count()))
                        .toList(),
                tongue.say(method.tiers().isEmpty() ? "countries.no-tiers" : "countries.tiers-are"),
                method.tiers().isEmpty() ? "" : method.tiersNote(),
                index.notes(),
                method.sources());
    }

    private static List<Choice> choices(Index index, Tongue tongue) {
        var choices = index.method().choices();
        var said = new ArrayList<Choice>();
        choices.words()
                .forEach((name, value) -> said.add(new Choice(
                        name,
                        value,
                        tongue.code("countries.choice", name),
                        taken(name, choices, index, tongue),
                        other(name, choices, tongue))));
        return said;
    }

    private static String taken(String name, Choices choices, Index index, Tongue tongue) {
        return switch (name) {
            case "normalisation" ->
                tongue.code("countries.normalisation", choices.normalisation().word());
            case "lower_is_better" ->
                usesPrices(index)
                        ? tongue.code(
                                "countries.turned", choices.lowerIsBetter().word())
                        : tongue.say("countries.turned-nothing");
            case "chip_access_of_barred_countries" ->
                index.method().scales().chipIndicators().isEmpty()
                        ? tongue.say("countries.chips-unused")
                        : tongue.say(choices.barredCountriesScore() == 0 ? "countries.chips-0" : "countries.chips-1");
            case "outliers" ->
                choices.outliers().none()
                        ? tongue.say("countries.outliers-none")
                        : tongue.say(
                                "countries.outliers-pulled", choices.outliers().word());
            case "missing" ->
                tongue.say(
                        choices.missing() == Missing.LEAVE_OUT
                                ? "countries.missing-left-out"
                                : "countries.missing-group");
            case "aggregation" -> mean(choices.across(), tongue);
            case "aggregation_of_indicators" -> mean(choices.within(), tongue);
            default -> String.valueOf(choices.words().get(name));
        };
    }

    private static boolean usesPrices(Index index) {
        return index.units().values().stream()
                .limit(1)
                .flatMap(unit -> unit.indicators().stream())
                .map(score -> index.set().indicators().get(score.indicator()))
                .anyMatch(indicator -> indicator != null && !indicator.higherIsBetter());
    }

    private static String other(String name, Choices choices, Tongue tongue) {
        return switch (name) {
            case "lower_is_better" ->
                tongue.say("countries.turned-otherwise", choices.lowerIsBetter().word());
            case "chip_access_of_barred_countries" -> tongue.say("countries.chips-otherwise");
            default -> "";
        };
    }

    private static String mean(Aggregation mean, Tongue tongue) {
        return switch (mean) {
            case ARITHMETIC -> tongue.say("countries.mean-arithmetic");
            case GEOMETRIC -> tongue.say("countries.mean-geometric");
            case HARMONIC -> tongue.say("countries.mean-harmonic");
        };
    }
}
