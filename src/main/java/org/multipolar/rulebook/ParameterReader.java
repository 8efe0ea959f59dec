package org.multipolar.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.multipolar.catalog.Source;
import org.multipolar.catalog.read.YamlNode;

/** Reads the dated parameters under {@code rules/parameters/}. */
final class ParameterReader {

    private static final Map<String, Parameter.Unit> UNITS =
            Arrays.stream(Parameter.Unit.values()).collect(Collectors.toMap(Parameter.Unit::word, Function.identity()));
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Map<String, Source> sources;

    ParameterReader(Map<String, Source> sources) {
        this.sources = sources;
    }

    Map<String, Parameter> read(Map<String, byte[]> files) {
        var parameters = new TreeMap<String, Parameter>();
        files.forEach((path, bytes) -> {
            if (path.startsWith("parameters/") && path.endsWith(".yaml")) {
                for (var node : YamlNode.read(path, bytes)
                        .onlyKeys("parameters")
                        .at("parameters")
                        .items()) {
                    var parameter = parameter(node);
                    if (parameters.put(parameter.id(), parameter) != null) {
                        throw node.at("parameter")
                                .fault("the parameter (%s) is defined twice.".formatted(parameter.id()), null);
                    }
                }
            }
        });
        return parameters;
    }

    private Parameter parameter(YamlNode yaml) {
        yaml.onlyKeys("parameter", "title", "unit", "values");
        var unit = yaml.at("unit").word(UNITS);
        var values = yaml.at("values").items().stream()
                .map(node -> value(node, unit))
                .toList();
        for (int i = 1; i < values.size(); i++) {
            var before = values.get(i - 1).from();
            var from = values.get(i).from();
            if (from == null || (before != null && !from.isAfter(before))) {
                throw yaml.at("values").fault("the dates do not rise.", "the oldest value stands first.");
            }
        }
        return new Parameter(yaml.textAt("parameter"), yaml.textAt("title"), unit, values, yaml.file(), yaml.line());
    }

    private Parameter.Value value(YamlNode yaml, Parameter.Unit unit) {
        yaml.onlyKeys("from", "value", "sources", "review");
        var from = yaml.atOrNull("from");
        var review = yaml.atOrNull("review");
        var cited = yaml.at("sources").items();
        if (cited.isEmpty()) {
            throw yaml.at("sources").fault("the value names no source.", null);
        }
        cited.forEach(source -> source.oneOf(sources.keySet(), "sources of the rules"));
        return new Parameter.Value(
                from == null ? null : from.day(),
                words(yaml.at("value"), unit),
                cited.stream().map(YamlNode::text).toList(),
                review == null ? null : review.day());
    }

    private static List<String> words(YamlNode yaml, Parameter.Unit unit) {
        if (unit.list()) {
            if (unit == Parameter.Unit.COUNTRY_CODES) {
                yaml.items().forEach(item -> item.oneOf(COUNTRIES, "ISO 3166-1 countries"));
            }
            return yaml.items().stream().map(YamlNode::text).toList();
        }
        return switch (unit) {
            case DATE -> List.of(yaml.day().toString());
            case FLOP -> List.of(String.valueOf(yaml.number()));
            case PERCENT -> List.of(String.valueOf(yaml.whole(0, 100)));
            case COUNT, TEN_THOUSANDTHS -> List.of(String.valueOf(yaml.whole(0, 10_000)));
            case COUNTRY_CODES,
                    SUPPLIER_IDS,
                    OPERATOR_IDS,
                    LICENCE_IDS,
                    LINEAGE_IDS,
                    MODEL_IDS,
                    LANGUAGE_CODES,
                    WORDS -> throw new IllegalStateException("A list was handled above.");
        };
    }
}
