package org.multipolar.web;

import org.jspecify.annotations.Nullable;
import org.multipolar.sweep.SweepReport;

/**
 * How far a sweep is.
 *
 * @param state waiting, running, done, cancelled or failed
 * @param done futures worked out by this process so far, of how many; those that vary one thing alone count too while it runs
 * @param finding the result in a sentence; empty where only progress is asked for
 * @param problem what went wrong, or empty
 * @param report null where only progress is asked for, and where there is none; partial unless the sweep is done
 */
public record SweepShown(
        String id,
        String buyer,
        String title,
        String asOf,
        String state,
        int done,
        int of,
        String finding,
        String problem,
        @Nullable SweepReport report) {

    boolean ended() {
        return !state.equals(SweepTable.WAITING) && !state.equals(SweepTable.RUNNING);
    }
}
