package org.multipolar.web;

import org.multipolar.catalog.BadInput;

/**
 * Reads parameters of an address.
 *
 * <p>They arrive as text: a number that is none would otherwise pass for an address that does not exist, and a misspelt yes
 * for a no.
 */
final class Parameters {

    private Parameters() {}

    /**
     * {@return the whole number that a text states}
     *
     * @throws BadInput where it states none, or one out of bounds
     */
    static long whole(String key, String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException none) {
            // the message below says it
        }
        throw new BadInput(
                "request", 0, key, "(%s) is not a whole number between %d and %d.".formatted(text, least, most), null);
    }

    /** {@return how many rows of a list are asked for, one at least} */
    static int limit(String text, int most) {
        return Math.toIntExact(whole("limit", text, 1, most));
    }

    /**
     * {@return whether a text says yes}
     *
     * @throws BadInput where it says neither yes nor no
     */
    static boolean flag(String key, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new BadInput("request", 0, key, "(%s) is neither true nor false.".formatted(text), null);
        }
        return text.equals("true");
    }
}
