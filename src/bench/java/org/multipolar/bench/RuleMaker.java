package org.multipolar.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.multipolar.rulebook.Field;

/** Makes rules of two to four conditions on different fields, each of which fires on about one candidate in fifty. */
final class RuleMaker {

    private static final double RAREST = 0.006;
    private static final double COMMONEST = 0.045;
    private static final List<Question> OF_TAGS = List.of(Question.HAS, Question.HAS, Question.LACKS);
    private static final List<Question> OF_TEXTS =
            List.of(Question.NAMED, Question.WITHIN, Question.WITHIN, Question.OUTSIDE, Question.OTHER_THAN);

    private final Words words;
    private final Random random;

    RuleMaker(Words words, Random random) {
        this.words = words;
        this.random = random;
    }

    List<RaceRule> rules(int count) {
        var rules = new ArrayList<RaceRule>();
        while (rules.size() < count) {
            var conditions = conditions(2 + random.nextInt(3));
            double chance = conditions.stream().mapToDouble(words::chance).reduce(1, (first, second) -> first * second);
            if (chance >= RAREST && chance <= COMMONEST) {
                rules.add(new RaceRule("RACE-%03d".formatted(rules.size()), conditions));
            }
        }
        return rules;
    }

    private List<Condition> conditions(int count) {
        var fields = new ArrayList<>(Words.fields());
        Collections.shuffle(fields, random);
        return fields.subList(0, count).stream().map(this::condition).toList();
    }

    private Condition condition(Field field) {
        var question = Words.tags(field) ? oneOf(OF_TAGS) : oneOf(OF_TEXTS);
        return switch (question) {
            case NAMED, OTHER_THAN, HAS, LACKS -> {
                var word = oneOf(words.of(field));
                yield new Condition(field, question, word, List.of(word));
            }
            case WITHIN, OUTSIDE -> {
                var list = oneOf(List.copyOf(words.lists(field).entrySet()));
                yield new Condition(field, question, list.getKey(), list.getValue());
            }
        };
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
