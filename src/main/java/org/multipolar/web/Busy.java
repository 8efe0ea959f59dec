package org.multipolar.web;

/** More questions wait than will be answered soon. */
public final class Busy extends RuntimeException {

    /** Places come free within a second or two; sooner, all who were told would come at once. */
    static final int COME_BACK_SECONDS = 5;

    private static final long serialVersionUID = 1L;

    Busy() {
        super("More questions wait than are answered soon." + System.lineSeparator()
                + "Maybe ask again in a few seconds.");
    }
}
