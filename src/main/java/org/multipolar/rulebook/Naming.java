package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the rules that speak of a thing by name: a licence, a maker, a line of models. */
public final class Naming {

    private static final Set<Asked> OF_IT = Set.of(Asked.NAMED, Asked.HAS, Asked.WITHIN, Asked.HAS_ANY_OF);

    private Naming() {}

    /**
     * {@return the rules with a condition that one of these facts meets by being named, or by being in a list as it stands on
     * a day; in order of id. Whether the rest of a rule is met is not asked}
     *
     * @param words what is named, by fact
     */
    public static List<RuleCard> rules(Rulebook rulebook, Map<Field, Set<String>> words, LocalDate day) {
        return rulebook.rules().stream()
                .filter(rule -> rule.when()
                        .asks()
                        .anyMatch(ask -> OF_IT.contains(ask.asked())
                                && words.getOrDefault(ask.field(), Set.of()).stream()
                                        .anyMatch(word -> names(rulebook, ask, word, day))))
                .map(HouseRule::id)
                .distinct()
                .sorted()
                .map(rulebook::card)
                .toList();
    }

    private static boolean names(Rulebook rulebook, Condition.Ask ask, String word, LocalDate day) {
        return ask.asked().ofParameter()
                ? rulebook.words(ask.word(), day).contains(word)
                : ask.word().equals(word);
    }
}
