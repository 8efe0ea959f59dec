package org.multipolar.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A rules folder of a few lines, written by hand in a test. */
final class SmallRules {

    private final Map<String, byte[]> files = files();
    private final StringBuilder drl = new StringBuilder(
            """
            package rules.small;

            import org.multipolar.rulebook.Case;
            global org.multipolar.rulebook.Findings findings;
            """);

    /** {@return the folder without any rule} */
    static Map<String, byte[]> files() {
        var files = new TreeMap<String, byte[]>();
        files.put("sources.csv", bytes("key,title,publisher,date,url,tier,read,via\nhouse-policy,House,,,,,true,\n"));
        files.put(
                "parameters/small.yaml",
                bytes(
                        """
                        parameters:
                          - parameter: a-list
                            title: A list that grows
                            unit: country-codes
                            values:
                              - {from: 2026-01-01, value: [DE], sources: [house-policy]}
                              - {from: 2027-01-01, value: [DE, FR], sources: [house-policy]}
                          - parameter: a-day
                            title: A day
                            unit: date
                            values:
                              - {from: null, value: 2026-06-15, sources: [house-policy]}
                          - parameter: a-number
                            title: A number
                            unit: percent
                            values:
                              - {from: null, value: 40, sources: [house-policy]}
                          - parameter: much
                            title: Much computing
                            unit: flop
                            values:
                              - {from: null, value: 1.0e25, sources: [house-policy]}
                        """));
        return files;
    }

    /** Adds a rule with its annotations, besides those every rule needs. */
    SmallRules rule(String id, String effect, String annotations, String conditions) {
        return rule(id, id, effect, annotations, conditions);
    }

    SmallRules rule(String name, String id, String effect, String annotations, String conditions) {
        drl.append(
                """

                rule "%s"
                    @title( "A rule of a test" )
                    @kind( "regulatory" )
                    @status( "in-force" )
                    @sources( "house-policy" )
                    %s
                when
                    $c : Case( %s )
                then
                    findings.%s("%s", $c);
                end
                """
                        .formatted(name, annotations, conditions, effect, id));
        return this;
    }

    Map<String, byte[]> folder() {
        files.put("small.drl", bytes(drl.toString()));
        return files;
    }

    Rulebook read() {
        return RulebookReader.read(folder()).orThrow();
    }

    /** {@return facts from field, value, field, value ...; several values are joined by semicolons} */
    static Facts facts(Object... fieldsAndValues) {
        var values = new EnumMap<Field, List<String>>(Field.class);
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            values.put((Field) fieldsAndValues[i], List.of(((String) fieldsAndValues[i + 1]).split(";", -1)));
        }
        return new Facts(values);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
