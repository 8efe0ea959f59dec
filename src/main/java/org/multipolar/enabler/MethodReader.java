package org.multipolar.enabler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.multipolar.catalog.read.YamlNode;

/** Reads a method file, and refuses what it does not know. */
public final class MethodReader {

    private static final String[] KEYS = {
        "method",
        "title",
        "version",
        "enablers",
        "leave_out",
        "normalisation",
        "lower_is_better",
        "chip_access_of_barred_countries",
        "chip_access_indicators",
        "aggregation",
        "weights",
        "blocs",
        "tiers",
        "tiers_note",
        "sources",
    };

    private MethodReader() {}

    public static Method read(YamlNode file) {
        file.onlyKeys(KEYS);
        var enablers = distinct(file.at("enablers"));
        return new Method(
                file.textAt("method"),
                file.textAt("title"),
                file.textAt("version"),
                enablers,
                file.textsAt("leave_out"),
                word(file.at("normalisation"), Normalisation.values(), Normalisation::word),
                word(file.at("lower_is_better"), LowerIsBetter.values(), LowerIsBetter::word),
                chipAccess(file),
                word(file.at("aggregation"), Aggregation.values(), Aggregation::word),
                weights(file.at("weights"), enablers),
                blocs(file.at("blocs")),
                tiers(file),
                file.textsAt("sources"));
    }

    private static Method.ChipAccess chipAccess(YamlNode file) {
        return new Method.ChipAccess(file.textsAt("chip_access_indicators"), (int)
                file.at("chip_access_of_barred_countries").whole(0, 1));
    }

    private static Method.Weights weights(YamlNode node, List<String> enablers) {
        node.onlyKeys("making", "serving", "overall");
        return new Method.Weights(
                parts(node.at("making"), enablers),
                parts(node.at("serving"), enablers),
                parts(node.at("overall"), enablers));
    }

    private static Map<String, Integer> parts(YamlNode node, List<String> enablers) {
        var parts = new LinkedHashMap<String, Integer>();
        node.entries().forEach((enabler, part) -> {
            if (!enablers.contains(enabler)) {
                throw part.fault(
                        "(%s) is not an enabler of this method.".formatted(enabler), "it is one of " + enablers + ".");
            }
            parts.put(enabler, (int) part.whole(1, 1000));
        });
        if (parts.isEmpty()) {
            throw node.fault("no enabler has a weight.", "write whole parts, such as {energy: 1, compute: 1}.");
        }
        return parts;
    }

    private static Method.BlocRule blocs(YamlNode node) {
        node.onlyKeys("ranked_as_one", "weighed_by_gdp");
        return new Method.BlocRule(node.textsAt("ranked_as_one"), node.textsAt("weighed_by_gdp"));
    }

    private static List<Tier> tiers(YamlNode file) {
        var tiers = new ArrayList<Tier>();
        double above = Double.POSITIVE_INFINITY;
        for (var node : file.itemsAt("tiers")) {
            node.onlyKeys("name", "at_least");
            double atLeast = node.at("at_least").number();
            if (atLeast >= above) {
                throw node.fault(
                        "the threshold %s is not below the one before it.".formatted(atLeast),
                        "tiers are listed strongest first.");
            }
            tiers.add(new Tier(node.textAt("name"), atLeast));
            above = atLeast;
        }
        return tiers;
    }

    private static List<String> distinct(YamlNode list) {
        var words = list.items().stream().map(YamlNode::text).toList();
        if (words.isEmpty() || words.stream().distinct().count() != words.size()) {
            throw list.fault("the enablers %s are none, or one stands twice.".formatted(words), null);
        }
        return words;
    }

    private static <T> T word(YamlNode node, T[] values, Function<T, String> word) {
        var words = new LinkedHashMap<String, T>();
        for (var value : values) {
            words.put(word.apply(value), value);
        }
        return node.word(words);
    }
}
