package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.List;

/**
 * What fired: the only thing a rule may touch.
 *
 * <p>Each call notes the rule and the case and does nothing else. Not thread-safe; one per judging.
 */
public final class Findings {

    /** One firing: a rule, on a case whose unknown facts were taken as meeting its conditions. */
    record Hit(String rule, Case fact, boolean unstated) {}

    private final List<Hit> hits = new ArrayList<>();

    public void exclude(String rule, Case fact) {
        note(rule, fact, false);
    }

    public void oblige(String rule, Case fact) {
        note(rule, fact, false);
    }

    public void cap(String rule, Case fact) {
        note(rule, fact, false);
    }

    public void require(String rule, Case fact) {
        note(rule, fact, false);
    }

    public void penalise(String rule, Case fact) {
        note(rule, fact, false);
    }

    public void prefer(String rule, Case fact) {
        note(rule, fact, false);
    }

    /** Notes that nobody states the fact on which the rule turns. */
    public void unstated(String rule, Case fact) {
        note(rule, fact, true);
    }

    void note(HouseRule rule, Case fact) {
        note(rule.id(), fact, rule.unstated());
    }

    private void note(String rule, Case fact, boolean unstated) {
        hits.add(new Hit(rule, fact, unstated));
    }

    List<Hit> hits() {
        return hits;
    }
}
