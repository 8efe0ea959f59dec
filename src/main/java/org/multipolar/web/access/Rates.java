package org.multipolar.web.access;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each caller may ask: so many a second, and so many at once after a rest. Safe for use by many threads.
 *
 * <p>One number a caller: when what it asked so far will be paid off (the generic cell rate algorithm). Callers beyond the most
 * remembered push out whoever asked longest ago, who then begins anew.
 */
public final class Rates {

    private final long nanosEach;
    private final long nanosAhead;
    private final Map<String, Long> paidOff;

    /**
     * @param perSecond questions a second; 0 for no limit
     * @param burst questions at once after a rest, at least 1
     * @param mostCallers callers remembered
     */
    public Rates(int perSecond, int burst, int mostCallers) {
        if (perSecond < 0 || burst < 1 || mostCallers < 1) {
            throw new IllegalArgumentException(
                    "No rate: %d a second, %d at once, of %d callers.".formatted(perSecond, burst, mostCallers)
                            + System.lineSeparator()
                            + "Maybe 0 a second is meant, for no limit.");
        }
        this.nanosEach = perSecond == 0 ? 0 : 1_000_000_000L / perSecond;
        this.nanosAhead = nanosEach * (burst - 1);
        this.paidOff = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > mostCallers;
            }
        };
    }

    /**
     * {@return nanoseconds until the caller may ask; 0 where it may now, which counts as asked}
     *
     * @param now nanoseconds of a clock that never goes back
     */
    public long wait(String caller, long now) {
        if (nanosEach == 0) {
            return 0;
        }
        synchronized (paidOff) {
            var owed = paidOff.get(caller);
            long from = owed == null || owed - now < 0 ? now : owed;
            long wait = from - now - nanosAhead;
            if (wait > 0) {
                return wait;
            }
            paidOff.put(caller, from + nanosEach);
            return 0;
        }
    }

    int remembered() {
        synchronized (paidOff) {
            return paidOff.size();
        }
    }
}
