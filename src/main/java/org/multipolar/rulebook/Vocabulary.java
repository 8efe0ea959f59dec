package org.multipolar.rulebook;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words and parameters that rules ask for, field by field. */
final class Vocabulary {

    private final Map<Field, Set<String>> words = new EnumMap<>(Field.class);
    private final Map<Field, Set<String>> parameters = new EnumMap<>(Field.class);

    private Vocabulary() {}

    /** {@return what all these rules ask for} */
    static Vocabulary of(Collection<HouseRule> rules) {
        var vocabulary = new Vocabulary();
        rules.forEach(rule -> rule.when().asks().forEach(vocabulary::add));
        return vocabulary;
    }

    private void add(Condition.Ask ask) {
        var kind = ask.asked().ofParameter() ? parameters : words;
        kind.computeIfAbsent(ask.field(), any -> new HashSet<>()).add(ask.word());
    }

    /** {@return the values of a field that some rule names} */
    Set<String> words(Field field) {
        return words.getOrDefault(field, Set.of());
    }

    /** {@return the parameters that some rule compares a field with} */
    List<String> parameters(Field field) {
        return List.copyOf(parameters.getOrDefault(field, Set.of()));
    }
}
