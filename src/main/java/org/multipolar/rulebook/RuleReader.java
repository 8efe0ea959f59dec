package org.multipolar.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.drl.ast.descr.RuleDescr;
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

    /** {@return the card of a rule; a twin that says what nobody states adds its fields to the main rule's card} */
    RuleCard card(String file, RuleDescr rule, List<RuleDescr> twins) {
        var annotations = annotations(file, rule);
        var effect = effect(rule);
        var keys = parts(annotations.getOrDefault("sources", ""), ",");
        for (var key : keys) {
            if (!sources.containsKey(key)) {
                throw fault(
                        file,
                        rule,
                        "sources",
                        "(%s) is not in the rules' sources.".formatted(key),
                        "it is misspelt, or its row is missing in sources.csv.");
            }
        }
        if (keys.isEmpty()) {
            throw fault(file, rule, "sources", "the rule cites no source.", null);
        }
        var citation = java.util.Objects.requireNonNull(sources.get(keys.get(0)));
        var weight = annotations.getOrDefault("weight", "");
        if (effect == Effect.PENALISE && !WEIGHTS.contains(weight)) {
            throw fault(file, rule, "weight", "(%s) is not one of low, medium, high.".formatted(weight), null);
        }
        return new RuleCard(
                Linter.id(rule),
                needed(file, rule, annotations, "title"),
                effect,
                oneOf(file, rule, annotations, "kind", KINDS),
                needed(file, rule, annotations, "status"),
                day(file, rule, annotations, "from"),
                day(file, rule, annotations, "until"),
                "true".equals(annotations.get("baseline")),
                weight,
                bounds(file, rule, annotations, effect),
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
                fields(rule, twins),
                annotations,
                file,
                rule.getLine());
    }

    private static List<Field> fields(RuleDescr rule, List<RuleDescr> twins) {
        var fields = new TreeSet<Field>();
        var all = new ArrayList<>(twins);
        all.add(rule);
        all.forEach(each -> Linter.questions(each).forEach(question -> {
            var field = Field.byAccessor().get(question.field());
            if (field != null) {
                fields.add(field);
            }
        }));
        return List.copyOf(fields);
    }

    private static Map<String, String> annotations(String file, RuleDescr rule) {
        var annotations = new TreeMap<String, String>();
        for (var name : rule.getAnnotationNames()) {
            if (!KNOWN.contains(name)) {
                throw fault(
                        file,
                        rule,
                        name,
                        "nobody knows the annotation @%s.".formatted(name),
                        "it is misspelt; known are " + new TreeSet<>(KNOWN) + ".");
            }
            annotations.put(
                    name, unquoted(String.valueOf(rule.getAnnotation(name).getValue())));
        }
        return annotations;
    }

    private static String unquoted(String value) {
        var text = value.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** {@return the effect; a rule that only says what nobody states is an exclusion that is never certain} */
    private static Effect effect(RuleDescr rule) {
        var word = Linter.effect(rule);
        return word.equals("unstated") ? Effect.EXCLUDE : Effect.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private List<RuleCard.Bound> bounds(String file, RuleDescr rule, Map<String, String> annotations, Effect effect) {
        var bounds = new ArrayList<RuleCard.Bound>();
        for (var each : parts(annotations.getOrDefault("bounds", ""), ";")) {
            var words = each.split(" ", -1);
            var parameter = words.length == 2 ? parameters.get(words[1]) : null;
            if (parameter == null || parameter.unit().list() || !BOUND_KEYS.contains(words[0])) {
                throw fault(
                        file,
                        rule,
                        "bounds",
                        "(%s) is not a key and a parameter.".formatted(each),
                        "the key is one of " + new TreeSet<>(BOUND_KEYS) + ".");
            }
            bounds.add(new RuleCard.Bound(words[0], words[1]));
        }
        boolean bounding = effect == Effect.CAP || effect == Effect.REQUIRE;
        if (bounding == bounds.isEmpty()) {
            throw fault(file, rule, "bounds", "a cap or floor needs bounds, and nothing else has them.", null);
        }
        return bounds;
    }

    private static @Nullable LocalDate day(String file, RuleDescr rule, Map<String, String> annotations, String name) {
        var text = annotations.get(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw fault(file, rule, name, "(%s) is not a day.".formatted(text), "it is not written YYYY-MM-DD.");
        }
    }

    private static String needed(String file, RuleDescr rule, Map<String, String> annotations, String name) {
        var text = annotations.get(name);
        if (text == null || text.isEmpty()) {
            throw fault(file, rule, name, "the annotation @%s is missing.".formatted(name), null);
        }
        return text;
    }

    private static String oneOf(
            String file, RuleDescr rule, Map<String, String> annotations, String name, Set<String> allowed) {
        var text = needed(file, rule, annotations, name);
        if (!allowed.contains(text)) {
            throw fault(file, rule, name, "(%s) is not one of %s.".formatted(text, new TreeSet<>(allowed)), null);
        }
        return text;
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static BadInput fault(String file, RuleDescr rule, String field, String what, @Nullable String maybe) {
        return new BadInput(file, rule.getLine(), rule.getName() + (field.isEmpty() ? "" : " @" + field), what, maybe);
    }
}
