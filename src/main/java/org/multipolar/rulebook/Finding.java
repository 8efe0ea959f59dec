package org.multipolar.rulebook;

import java.util.List;

/**
 * A rule that fired on a candidate, or that would fire if a missing fact turned out one way.
 *
 * @param certain whether it fires whatever the unknown facts are
 * @param unknown the missing facts it turns on; empty when certain, or when nobody states what it asks for
 */
public record Finding(RuleCard rule, boolean certain, List<String> unknown) {

    public Finding {
        unknown = List.copyOf(unknown);
    }
}
