package org.multipolar.suitability;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.read.YamlNode;

/**
 * The fixed, dated marks on the ability scale: its ends, and the thresholds a demand may name.
 *
 * @param low ability that is worth nothing
 * @param high ability that is worth all
 * @param thresholds lowest first
 */
public record AbilityGoalposts(String asOf, double low, double high, List<Threshold> thresholds) {

    /** A named ability that a demand may ask for. */
    public record Threshold(String name, double ability, String anchoredTo) {}

    public AbilityGoalposts {
        thresholds = List.copyOf(thresholds);
        if (!(low < high)) {
            throw new IllegalArgumentException("The goalposts are %s and %s.".formatted(low, high));
        }
    }

    public static AbilityGoalposts read(YamlNode file) {
        file.onlyKeys("as_of", "note", "goalposts", "thresholds");
        var posts = file.at("goalposts").onlyKeys("low", "high", "why");
        double low = posts.at("low").number();
        double high = posts.at("high").number();
        if (!(low < high)) {
            throw posts.fault("low (%s) is not below high (%s).".formatted(low, high), null);
        }
        return new AbilityGoalposts(file.at("as_of").day().toString(), low, high, thresholds(file));
    }

    private static List<Threshold> thresholds(YamlNode file) {
        var thresholds = new ArrayList<Threshold>();
        double below = Double.NEGATIVE_INFINITY;
        for (var node : file.at("thresholds").items()) {
            node.onlyKeys("name", "ability", "anchored_to");
            double ability = node.at("ability").number();
            if (ability <= below) {
                throw node.fault(
                        "the threshold %s is not above the one before it.".formatted(ability),
                        "thresholds are listed lowest first.");
            }
            thresholds.add(new Threshold(node.textAt("name"), ability, node.textAt("anchored_to")));
            below = ability;
        }
        return thresholds;
    }

    /** {@return the named threshold, or null where nobody defined it} */
    public @Nullable Threshold threshold(String name) {
        return thresholds.stream()
                .filter(threshold -> threshold.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** {@return where an ability stands between the ends, within 0 and 1} */
    double between(double ability) {
        return Math.min(1, Math.max(0, (ability - low) / (high - low)));
    }
}
