package org.multipolar.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact with any number of values, seen through a lens. */
public final class Tags {

    private final @Nullable List<String> values;
    private final Lens lens;

    Tags(@Nullable List<String> values, Lens lens) {
        this.values = values;
        this.lens = lens;
    }

    public boolean has(String tag) {
        return values == null ? lens.unknownHolds() : values.contains(tag);
    }

    public boolean lacks(String tag) {
        return values == null ? lens.unknownHolds() : !values.contains(tag);
    }

    /** {@return whether one of the values is on the parameter's list} */
    public boolean hasAnyOf(String parameter) {
        return values == null
                ? lens.unknownHolds()
                : values.stream().anyMatch(lens.parameters().words(parameter)::contains);
    }

    /** {@return whether none of the values is on the parameter's list} */
    public boolean hasNoneOf(String parameter) {
        return values == null
                ? lens.unknownHolds()
                : values.stream().noneMatch(lens.parameters().words(parameter)::contains);
    }
}
