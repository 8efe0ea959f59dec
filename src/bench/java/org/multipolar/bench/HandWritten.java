package org.multipolar.bench;

import java.util.List;
import java.util.function.Predicate;

/** Rules as an engineer without an engine would write them: one if after the other. */
public interface HandWritten {

    /** Adds the id of each rule that fires. */
    void judge(PlainCandidate candidate, List<String> findings);

    /** {@return the same conditions, rule by rule, for engines that take Java} */
    List<Predicate<PlainCandidate>> predicates();
}
