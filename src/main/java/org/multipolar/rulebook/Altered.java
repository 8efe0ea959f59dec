package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One thing that reads otherwise in another rulebook; an empty text means that it was not there. */
public record Altered(String what, String old, String fresh) {

    /** {@return what differs between two sets of named texts, in order of name} */
    static List<Altered> between(Map<String, String> old, Map<String, String> fresh) {
        var names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        var altered = new ArrayList<Altered>();
        for (var name : names) {
            var each = new Altered(name, old.getOrDefault(name, ""), fresh.getOrDefault(name, ""));
            if (!each.old().equals(each.fresh())) {
                altered.add(each);
            }
        }
        return List.copyOf(altered);
    }
}
