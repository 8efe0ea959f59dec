package org.multipolar.enabler;

/**
 * One thing that uncertainty varies.
 *
 * @param id as in the method file
 * @param over what it is varied over, in words
 */
record Factor(String id, String over, Change change) {

    /** Changes a draw's inputs by chance. */
    @FunctionalInterface
    interface Change {
        void to(Draft draft, Chance chance);
    }
}
