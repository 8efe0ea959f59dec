package org.multipolar.rulebook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something holds, both ends included.
 *
 * @param from first day, or null for always
 * @param until last day, or null for ever
 */
record Window(@Nullable LocalDate from, @Nullable LocalDate until) {

    static Window of(RuleCard card) {
        return new Window(card.from(), card.until());
    }

    boolean empty() {
        return from != null && until != null && until.isBefore(from);
    }

    boolean includes(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** {@return whether it holds on every day on which the other does} */
    boolean covers(Window other) {
        boolean asEarly = from == null || (other.from != null && !other.from.isBefore(from));
        boolean asLate = until == null || (other.until != null && !other.until.isAfter(until));
        return asEarly && asLate;
    }

    /** {@return the days on which both hold} */
    Window common(Window other) {
        var later = from == null || (other.from != null && other.from.isAfter(from)) ? other.from : from;
        var earlier = until == null || (other.until != null && other.until.isBefore(until)) ? other.until : until;
        return new Window(later, earlier);
    }
}
