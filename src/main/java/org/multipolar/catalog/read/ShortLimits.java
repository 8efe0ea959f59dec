package org.multipolar.catalog.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;

/**
 * Limits in one line: {@code keep: [mistral]}, {@code never: {origin: CN}}, {@code at least: {share: 20, of: [open]}}.
 *
 * <p>They say nothing that the long form could not; each comes out as the same {@link LimitClause}. A bare id is a
 * supplier's; anything else stands behind its word, because one name is often a supplier's, an operator's and a model's.
 */
final class ShortLimits {

    private static final String KEEP = "keep";
    private static final String NEVER = "never";
    private static final String AT_LEAST = "at least";

    /** Where a limit holds, and why, as its line says; without either the whole buyer. */
    private record Where(@Nullable String demand, @Nullable String region, @Nullable String why) {

        Scope scope() {
            return demand != null ? Scope.DEMAND : region != null ? Scope.REGION : Scope.BUYER;
        }

        String suffix() {
            return demand != null ? ":" + demand : region != null ? ":" + region : "";
        }
    }

    private final LimitNames names;

    ShortLimits(LimitNames names) {
        this.names = names;
    }

    static boolean isShort(YamlNode yaml) {
        return yaml.isMap() && (yaml.has(KEEP) || yaml.has(NEVER) || yaml.has(AT_LEAST));
    }

    List<LimitClause> read(YamlNode yaml) {
        var word = yaml.has(KEEP) ? KEEP : yaml.has(NEVER) ? NEVER : AT_LEAST;
        yaml.onlyKeys(word, "demand", "region", "why");
        var where = where(yaml);
        if (word.equals(AT_LEAST)) {
            return List.of(atLeast(yaml.at(word), where));
        }
        var limits = new ArrayList<LimitClause>();
        named(yaml.at(word))
                .forEach((on, ids) -> ids.forEach(id -> {
                    known(on, id);
                    limits.add(word.equals(KEEP) ? keep(on, id.text(), where) : never(on, id.text(), where));
                }));
        return limits;
    }

    private Where where(YamlNode yaml) {
        if (yaml.has("demand") && yaml.has("region")) {
            throw yaml.at("region").fault("a limit is narrowed to a demand or to a region, not to both.", null);
        }
        return new Where(names.demand(yaml), names.region(yaml), yaml.has("why") ? yaml.textAt("why") : null);
    }

    /** {@return the ids by what they are ids of} */
    private Map<On, List<YamlNode>> named(YamlNode yaml) {
        var named = new TreeMap<On, List<YamlNode>>();
        if (yaml.isMap()) {
            yaml.entries().forEach((key, value) -> named.put(on(value, key), list(value)));
        } else {
            named.put(On.SUPPLIER, list(yaml));
        }
        if (named.values().stream().allMatch(List::isEmpty)) {
            throw yaml.fault("nothing is named here.", "write an id, such as [mistral] or {origin: CN}.");
        }
        return named;
    }

    private static List<YamlNode> list(YamlNode yaml) {
        return yaml.isList() ? yaml.items() : List.of(yaml);
    }

    private On on(YamlNode yaml, String word) {
        for (var on : names.by().keySet()) {
            if (on.word().equals(word)) {
                return on;
            }
        }
        throw yaml.fault(
                "(%s) is nothing that ids are of.".formatted(word),
                "it is one of "
                        + names.by().keySet().stream().map(On::word).sorted().toList() + ".");
    }

    private void known(On on, YamlNode id) {
        if (!names.by().getOrDefault(on, List.of()).contains(id.text())) {
            throw id.fault(
                    "(%s) is not in the list of %s.".formatted(id.text(), LimitNames.words(on)),
                    names.maybe(on, id.text()));
        }
    }

    private LimitClause atLeast(YamlNode yaml, Where where) {
        yaml.onlyKeys("share", "on", "of");
        var on = yaml.has("on") ? on(yaml.at("on"), yaml.textAt("on")) : On.OPENNESS;
        var of = yaml.has("of") ? list(yaml.at("of")) : List.<YamlNode>of();
        if (of.isEmpty() && on != On.OPENNESS) {
            throw yaml.fault("no %s are named.".formatted(LimitNames.words(on)), "the key (of) is missing.");
        }
        of.forEach(id -> known(on, id));
        return atLeast(
                yaml.percentAt("share"),
                on,
                of.isEmpty() ? List.of("open") : of.stream().map(YamlNode::text).toList(),
                where);
    }

    private static LimitClause keep(On on, String id, Where where) {
        return clause("keep", Kind.KEEP, on, List.of(id), 1, where, "%s stays in the mix".formatted(id));
    }

    private static LimitClause never(On on, String id, Where where) {
        return clause("never", Kind.CAP, on, List.of(id), 0, where, "Nothing of %s (%s)".formatted(id, on.word()));
    }

    private static LimitClause atLeast(int share, On on, List<String> of, Where where) {
        var why = "At least %d percent %s (%s)".formatted(share, String.join(", ", of), on.word());
        return clause("at-least-" + share, Kind.FLOOR, on, of, share, where, why);
    }

    private static LimitClause clause(
            String word, Kind kind, On on, List<String> of, long at, Where where, String why) {
        return new LimitClause(
                "%s:%s:%s%s".formatted(word, on.word(), String.join("+", of), where.suffix()),
                kind,
                on,
                of,
                where.scope(),
                where.demand(),
                where.region(),
                at,
                where.why() == null ? why : where.why(),
                "");
    }
}
