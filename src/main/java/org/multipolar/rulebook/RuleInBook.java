package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One rule id as a rulebook has it.
 *
 * @param card null where the rulebook does not have it
 * @param rules its rule, and any second one for what nobody states, by name
 */
record RuleInBook(String id, @Nullable RuleCard card, Map<String, HouseRule> rules) {

    static RuleInBook of(Rulebook rulebook, String id) {
        var rules = new TreeMap<String, HouseRule>();
        rulebook.rules().stream().filter(rule -> rule.id().equals(id)).forEach(rule -> rules.put(rule.name(), rule));
        return new RuleInBook(id, rulebook.cardOrNull(id), rules);
    }

    /** {@return what stands after each @, and the effect; that of a second rule carries its name} */
    Map<String, String> annotations() {
        var all = new TreeMap<String, String>();
        rules.forEach((name, rule) -> {
            var prefix = name.equals(id) ? "" : name + " @";
            rule.annotations().forEach((key, text) -> all.put(prefix + key, text));
            all.put(prefix + "effect", rule.effect());
        });
        return all;
    }

    /** {@return the first day it holds and the first it no longer does, where stated; a proposal holds on no day} */
    Set<LocalDate> ends() {
        var ends = new TreeSet<LocalDate>();
        if (card != null && !card.switchedOff()) {
            var from = card.from();
            var until = card.until();
            if (from != null) {
                ends.add(from);
            }
            if (until != null) {
                ends.add(until.plusDays(1));
            }
        }
        return ends;
    }
}
