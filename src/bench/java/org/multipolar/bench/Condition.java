package org.multipolar.bench;

import java.util.List;
import org.multipolar.rulebook.Field;

/**
 * One condition of a rule.
 *
 * @param word the word asked for, or the name of the list
 * @param words the word alone, or what the list holds
 */
record Condition(Field field, Question question, String word, List<String> words) {

    Condition {
        words = List.copyOf(words);
    }

    /** {@return whether the condition answers this value differently from one that nobody asks for} */
    boolean turnsOn(String value) {
        return words.contains(value);
    }
}
