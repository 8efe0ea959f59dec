package org.multipolar.rulebook;

/**
 * A rule with its card and the days on which it holds.
 *
 * @param otherwise what holds exactly where its conditions do not
 */
record Provision(HouseRule rule, RuleCard card, Window window, Condition otherwise) {

    static Provision of(HouseRule rule, RuleCard card) {
        return new Provision(rule, card, Window.of(card), Satisfiability.not(rule.when()));
    }

    Condition when() {
        return rule.when();
    }

    String id() {
        return card.id();
    }

    /** {@return whether it fires with certainty and has this effect} */
    boolean does(Effect effect) {
        return card.effect() == effect && !rule.unstated();
    }
}
