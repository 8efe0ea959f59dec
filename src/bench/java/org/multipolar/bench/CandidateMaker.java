package org.multipolar.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.multipolar.rulebook.Field;

/** Makes candidates that the rules at hand can tell apart: no two answer every condition alike, in no round. */
final class CandidateMaker {

    /** The golden ratio in 64 bits: multiplying by it spreads neighbouring numbers. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Words words;
    private final Random random;
    private final Map<Field, Map<String, Long>> classes = new EnumMap<>(Field.class);
    private final Set<Long> seen = new HashSet<>();

    CandidateMaker(Words words, List<RaceRule> rules, Random random) {
        this.words = words;
        this.random = random;
        for (var field : Words.fields()) {
            var conditions = rules.stream()
                    .flatMap(rule -> rule.conditions().stream())
                    .filter(condition -> condition.field() == field)
                    .distinct()
                    .toList();
            classes.put(field, classes(field, conditions));
        }
    }

    /** {@return a bit per value; values on which the same conditions turn share it, those on which none does have none} */
    private Map<String, Long> classes(Field field, List<Condition> conditions) {
        var bits = new HashMap<String, Long>();
        var classes = new HashMap<String, Long>();
        for (var word : words.of(field)) {
            var answers = new StringBuilder();
            conditions.forEach(condition -> answers.append(condition.turnsOn(word) ? '1' : '0'));
            classes.put(
                    word,
                    answers.indexOf("1") < 0 ? 0L : bits.computeIfAbsent(answers.toString(), any -> 1L << bits.size()));
        }
        return classes;
    }

    List<Map<Field, List<String>>> candidates(int count) {
        var candidates = new ArrayList<Map<Field, List<String>>>(count);
        while (candidates.size() < count) {
            var candidate = candidate();
            if (seen.add(signature(candidate))) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    private Map<Field, List<String>> candidate() {
        var values = new EnumMap<Field, List<String>>(Field.class);
        for (var field : Words.fields()) {
            values.put(field, words.value(field, random));
        }
        return values;
    }

    /** Two candidates of one signature answer alike, or collide by chance; then one too many is thrown away. */
    private long signature(Map<Field, List<String>> candidate) {
        long signature = 0;
        for (var field : Words.fields()) {
            long answers = 0;
            for (var value : candidate.getOrDefault(field, List.of())) {
                answers |= classes.getOrDefault(field, Map.of()).getOrDefault(value, 0L);
            }
            signature = (signature ^ answers) * SPREAD;
            signature ^= signature >>> 32;
        }
        return signature;
    }
}
