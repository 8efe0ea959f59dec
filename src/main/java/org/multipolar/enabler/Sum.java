package org.multipolar.enabler;

import org.jspecify.annotations.Nullable;

/**
 * The sum that leads from a value to its score. It is put into words where somebody reads it: a start, and every question
 * with figures of its own, makes tens of thousands that nobody does.
 */
public final class Sum {

    /** Of a value that nobody knows. */
    static final Sum NONE = new Sum(null, 0);

    private final @Nullable Yardstick yardstick;
    private final double value;

    private Sum(@Nullable Yardstick yardstick, double value) {
        this.yardstick = yardstick;
        this.value = value;
    }

    static Sum of(Yardstick yardstick, double value) {
        return new Sum(yardstick, value);
    }

    /** {@return the sum in words, or empty} */
    @Override
    public String toString() {
        return yardstick == null ? "" : yardstick.worked(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sum sum && toString().equals(sum.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
