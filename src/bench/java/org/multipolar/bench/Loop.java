package org.multipolar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.multipolar.rulebook.Field;

/** The floor: a hand-written loop over the same predicates. */
record Loop(HandWritten rules) implements Contestant {

    @Override
    public String name() {
        return "hand-written loop";
    }

    @Override
    public Lap lap(List<Map<Field, List<String>>> candidates) {
        var plain = candidates.stream().map(PlainCandidate::new).toList();
        return () -> judged(plain);
    }

    private Supplier<List<List<String>>> judged(List<PlainCandidate> candidates) {
        var all = new ArrayList<List<String>>(candidates.size());
        for (var candidate : candidates) {
            var findings = new ArrayList<String>();
            rules.judge(candidate, findings);
            all.add(findings);
        }
        return () -> all;
    }
}
