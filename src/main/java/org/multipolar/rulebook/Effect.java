package org.multipolar.rulebook;

/** What a rule does to a candidate on which it fires. */
public enum Effect {
    EXCLUDE,
    OBLIGE,
    CAP,
    REQUIRE,
    PENALISE,
    PREFER;

    /** {@return the word that rules, answers and case files use} */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
