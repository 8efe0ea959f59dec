package org.multipolar.rulebook;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fact with one value; an unknown one meets every condition or none, as the case is looked at. */
public final class Text extends Answering {

    private final @Nullable String value;
    private final Set<String> lists;
    private final boolean unknownHolds;

    private Text(@Nullable String value, Set<String> lists, boolean unknownHolds) {
        this.value = value;
        this.lists = lists;
        this.unknownHolds = unknownHolds;
    }

    /** {@return a known value, with the parameters that list it} */
    static Text of(String value, Set<String> lists) {
        return new Text(value, lists, false);
    }

    static Text unknown(boolean holds) {
        return new Text(null, Set.of(), holds);
    }

    /** {@return whether it is this value} */
    public boolean named(String other) {
        return value == null ? unknownHolds : value.equals(other);
    }

    /** {@return whether it is another value} */
    public boolean otherThan(String other) {
        return value == null ? unknownHolds : !value.equals(other);
    }

    /** {@return whether the parameter lists it} */
    public boolean within(String parameter) {
        return value == null ? unknownHolds : lists.contains(parameter);
    }

    /** {@return whether the parameter does not list it} */
    public boolean outside(String parameter) {
        return value == null ? unknownHolds : !lists.contains(parameter);
    }
}
