package org.multipolar.bench.solve;

import java.time.Duration;
import org.multipolar.bench.Times;

/**
 * How one contestant did on one instance.
 *
 * @param note what was wrong, with the figures; empty unless it was
 * @param aside starts of programs, in nanoseconds per lap
 * @param limit when it was stopped where it was late
 */
record Showing(Verdict verdict, String note, Times times, Times aside, Duration limit) {

    /** What the umpire says of it. */
    enum Verdict {
        PROVEN,
        WRONG,
        LATE,
        LEFT_OUT
    }

    static Showing leftOut() {
        return new Showing(Verdict.LEFT_OUT, "", new Times(), new Times(), Duration.ZERO);
    }

    boolean proven() {
        return verdict == Verdict.PROVEN;
    }
}
