package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.drl.ast.descr.RuleDescr;
import org.multipolar.catalog.World;

/**
 * The words and parameters that rules ask for, field by field.
 *
 * <p>Two values that no rule can tell apart (none names them, and the same parameters list both) get the same judgement, so
 * one of them stands for all. This turns tens of thousands of fact sets into a few thousand.
 */
final class Vocabulary {

    private final Map<Field, TreeSet<String>> words = new EnumMap<>(Field.class);
    private final Map<Field, TreeSet<String>> parameters = new EnumMap<>(Field.class);

    /** {@return what all these linted rules ask for} */
    static Vocabulary of(List<RuleDescr> rules) {
        var vocabulary = new Vocabulary();
        for (var rule : rules) {
            for (var question : Linter.questions(rule)) {
                var field = Field.byAccessor().get(question.field());
                if (field != null) {
                    var kind = question.asksParameter() ? vocabulary.parameters : vocabulary.words;
                    kind.computeIfAbsent(field, any -> new TreeSet<>()).add(question.word());
                }
            }
        }
        return vocabulary;
    }

    /** {@return a table that replaces values by their representatives on one day} */
    Representatives on(ParametersOfDay ofDay) {
        return new Representatives(ofDay);
    }

    /** Replaces each value by the first seen that no rule can tell from it. Not thread-safe; one per judging. */
    final class Representatives {

        private final ParametersOfDay ofDay;
        private final Map<Field, Map<String, String>> byClass = new EnumMap<>(Field.class);
        private final Map<Field, Map<String, String>> byValue = new EnumMap<>(Field.class);

        private Representatives(ParametersOfDay ofDay) {
            this.ofDay = ofDay;
            for (var field : Field.values()) {
                byClass.put(field, new HashMap<>());
                byValue.put(field, new HashMap<>());
            }
        }

        Facts of(Facts facts) {
            var values = new EnumMap<Field, List<String>>(Field.class);
            facts.values().forEach((field, all) -> values.put(field, representatives(field, all)));
            return new Facts(values);
        }

        private List<String> representatives(Field field, List<String> all) {
            return switch (all.size()) {
                case 0 -> all;
                case 1 -> List.of(representative(field, all.get(0)));
                default ->
                    all.stream()
                            .map(value -> representative(field, value))
                            .distinct()
                            .toList();
            };
        }

        private String representative(Field field, String value) {
            var ofField = World.known(byValue, field);
            var known = ofField.get(value);
            if (known == null) {
                known = World.known(byClass, field).computeIfAbsent(signature(field, value), any -> value);
                ofField.put(value, known);
            }
            return known;
        }

        private String signature(Field field, String value) {
            var signature = new TreeMap<String, String>();
            if (words.getOrDefault(field, new TreeSet<>()).contains(value)) {
                return "named " + value;
            }
            for (var parameter : parameters.getOrDefault(field, new TreeSet<>())) {
                signature.put(parameter, told(field, value, parameter));
            }
            return signature.toString();
        }

        private String told(Field field, String value, String parameter) {
            return switch (field.kind()) {
                case TEXT, TAGS -> String.valueOf(ofDay.words(parameter).contains(value));
                case AMOUNT -> String.valueOf(Double.parseDouble(value) >= ofDay.amount(parameter));
                case DAY -> before(Day.earliest(value), parameter) + "-" + before(Day.latest(value), parameter);
            };
        }

        private boolean before(LocalDate day, String parameter) {
            return day.isBefore(ofDay.day(parameter));
        }
    }
}
