package org.multipolar.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.multipolar.rulebook.Field;

/** An engine that has read the rules and judges candidates by them. */
interface Contestant {

    String name();

    /** {@return one judging of these candidates, put into the engine's own form of input, which is not timed} */
    Lap lap(List<Map<Field, List<String>>> candidates);

    /** One judging; only this is timed. */
    interface Lap {

        /** {@return the findings, which the umpire reads after the clock has stopped: per candidate the ids of rules} */
        Supplier<List<List<String>>> judge();
    }
}
