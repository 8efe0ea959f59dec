package org.multipolar.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.multipolar.catalog.Parsed;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.YamlNode;

/** A file of legal cases: facts, and the verdict and rules a lawyer expects. */
public record CaseFile(String file, List<Expectation> cases) {

    /** One case: what is given, and what must come of it. */
    public record Expectation(
            String id,
            LocalDate asOf,
            Facts facts,
            String expected,
            List<String> mustName,
            List<String> mustNotName,
            String why,
            Set<String> switchedOn,
            int line) {}

    /** What came of a case; not covered means that it names a rule which the rulebook does not have. */
    public record Result(Expectation expectation, Judgement judgement, boolean passed, List<String> notCovered) {}

    private static final Set<String> VERDICTS = Set.of("excluded", "unresolved", "conditional", "allowed", "");
    private static final Set<Field> GIVEN_IN_CASE = Set.of(Field.SERVED_AT_HOME, Field.AS_OF);

    public CaseFile {
        cases = List.copyOf(cases);
    }

    /** {@return the cases of a file, or the first fault found} */
    public static Parsed<CaseFile> read(String file, byte[] bytes) {
        return Parsed.of(() -> {
            var yaml = YamlNode.read(file, bytes).onlyKeys("meta", "cases");
            return new CaseFile(
                    file,
                    yaml.at("cases").items().stream().map(CaseFile::expectation).toList());
        });
    }

    private static Expectation expectation(YamlNode yaml) {
        yaml.onlyKeys(
                "id",
                "as_of",
                "given",
                "offer",
                "expected",
                "must_name",
                "must_not_name",
                "why",
                "tags",
                "lawyer_agreement",
                "switched_on");
        var values = new EnumMap<Field, List<String>>(Field.class);
        fill(values, yaml.at("given"));
        fill(values, yaml.at("offer"));
        derive(values);
        var expected = yaml.textAt("expected", "");
        if (!VERDICTS.contains(expected)) {
            throw yaml.at("expected")
                    .fault(
                            "(%s) is not a verdict.".formatted(expected),
                            "it is one of " + new TreeSet<>(VERDICTS) + ".");
        }
        return new Expectation(
                yaml.textAt("id"),
                yaml.at("as_of").day(),
                new Facts(values),
                expected,
                yaml.textsAt("must_name"),
                yaml.textsAt("must_not_name"),
                yaml.textAt("why", ""),
                new TreeSet<>(yaml.textsAt("switched_on")),
                yaml.line());
    }

    private static void fill(Map<Field, List<String>> values, YamlNode yaml) {
        yaml.entries().forEach((key, node) -> {
            if (key.equals("model")) {
                return; // a name for the reader
            }
            var field = Field.byWord().get(key);
            if (field == null || GIVEN_IN_CASE.contains(field)) {
                throw node.fault(
                        "nobody knows this fact.",
                        "it is misspelt; the facts are " + Field.byWord().keySet() + ".");
            }
            if (!node.isNull()) {
                values.put(field, value(field, node));
            }
        });
    }

    private static List<String> value(Field field, YamlNode node) {
        return switch (field.kind()) {
            case TAGS ->
                node.isList() ? node.items().stream().map(YamlNode::text).toList() : List.of(node.text());
            case TEXT -> List.of(node.text().equals("open-source") ? "open-weights" : node.text());
            case DAY -> {
                if (!day(node.text())) {
                    throw node.fault(
                            "(%s) is not an ISO date.".formatted(node.text()),
                            "it is not written YYYY-MM-DD, YYYY-MM or YYYY.");
                }
                yield List.of(node.text());
            }
            case AMOUNT -> List.of(String.valueOf(node.number()));
        };
    }

    private static boolean day(String text) {
        try {
            return text.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")
                    && Day.earliest(text).getYear() > 0;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** A word that stands for not knowing is taken as not known; what follows from other facts is filled in. */
    private static void derive(Map<Field, List<String>> values) {
        values.entrySet()
                .removeIf(entry -> entry.getValue().equals(List.of("unknown"))
                        || entry.getValue().equals(List.of("anywhere")));
        var serving = values.get(Field.SERVING_COUNTRY);
        var operating = values.get(Field.OPERATING_COUNTRY);
        if (serving != null && operating != null) {
            values.put(Field.SERVED_AT_HOME, List.of(serving.equals(operating) ? "yes" : "no"));
        }
        values.putIfAbsent(Field.PLACE_STATED, List.of(serving == null ? "no" : "yes"));
    }

    /** {@return what the rulebook says of each case, in their order} */
    public List<Result> judge(Rulebook rulebook) {
        var bySetting = cases.stream()
                .collect(Collectors.groupingBy(CaseFile::setting, LinkedHashMap::new, Collectors.toList()));
        var judgements = new IdentityHashMap<Expectation, Judgement>();
        bySetting.forEach((setting, same) -> {
            var judged = rulebook.judge(same.stream().map(Expectation::facts).toList(), setting);
            for (int i = 0; i < same.size(); i++) {
                judgements.put(same.get(i), judged.get(i));
            }
        });
        return cases.stream()
                .map(each -> result(rulebook, each, World.known(judgements, each)))
                .toList();
    }

    private static Rulebook.Setting setting(Expectation expectation) {
        return new Rulebook.Setting(expectation.asOf(), Set.of(), expectation.switchedOn());
    }

    private static Result result(Rulebook rulebook, Expectation expectation, Judgement judgement) {
        var named = new TreeSet<String>();
        judgement.findings().stream()
                .filter(finding -> finding.certain() || finding.rule().effect() == Effect.EXCLUDE)
                .forEach(finding -> named.add(finding.rule().id()));
        boolean verdictRight = expectation.expected().isEmpty()
                || expectation.expected().equals(judgement.verdict().word());
        boolean namesRight = named.containsAll(expectation.mustName())
                && expectation.mustNotName().stream().noneMatch(named::contains);
        var notCovered = expectation.mustName().stream()
                .filter(id -> rulebook.cardOrNull(id) == null)
                .toList();
        return new Result(expectation, judgement, verdictRight && namesRight, notCovered);
    }
}
