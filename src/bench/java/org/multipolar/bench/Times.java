package org.multipolar.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long the laps of one contestant took, in nanoseconds. Not thread-safe. */
final class Times {

    private final List<Long> laps = new ArrayList<>();
    private long total;

    void add(long nanoseconds) {
        laps.add(nanoseconds);
        total += nanoseconds;
    }

    int count() {
        return laps.size();
    }

    long total() {
        return total;
    }

    long median() {
        return rank(50);
    }

    long least() {
        return rank(0);
    }

    /** {@return the 99th percentile by nearest rank; of fewer than a hundred laps that is the slowest} */
    long p99() {
        return rank(99);
    }

    private long rank(int percent) {
        var sorted = new ArrayList<>(laps);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }
}
