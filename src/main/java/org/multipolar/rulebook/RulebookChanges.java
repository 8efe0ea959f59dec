package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands otherwise in another rulebook, before anything is judged; each list in order of id.
 *
 * @param sources keys of sources that were added, removed or changed
 * @param gaps places and subjects whose declared gaps were added, removed or changed
 */
public record RulebookChanges(
        List<RuleChange> rules, List<ParameterChange> parameters, List<String> sources, List<String> gaps) {

    public RulebookChanges {
        rules = List.copyOf(rules);
        parameters = List.copyOf(parameters);
        sources = List.copyOf(sources);
        gaps = List.copyOf(gaps);
    }

    /** {@return all that differs} */
    public static RulebookChanges between(Rulebook old, Rulebook fresh) {
        return new RulebookChanges(
                rules(old, fresh),
                parameters(old, fresh),
                Altered.between(texts(old.sources()), texts(fresh.sources())).stream()
                        .map(Altered::what)
                        .toList(),
                Altered.between(gaps(old), gaps(fresh)).stream()
                        .map(Altered::what)
                        .toList());
    }

    /** {@return whether nothing differs at all} */
    public boolean none() {
        return rules.isEmpty() && parameters.isEmpty() && sources.isEmpty() && gaps.isEmpty();
    }

    /** {@return whether a verdict or a mix could move on some day, for more differs than what readers are told} */
    public boolean matter() {
        return rules.stream().anyMatch(rule -> !rule.wordsOnly())
                || parameters.stream().anyMatch(parameter -> !parameter.values().isEmpty());
    }

    private static List<RuleChange> rules(Rulebook old, Rulebook fresh) {
        var changes = new ArrayList<RuleChange>();
        for (var id : both(old.cards().keySet(), fresh.cards().keySet())) {
            var before = RuleInBook.of(old, id);
            var after = RuleInBook.of(fresh, id);
            if (after.card() == null) {
                changes.add(RuleChange.whole(old.card(id), "removed", before, after));
            } else if (before.card() == null) {
                changes.add(RuleChange.whole(after.card(), "added", before, after));
            } else {
                var change = RuleChange.changed(after.card(), before, after);
                if (!change.annotations().isEmpty() || !change.conditions().isEmpty()) {
                    changes.add(change);
                }
            }
        }
        return changes;
    }

    private static List<ParameterChange> parameters(Rulebook old, Rulebook fresh) {
        var users = users(old);
        users(fresh).forEach((id, rules) -> users.merge(id, rules, RulebookChanges::both));
        return both(old.parameters().keySet(), fresh.parameters().keySet()).stream()
                .map(id -> ParameterChange.between(
                        old.parameters().get(id),
                        fresh.parameters().get(id),
                        List.copyOf(users.getOrDefault(id, new TreeSet<>()))))
                .filter(ParameterChange::any)
                .toList();
    }

    /** {@return the rules that turn on each parameter} */
    private static Map<String, Set<String>> users(Rulebook rulebook) {
        var users = new HashMap<String, Set<String>>();
        rulebook.rules().forEach(rule -> rule.when()
                .asks()
                .filter(ask -> ask.asked().ofParameter())
                .forEach(ask -> users.computeIfAbsent(ask.word(), any -> new TreeSet<>())
                        .add(rule.id())));
        rulebook.cards().values().forEach(card -> card.bounds()
                .forEach(bound -> users.computeIfAbsent(bound.parameter(), any -> new TreeSet<>())
                        .add(card.id())));
        return users;
    }

    private static Map<String, String> gaps(Rulebook rulebook) {
        var gaps = new TreeMap<String, String>();
        rulebook.gaps().forEach(gap -> gaps.merge(gap.region() + " " + gap.about(), gap.toString(), String::concat));
        return gaps;
    }

    private static Map<String, String> texts(Map<String, ?> values) {
        var texts = new TreeMap<String, String>();
        values.forEach((key, value) -> texts.put(key, value.toString()));
        return texts;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var both = new TreeSet<>(some);
        both.addAll(others);
        return both;
    }
}
