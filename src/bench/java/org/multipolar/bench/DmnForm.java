package org.multipolar.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.multipolar.rulebook.Field;

/** Writes rules down as a DMN decision table: a column per field, a row per rule, every row that holds collected. */
enum DmnForm {
    /** The manual's own language; Camunda 7 parses every cell anew each time it is asked (feel-scala issue 1149). */
    FEEL {
        @Override
        String cell(Condition condition) {
            var words = condition.words().stream().map(DmnForm::quoted).collect(Collectors.joining(","));
            return switch (condition.question()) {
                case NAMED, WITHIN -> words;
                case OTHER_THAN, OUTSIDE -> "not(%s)".formatted(words);
                case HAS -> "list contains(?, %s)".formatted(words);
                case LACKS -> "not(list contains(?, %s))".formatted(words);
            };
        }

        @Override
        String value(String name) {
            return name;
        }
    },
    /** The other language of the manual, which is compiled once; lists come as variables. */
    JUEL {
        @Override
        String cell(Condition condition) {
            var field = condition.field().accessor();
            return switch (condition.question()) {
                case NAMED -> "${%s == %s}".formatted(field, quoted(condition.word()));
                case OTHER_THAN -> "${%s != %s}".formatted(field, quoted(condition.word()));
                case WITHIN -> "${%s.contains(%s)}".formatted(list(condition.word()), field);
                case OUTSIDE -> "${!%s.contains(%s)}".formatted(list(condition.word()), field);
                case HAS -> "${%s.contains(%s)}".formatted(field, quoted(condition.word()));
                case LACKS -> "${!%s.contains(%s)}".formatted(field, quoted(condition.word()));
            };
        }

        @Override
        String value(String name) {
            return "${%s}".formatted(name);
        }
    };

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
    private static final String INPUT =
            """
                  <input id="%1$s">
                    <inputExpression id="%1$s-in" expressionLanguage="%2$s"><text>%3$s</text></inputExpression>
                  </input>
            """;
    private static final String ENTRY =
            "<%1$sEntry id=\"%2$s\" expressionLanguage=\"%3$s\"><text>%4$s</text></%1$sEntry>";

    /** {@return what a cell says} */
    abstract String cell(Condition condition);

    /** {@return how a column reads its variable} */
    abstract String value(String name);

    /** {@return the variable that holds a list} */
    static String list(String name) {
        return name.replace('-', '_');
    }

    String table(List<RaceRule> rules) {
        var inputs = Words.fields().stream().map(this::input).collect(Collectors.joining());
        return TABLE.formatted(
                KEY, inputs, OUTPUT, rules.stream().map(this::row).collect(Collectors.joining()));
    }

    private String input(Field field) {
        return INPUT.formatted(field.accessor(), language(), value(field.accessor()));
    }

    private String row(RaceRule rule) {
        var cells = new StringBuilder();
        for (var field : Words.fields()) {
            var cell = rule.conditions().stream()
                    .filter(condition -> condition.field() == field)
                    .map(this::cell)
                    .collect(Collectors.joining());
            cells.append(ENTRY.formatted("input", rule.id() + field.accessor(), language(), cell));
        }
        var output = ENTRY.formatted("output", rule.id() + "-out", language(), quoted(rule.id()));
        return "      <rule id=\"%s\">%s%s</rule>\n".formatted(rule.id(), cells, output);
    }

    private String language() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
