package org.multipolar.rulebook;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fact with any number of values; an unknown one meets every condition or none, as the case is looked at. */
public final class Tags extends Answering {

    private final @Nullable Set<String> values;
    private final Set<String> lists;
    private final boolean unknownHolds;

    private Tags(@Nullable Set<String> values, Set<String> lists, boolean unknownHolds) {
        this.values = values;
        this.lists = lists;
        this.unknownHolds = unknownHolds;
    }

    /** {@return known values, with the parameters that list one of them} */
    static Tags of(Set<String> values, Set<String> lists) {
        return new Tags(values, lists, false);
    }

    static Tags unknown(boolean holds) {
        return new Tags(null, Set.of(), holds);
    }

    public boolean has(String tag) {
        return values == null ? unknownHolds : values.contains(tag);
    }

    public boolean lacks(String tag) {
        return values == null ? unknownHolds : !values.contains(tag);
    }

    /** {@return whether one of the values is on the parameter's list} */
    public boolean hasAnyOf(String parameter) {
        return values == null ? unknownHolds : lists.contains(parameter);
    }

    /** {@return whether none of the values is on the parameter's list} */
    public boolean hasNoneOf(String parameter) {
        return values == null ? unknownHolds : !lists.contains(parameter);
    }
}
