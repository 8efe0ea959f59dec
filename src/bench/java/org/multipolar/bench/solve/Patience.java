package org.multipolar.bench.solve;

import java.time.Duration;

/**
 * How long the race waits.
 *
 * @param limit the longest that a solve may take
 * @param least nobody is stopped before this
 * @param laps how many a contestant runs on an instance
 * @param each what the laps of a contestant on an instance may take together before it runs no more
 */
record Patience(Duration limit, Duration least, int laps, Duration each) {

    static final Patience FULL =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(1), 5, Duration.ofMillis(1_200));
    static final Patience QUICK =
            new Patience(Duration.ofSeconds(3), Duration.ofMillis(500), 3, Duration.ofMillis(300));

    private static final int TIMES_THE_FASTEST = 4;

    /** {@return when to stop somebody where the fastest took so many nanoseconds} */
    Duration limit(long fastest) {
        if (fastest > limit.toNanos() / TIMES_THE_FASTEST) {
            return limit;
        }
        var enough = Duration.ofNanos(fastest * TIMES_THE_FASTEST);
        var stop = enough.compareTo(least) < 0 ? least : enough;
        // Programs take whole seconds.
        return Duration.ofSeconds(-Math.floorDiv(-stop.toMillis(), 1_000));
    }
}
