package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.multipolar.catalog.World;

/**
 * Every question that some rule asks, numbered.
 *
 * <p>A value answers all questions of its field once, however many cases have it; a case keeps the answers as bits, and a
 * rule's condition only looks at them. Each field has whole words of 64 bits of its own.
 */
final class Questionnaire {

    private final Map<Field, List<Condition.Ask>> ofField = new EnumMap<>(Field.class);
    private final Map<Field, Integer> firstWord = new EnumMap<>(Field.class);
    private final Map<Condition.Ask, Integer> numbers = new HashMap<>();
    private final int words;

    private Questionnaire(Collection<HouseRule> rules) {
        var asks = new LinkedHashSet<Condition.Ask>();
        rules.forEach(rule -> rule.when().asks().forEach(asks::add));
        for (var field : Field.values()) {
            ofField.put(field, new ArrayList<>());
        }
        asks.forEach(ask -> World.known(ofField, ask.field()).add(ask));
        int word = 0;
        for (var field : Field.values()) {
            var all = World.known(ofField, field);
            firstWord.put(field, word);
            for (int i = 0; i < all.size(); i++) {
                numbers.put(all.get(i), word * Long.SIZE + i);
            }
            word += length(all);
        }
        words = word;
    }

    /** {@return what all these rules ask} */
    static Questionnaire of(Collection<HouseRule> rules) {
        return new Questionnaire(rules);
    }

    private static int length(List<Condition.Ask> asks) {
        return (asks.size() + Long.SIZE - 1) / Long.SIZE;
    }

    /** {@return how many words hold the answers of a case} */
    int words() {
        return words;
    }

    /** {@return the first word of a field's answers} */
    int firstWord(Field field) {
        return World.known(firstWord, field);
    }

    /** {@return what a value answers to the questions of its field} */
    long[] answers(Field field, Answering value) {
        var asks = World.known(ofField, field);
        var answers = new long[length(asks)];
        for (int i = 0; i < asks.size(); i++) {
            if (holds(asks.get(i), value)) {
                answers[i / Long.SIZE] |= 1L << i % Long.SIZE;
            }
        }
        return answers;
    }

    /** The linter saw to it that the question fits the field. */
    private static boolean holds(Condition.Ask ask, Answering value) {
        var word = ask.word();
        return switch (ask.asked()) {
            case NAMED -> ((Text) value).named(word);
            case OTHER_THAN -> ((Text) value).otherThan(word);
            case WITHIN -> ((Text) value).within(word);
            case OUTSIDE -> ((Text) value).outside(word);
            case HAS -> ((Tags) value).has(word);
            case LACKS -> ((Tags) value).lacks(word);
            case HAS_ANY_OF -> ((Tags) value).hasAnyOf(word);
            case HAS_NONE_OF -> ((Tags) value).hasNoneOf(word);
            case ON_OR_AFTER -> ((Day) value).onOrAfter(word);
            case EARLIER_THAN -> ((Day) value).earlierThan(word);
            case AT_LEAST -> ((Amount) value).atLeast(word);
            case BELOW -> ((Amount) value).below(word);
        };
    }

    /** {@return a test of a case by its answers} */
    Predicate<Case> test(Condition condition) {
        if (condition instanceof Condition.Ask ask) {
            int number = World.known(numbers, ask);
            return new Answered(number / Long.SIZE, 1L << number % Long.SIZE);
        }
        if (condition instanceof Condition.AnyOf any) {
            return any.parts().stream().map(this::test).reduce(Predicate::or).orElseThrow();
        }
        return ((Condition.AllOf) condition)
                .parts().stream().map(this::test).reduce(Predicate::and).orElseThrow();
    }

    /** One bit of a case's answers. */
    private record Answered(int word, long bit) implements Predicate<Case> {

        @Override
        public boolean test(Case fact) {
            return (fact.answers().bits()[word] & bit) != 0;
        }
    }
}
