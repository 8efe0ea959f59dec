package org.multipolar.enabler;

/** How a price is turned round, since the published sentence on energy can be read in three ways. */
public enum LowerIsBetter {
    /** The cheapest country scores 1, the dearest 0, the others in between on a straight line. */
    CHEAPEST_1_DEAREST_0("cheapest-1-dearest-0"),
    /** The cheapest price over the country's own. */
    CHEAPEST_OVER_PRICE("cheapest-over-price"),
    /** One minus the price over the dearest. */
    SHARE_OF_BEST_INVERTED("share-of-best-inverted");

    private final String word;

    LowerIsBetter(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
