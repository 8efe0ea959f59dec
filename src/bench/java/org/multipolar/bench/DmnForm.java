package org.multipolar.bench;

import java.util.List;
import java.util.stream.Collectors;
import org.multipolar.rulebook.Field;

/** Writes rules down as a DMN decision table: a column per field, a row per rule, every row that holds collected. */
final class DmnForm {

    static final String KEY = "race";
    static final String OUTPUT = "rule";

    private static final String TABLE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions" name="race"
                         namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="%s" name="race">
                <decisionTable id="table" hitPolicy="COLLECT">
            %s      <output id="output" name="%s" typeRef="string"/>
            %s    </decisionTable>
              </decision>
            </definitions>
            """;

    private DmnForm() {}

    static String table(List<RaceRule> rules) {
        var inputs = Words.fields().stream().map(DmnForm::input).collect(Collectors.joining());
        return TABLE.formatted(KEY, inputs, OUTPUT, rules.stream().map(DmnForm::row).collect(Collectors.joining()));
    }

    private static String input(Field field) {
        var name = field.accessor();
        return "      <input id=\"%1$s\" label=\"%1$s\"><inputExpression id=\"%1$s-in\"%2$s><text>%1$s</text></inputExpression></input>\n"
                .formatted(name, Words.tags(field) ? "" : " typeRef=\"string\"");
    }

    private static String row(RaceRule rule) {
        var cells = new StringBuilder();
        for (var field : Words.fields()) {
            var cell = rule.conditions().stream()
                    .filter(condition -> condition.field() == field)
                    .map(DmnForm::feel)
                    .collect(Collectors.joining());
            cells.append("<inputEntry id=\"%s-%s\"><text>%s</text></inputEntry>"
                    .formatted(rule.id(), field.accessor(), cell));
        }
        return "      <rule id=\"%1$s\">%2$s<outputEntry id=\"%1$s-out\"><text>\"%1$s\"</text></outputEntry></rule>\n"
                .formatted(rule.id(), cells);
    }

    private static String feel(Condition condition) {
        var words = condition.words().stream().map(word -> '"' + word + '"').collect(Collectors.joining(","));
        return switch (condition.question()) {
            case NAMED, WITHIN -> words;
            case OTHER_THAN, OUTSIDE -> "not(%s)".formatted(words);
            case HAS -> "list contains(?, %s)".formatted(words);
            case LACKS -> "not(list contains(?, %s))".formatted(words);
        };
    }
}
