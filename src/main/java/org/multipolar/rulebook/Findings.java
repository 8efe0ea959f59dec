package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.List;

/**
 * What fired: the only thing a rule may touch.
 *
 * <p>Each call notes the rule and the case and does nothing else. Not thread-safe; one per judging.
 */
public final class Findings {

    /** One firing: which rule, on which case, and whether the rule says that nobody states what it asks for. */
    record Hit(String rule, int number, boolean certain) {}

    private final List<Hit> hits = new ArrayList<>();

    public void exclude(String rule, Case fact) {
        note(rule, fact);
    }

    public void oblige(String rule, Case fact) {
        note(rule, fact);
    }

    public void cap(String rule, Case fact) {
        note(rule, fact);
    }

    public void require(String rule, Case fact) {
        note(rule, fact);
    }

    public void penalise(String rule, Case fact) {
        note(rule, fact);
    }

    public void prefer(String rule, Case fact) {
        note(rule, fact);
    }

    /** Notes that nobody states the fact on which the rule turns. */
    public void unstated(String rule, Case fact) {
        hits.add(new Hit(rule, fact.number(), false));
    }

    private void note(String rule, Case fact) {
        hits.add(new Hit(rule, fact.number(), fact.certain()));
    }

    List<Hit> hits() {
        return List.copyOf(hits);
    }
}
