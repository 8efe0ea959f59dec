package org.multipolar.rulebook;

import java.util.List;

/** The verdict on one set of facts, with the findings it folds from, in order of rule id. */
public record Judgement(Verdict verdict, List<Finding> findings) {

    public Judgement {
        findings = List.copyOf(findings);
    }
}
