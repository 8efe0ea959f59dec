package org.multipolar.suitability;

import org.multipolar.catalog.Policy;

/** One of the six things a candidate is weighed by. */
public enum Criterion {
    QUALITY("quality"),
    LANGUAGE("language"),
    PRICE("price"),
    SUPPLY("supply"),
    LOCALITY("locality"),
    OPENNESS("openness");

    private final String word;

    Criterion(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** {@return what the buyer's policy lets it weigh, in percent} */
    public int weight(Policy.Weights weights) {
        return switch (this) {
            case QUALITY -> weights.quality();
            case LANGUAGE -> weights.language();
            case PRICE -> weights.price();
            case SUPPLY -> weights.supply();
            case LOCALITY -> weights.locality();
            case OPENNESS -> weights.openness();
        };
    }
}
