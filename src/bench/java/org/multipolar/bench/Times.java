package org.multipolar.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;

/** How long the laps of one contestant took, in nanoseconds. Not thread-safe. */
public final class Times {

    private final List<Long> laps = new ArrayList<>();
    private long total;

    public void add(long nanoseconds) {
        laps.add(nanoseconds);
        total += nanoseconds;
    }

    public int count() {
        return laps.size();
    }

    public long total() {
        return total;
    }

    public long median() {
        return rank(50);
    }

    long least() {
        return rank(0);
    }

    /** {@return the 99th percentile by nearest rank; of fewer than a hundred laps that is the slowest} */
    public long p99() {
        return rank(99);
    }

    /** {@return the slowest} */
    public long most() {
        return rank(100);
    }

    public void forEach(LongConsumer each) {
        laps.forEach(each::accept);
    }

    private long rank(int percent) {
        var sorted = new ArrayList<>(laps);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }
}
