package org.multipolar.rulebook;

import org.jspecify.annotations.Nullable;

/** A quantity, seen through a lens. */
public final class Amount {

    private final @Nullable Double value;
    private final Lens lens;

    Amount(@Nullable String value, Lens lens) {
        this.value = value == null ? null : Double.valueOf(value);
        this.lens = lens;
    }

    public boolean atLeast(String parameter) {
        return value == null ? lens.unknownHolds() : value >= lens.parameters().amount(parameter);
    }

    public boolean below(String parameter) {
        return value == null ? lens.unknownHolds() : value < lens.parameters().amount(parameter);
    }
}
