package org.multipolar.catalog;

/** How much of a model a buyer keeps if its maker stops. */
public enum Openness {
    OPEN_SOURCE("open-source"),
    OPEN_WEIGHTS("open-weights"),
    CLOSED("closed");

    private final String word;

    Openness(String word) {
        this.word = word;
    }

    /** {@return the word profiles, rules and answers use} */
    public String word() {
        return word;
    }

    public boolean open() {
        return this != CLOSED;
    }
}
