package org.multipolar.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;

/** Why a request is turned away, as it is counted under the name multipolar.refused. */
enum TurnedAway {
    OVERLOAD,
    ROLE,
    BUYER,
    RATE,
    SLOW;

    void count() {
        counter().increment();
    }

    /** Makes all of them known as nought, so that the first is an increase and not a beginning. */
    static void begin() {
        for (var each : values()) {
            each.counter();
        }
    }

    private Counter counter() {
        return Metrics.counter("multipolar.refused", "reason", name().toLowerCase(Locale.ROOT));
    }
}
