package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one rule, as they were and as they are.
 *
 * @param rule the rule's whole name; an id may have a second rule for what nobody states
 * @param old its lines joined by and, or empty where the rule was not there
 * @param gone lines that only the old one has
 * @param added lines that only the fresh one has
 */
public record ConditionChange(String rule, String old, String fresh, List<String> gone, List<String> added) {

    public ConditionChange {
        gone = List.copyOf(gone);
        added = List.copyOf(added);
    }

    /** {@return the rules of one id, by name, whose lines differ; the order of lines cannot matter and does not count} */
    static List<ConditionChange> between(Map<String, HouseRule> old, Map<String, HouseRule> fresh) {
        var names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        var changes = new ArrayList<ConditionChange>();
        for (var name : names) {
            var before = lines(old.get(name));
            var after = lines(fresh.get(name));
            if (!before.equals(after)) {
                changes.add(new ConditionChange(
                        name,
                        text(old.get(name)),
                        text(fresh.get(name)),
                        without(before, after),
                        without(after, before)));
            }
        }
        return List.copyOf(changes);
    }

    private static TreeSet<String> lines(@Nullable HouseRule rule) {
        var lines = new TreeSet<String>();
        if (rule != null) {
            rule.when().parts().forEach(part -> lines.add(part.text()));
        }
        return lines;
    }

    private static String text(@Nullable HouseRule rule) {
        return rule == null ? "" : rule.when().text();
    }

    private static List<String> without(TreeSet<String> lines, TreeSet<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }
}
