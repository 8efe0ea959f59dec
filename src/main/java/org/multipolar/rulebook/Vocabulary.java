package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.drl.ast.descr.RuleDescr;

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
        private final Map<String, String> byClass = new HashMap<>();
        private final Map<String, String> byValue = new HashMap<>();

        private Representatives(ParametersOfDay ofDay) {
            this.ofDay = ofDay;
        }

        Facts of(Facts facts) {
            var values = new EnumMap<Field, List<String>>(Field.class);
            facts.values().forEach((field, all) -> {
                // A field that no rule asks for keeps its place, so that known and unknown stay apart.
                values.put(
                        field,
                        all.stream()
                                .map(value -> representative(field, value))
                                .distinct()
                                .toList());
            });
            return new Facts(values);
        }

        private String representative(Field field, String value) {
            var key = field.word() + "=" + value;
            var known = byValue.get(key);
            if (known == null) {
                known = byClass.computeIfAbsent(field.word() + "=" + signature(field, value), any -> value);
                byValue.put(key, known);
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
