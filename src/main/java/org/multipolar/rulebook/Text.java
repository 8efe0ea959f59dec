package org.multipolar.rulebook;

import org.jspecify.annotations.Nullable;

/** A fact with one value, seen through a lens. */
public final class Text {

    private final @Nullable String value;
    private final Lens lens;

    Text(@Nullable String value, Lens lens) {
        this.value = value;
        this.lens = lens;
    }

    /** {@return whether it is this value} */
    public boolean named(String other) {
        return value == null ? lens.unknownHolds() : value.equals(other);
    }

    /** {@return whether it is another value} */
    public boolean otherThan(String other) {
        return value == null ? lens.unknownHolds() : !value.equals(other);
    }

    /** {@return whether the parameter lists it} */
    public boolean within(String parameter) {
        return value == null
                ? lens.unknownHolds()
                : lens.parameters().words(parameter).contains(value);
    }

    /** {@return whether the parameter does not list it} */
    public boolean outside(String parameter) {
        return value == null
                ? lens.unknownHolds()
                : !lens.parameters().words(parameter).contains(value);
    }
}
