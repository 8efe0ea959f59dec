package org.multipolar.web.page;

/**
 * Work that goes on in the background, as a page tells it.
 *
 * @param title of what is worked out
 * @param again address at which the page looks again by itself
 * @param still address at which it does not
 * @param looksAgain whether it does now
 * @param cancel address to which a cancellation is posted, or empty where there is none
 * @param back address of what was asked, or empty where there is none
 */
public record Working(String title, String again, String still, boolean looksAgain, String cancel, String back) {

    /** {@return the same with a way to end it and a way back} */
    public Working ending(String end, String asked) {
        return new Working(title, again, still, looksAgain, end, asked);
    }
}
