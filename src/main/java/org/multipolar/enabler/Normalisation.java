package org.multipolar.enabler;

/** How a measured value becomes a score between 0 and 1. */
public enum Normalisation {
    /** Value over the highest value of any country: 0 is absolute zero, 1 the best there is. */
    SHARE_OF_BEST("share-of-best");

    private final String word;

    Normalisation(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
