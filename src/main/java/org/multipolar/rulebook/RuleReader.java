package org.multipolar.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Source;

/** Reads the cards of linted rules: their annotations, checked against sources and parameters. */
final class RuleReader {

    private static final Set<String> KNOWN = Set.of(
            "title",
            "kind",
            "status",
            "from",
            "until",
            "baseline",
            "weight",
            "bounds",
            "datePrecision",
            "sources",
            "confidence",
            "asOf",
            "jurisdictions",
            "facts",
            "statement",
            "obligation",
            "settledBy",
            "switchedOff");
    private static final Set<String> KINDS = Set.of(
            "regulatory", "data-residency", "language", "licence", "geopolitical", "sector", "public-sector", "policy");
    private static final Set<String> BOUND_KEYS =
            Set.of("all", "supplier", "operator", "origin", "lineage", "model", "open", "distinct-origins");
    private static final Set<String> WEIGHTS = Set.of("low", "medium", "high");

    private final Map<String, Source> sources;
    private final Map<String, Parameter> parameters;

    RuleReader(Map<String, Source> sources, Map<String, Parameter> parameters) {
        this.sources = sources;
        this.parameters = parameters;
    }

    /**
     * {@return the card of a rule}
     *
     * @param same all rules of its id: one that says what nobody states adds its fields
     */
    RuleCard card(HouseRule rule, List<HouseRule> same) {
        var annotations = annotations(rule);
        var effect = effect(rule);
        var keys = parts(annotations.getOrDefault("sources", ""), ",");
        for (var key : keys) {
            if (!sources.containsKey(key)) {
                throw fault(
                        rule,
                        "sources",
                        "(%s) is not in the rules' sources.".formatted(key),
                        "it is misspelt, or its row is missing in sources.csv.");
            }
        }
        if (keys.isEmpty()) {
            throw fault(rule, "sources", "the rule cites no source.", null);
        }
        var citation = java.util.Objects.requireNonNull(sources.get(keys.get(0)));
        var weight = annotations.getOrDefault("weight", "");
        if (effect == Effect.PENALISE && !WEIGHTS.contains(weight)) {
            throw fault(rule, "weight", "(%s) is not one of low, medium, high.".formatted(weight), null);
        }
        return new RuleCard(
                rule.id(),
                needed(rule, annotations, "title"),
                effect,
                oneOf(rule, annotations, "kind", KINDS),
                needed(rule, annotations, "status"),
                day(rule, annotations, "from"),
                day(rule, annotations, "until"),
                "true".equals(annotations.get("baseline")),
                weight,
                bounds(rule, annotations, effect),
                annotations.getOrDefault("statement", ""),
                annotations.getOrDefault("obligation", ""),
                annotations.getOrDefault("settledBy", ""),
                "true".equals(annotations.get("switchedOff")),
                parts(annotations.getOrDefault("jurisdictions", ""), ","),
                citation.title(),
                citation.url(),
                keys,
                citation.licence().equals("read"),
                annotations.getOrDefault("confidence", ""),
                annotations.getOrDefault("asOf", ""),
                fields(same),
                annotations,
                rule.file(),
                rule.line());
    }

    private static List<Field> fields(List<HouseRule> same) {
        return same.stream()
                .flatMap(rule -> rule.when().asks())
                .map(Condition.Ask::field)
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, String> annotations(HouseRule rule) {
        for (var name : rule.annotations().keySet()) {
            if (!KNOWN.contains(name)) {
                throw fault(
                        rule,
                        name,
                        "nobody knows the annotation @%s.".formatted(name),
                        "it is misspelt; known are " + new TreeSet<>(KNOWN) + ".");
            }
        }
        return rule.annotations();
    }

    /** {@return the effect; a rule that only says what nobody states is an exclusion that is never certain} */
    private static Effect effect(HouseRule rule) {
        return rule.unstated() ? Effect.EXCLUDE : Effect.valueOf(rule.effect().toUpperCase(Locale.ROOT));
    }

    private List<RuleCard.Bound> bounds(HouseRule rule, Map<String, String> annotations, Effect effect) {
        var bounds = new ArrayList<RuleCard.Bound>();
        for (var each : parts(annotations.getOrDefault("bounds", ""), ";")) {
            var words = each.split(" ", -1);
            var parameter = words.length == 2 ? parameters.get(words[1]) : null;
            if (parameter == null || parameter.unit().list() || !BOUND_KEYS.contains(words[0])) {
                throw fault(
                        rule,
                        "bounds",
                        "(%s) is not a key and a parameter.".formatted(each),
                        "the key is one of " + new TreeSet<>(BOUND_KEYS) + ".");
            }
            bounds.add(new RuleCard.Bound(words[0], words[1]));
        }
        boolean bounding = effect == Effect.CAP || effect == Effect.REQUIRE;
        if (bounding == bounds.isEmpty()) {
            throw fault(rule, "bounds", "a cap or floor needs bounds, and nothing else has them.", null);
        }
        return bounds;
    }

    private static @Nullable LocalDate day(HouseRule rule, Map<String, String> annotations, String name) {
        var text = annotations.get(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw fault(rule, name, "(%s) is not a day.".formatted(text), "it is not written YYYY-MM-DD.");
        }
    }

    private static String needed(HouseRule rule, Map<String, String> annotations, String name) {
        var text = annotations.get(name);
        if (text == null || text.isEmpty()) {
            throw fault(rule, name, "the annotation @%s is missing.".formatted(name), null);
        }
        return text;
    }

    private static String oneOf(HouseRule rule, Map<String, String> annotations, String name, Set<String> allowed) {
        var text = needed(rule, annotations, name);
        if (!allowed.contains(text)) {
            throw fault(rule, name, "(%s) is not one of %s.".formatted(text, new TreeSet<>(allowed)), null);
        }
        return text;
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static BadInput fault(HouseRule rule, String field, String what, @Nullable String maybe) {
        return new BadInput(rule.file(), rule.line(), rule.name() + (field.isEmpty() ? "" : " @" + field), what, maybe);
    }
}
