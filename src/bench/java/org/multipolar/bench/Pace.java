package org.multipolar.bench;

import java.time.Duration;

/**
 * How patient the race is at one size.
 *
 * @param warmUp how long each contestant runs before its time counts
 * @param laps how long a contestant's counted laps may take together, once it has ten
 * @param heat how long all rounds may take together, once there were ten
 * @param patience a contestant whose ten laps would take longer is left out
 */
record Pace(Duration warmUp, Duration laps, Duration heat, Duration patience) {

    static final int LAPS_AT_LEAST = 10;
    static final int LAPS_AT_MOST = 101;

    static final Pace FULL =
            new Pace(Duration.ofMillis(1000), Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofSeconds(16));
    static final Pace QUICK =
            new Pace(Duration.ofMillis(700), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(10));
    static final Pace GROWTH =
            new Pace(Duration.ofMillis(700), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(60));
}
