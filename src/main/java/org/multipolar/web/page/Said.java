package org.multipolar.web.page;

/**
 * A text, and whose it is: ours, in the reader's language, or as it was written, in English.
 *
 * @param english whether it stands as it was written
 */
public record Said(String text, boolean english) {

    static Said ours(String text) {
        return new Said(text, false);
    }

    static Said written(String text) {
        return new Said(text, true);
    }
}
