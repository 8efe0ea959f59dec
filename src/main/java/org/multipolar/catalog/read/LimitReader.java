package org.multipolar.catalog.read;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.catalog.Parsed;

/** Reads limits, from a buyer's profile or from a file of their own. */
public final class LimitReader {

    private static final Map<String, Kind> KINDS = Map.of("cap", Kind.CAP, "floor", Kind.FLOOR, "count", Kind.COUNT);
    private static final Map<String, On> ONS =
            Arrays.stream(On.values()).collect(Collectors.toMap(On::word, Function.identity()));
    private static final Map<String, Scope> SCOPES =
            Map.of("demand", Scope.DEMAND, "region", Scope.REGION, "buyer", Scope.BUYER);

    private LimitReader() {}

    /** {@return the limits of a file, for a buyer with these demands} */
    public static Parsed<List<LimitClause>> file(String file, byte[] bytes, List<Demand> demands) {
        return Parsed.of(() -> {
            var yaml = YamlNode.read(file, bytes).onlyKeys("limits");
            return all(yaml.at("limits").items(), demands);
        });
    }

    static List<LimitClause> all(List<YamlNode> nodes, List<Demand> demands) {
        var limits = nodes.stream().map(node -> limit(node, demands)).toList();
        var ids = new java.util.HashSet<String>();
        for (int i = 0; i < limits.size(); i++) {
            if (!ids.add(limits.get(i).id())) {
                throw nodes.get(i)
                        .at("id")
                        .fault(
                                "the id (%s) stands twice."
                                        .formatted(limits.get(i).id()),
                                null);
            }
        }
        return limits;
    }

    private static LimitClause limit(YamlNode yaml, List<Demand> demands) {
        yaml.onlyKeys("id", "kind", "on", "of", "scope", "demand", "region", "at", "why", "source");
        var on = yaml.at("on").word(ONS);
        var scope = yaml.at("scope").word(SCOPES);
        var kind = yaml.at("kind").word(KINDS);
        boolean counted = on == On.CONTRACTS || on == On.SUPPLIERS;
        if (counted != (kind == Kind.COUNT)) {
            throw yaml.at("kind").fault("a limit on %s is %s count.".formatted(on.word(), counted ? "a" : "no"), null);
        }
        long at = on == On.COST
                ? yaml.at("at").microUsd()
                : counted ? yaml.at("at").whole(1, 1000) : yaml.at("at").whole(0, 100);
        return new LimitClause(
                yaml.textAt("id"),
                kind,
                on,
                yaml.textsAt("of"),
                scope,
                yaml.has("demand")
                        ? yaml.at("demand")
                                .oneOf(demands.stream().map(Demand::id).toList(), "this buyer's demands")
                        : null,
                yaml.has("region")
                        ? yaml.at("region")
                                .oneOf(demands.stream().map(Demand::region).toList(), "this buyer's regions")
                        : null,
                at,
                yaml.textAt("why"),
                yaml.textAt("source", ""));
    }
}
