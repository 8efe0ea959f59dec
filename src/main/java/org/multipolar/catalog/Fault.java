package org.multipolar.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an input, where, and what to do about it.
 *
 * @param line line in the file, counted from one; 0 where a whole file is meant
 * @param field path of the field, or empty
 */
public record Fault(String file, int line, String field, String what, @Nullable String maybe) {

    /** {@return the same fault where the file is known by another name} */
    public Fault in(String name) {
        return new Fault(name, line, field, what, maybe);
    }

    /** {@return the message a person reads: place, fact, advice} */
    public String message() {
        String place = file + (line > 0 ? ":" + line : "") + (field.isEmpty() ? "" : " [" + field + "]");
        return place + ": " + what + (maybe == null ? "" : System.lineSeparator() + "Maybe " + maybe);
    }
}
