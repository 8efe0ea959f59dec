package org.multipolar.enabler;

import org.jspecify.annotations.Nullable;

/**
 * One indicator's value for one unit, as found or as made of the members' values.
 *
 * @param year year it speaks of, the oldest of its members' for a bloc, or null for an absence that means zero
 * @param partial whether only some members of the bloc have a value
 */
record Figure(double value, @Nullable Integer year, String quality, String source, String note, boolean partial) {

    static Figure noneListed() {
        return new Figure(0, null, "derived", "", "not in the list, which means none", false);
    }
}
