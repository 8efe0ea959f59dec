package org.multipolar.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes rules down as a rules folder of ours: DRL in the house form, parameters, sources. */
final class HouseForm {

    private static final List<String> EFFECTS = List.of("exclude", "oblige", "prefer");
    private static final String HEAD =
            """
            package rules.race;

            import org.multipolar.rulebook.Case;
            global org.multipolar.rulebook.Findings findings;
            """;
    private static final String RULE =
            """

            rule "%1$s"
                @title( "A rule of the race" )
                @kind( "regulatory" )
                @status( "in-force" )
                @sources( "house-policy" )
            when
                $c : Case(
            %2$s)
            then
                findings.%3$s("%1$s", $c);
            end
            """;
    private static final String PARAMETER =
            """
              - parameter: %s
                title: A list of the race
                unit: words
                values:
                  - {from: null, value: [%s], sources: [house-policy]}
            """;

    private HouseForm() {}

    static Map<String, byte[]> folder(List<RaceRule> rules, Words words) {
        var drl = new StringBuilder(HEAD);
        for (var rule : rules) {
            drl.append(RULE.formatted(
                    rule.id(), conditions(rule), EFFECTS.get(rule.conditions().size() % 3)));
        }
        var files = new TreeMap<String, byte[]>();
        files.put("race.drl", drl.toString().getBytes(UTF_8));
        files.put("parameters/race.yaml", parameters(words).getBytes(UTF_8));
        files.put(
                "sources.csv",
                "key,title,publisher,date,url,tier,read,via\nhouse-policy,House,,,,,true,\n".getBytes(UTF_8));
        return files;
    }

    private static String conditions(RaceRule rule) {
        return rule.conditions().stream()
                .map(each -> "        %s.%s(\"%s\")"
                        .formatted(each.field().accessor(), each.question().drl(), each.word()))
                .collect(Collectors.joining(",\n"));
    }

    private static String parameters(Words words) {
        var yaml = new StringBuilder("parameters:\n");
        for (var field : Words.fields()) {
            // Quoted, because a made-up word may be one that YAML takes for a truth value.
            words.lists(field)
                    .forEach((name, list) -> yaml.append(PARAMETER.formatted(
                            name, list.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", ")))));
        }
        return yaml.toString();
    }
}
