package org.multipolar.bench;

import java.util.List;

/** A rule of the race: it leaves a finding where all its conditions hold. */
record RaceRule(String id, List<Condition> conditions) {

    RaceRule {
        conditions = List.copyOf(conditions);
    }
}
