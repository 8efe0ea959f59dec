package org.multipolar.bench;

import java.time.Duration;

/**
 * How patient the race is at one size.
 *
 * @param warmUp how long each contestant runs before its time counts
 * @param laps how long a contestant's counted laps may take together, once it has ten
 * @param heat how long the rounds after the tenth may take together
 * @param patience a contestant whose ten laps would take longer is left out
 */
record Pace(Duration warmUp, Duration laps, Duration heat, Duration patience) {

    static final int LAPS_AT_LEAST = 10;
    static final int LAPS_AT_MOST = 101;

    static final Pace FULL =
            new Pace(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(20));
    static final Pace QUICK =
            new Pace(Duration.ofMillis(700), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(25));
    static final Pace GROWTH =
            new Pace(Duration.ofMillis(700), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMinutes(1));
}
