package org.multipolar.rulebook;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A date, seen through a lens; of a month or a year any day may be meant. */
public final class Day {

    private final @Nullable LocalDate earliest;
    private final @Nullable LocalDate latest;
    private final Lens lens;

    Day(@Nullable String iso, Lens lens) {
        this.earliest = iso == null ? null : earliest(iso);
        this.latest = iso == null ? null : latest(iso);
        this.lens = lens;
    }

    /** {@return whether it falls on the parameter's day or later} */
    public boolean onOrAfter(String parameter) {
        return !earlier(parameter, !lens.unknownHolds());
    }

    /** {@return whether it falls before the parameter's day} */
    public boolean earlierThan(String parameter) {
        return earlier(parameter, lens.unknownHolds());
    }

    private boolean earlier(String parameter, boolean whenOpen) {
        if (earliest == null || latest == null) {
            return whenOpen;
        }
        var day = lens.parameters().day(parameter);
        return latest.isBefore(day) || (earliest.isBefore(day) && whenOpen);
    }

    /** {@return the first day that an ISO day, month or year may mean} */
    static LocalDate earliest(String iso) {
        return switch (iso.length()) {
            case 4 -> LocalDate.parse(iso + "-01-01");
            case 7 -> YearMonth.parse(iso).atDay(1);
            default -> LocalDate.parse(iso);
        };
    }

    /** {@return the last day that an ISO day, month or year may mean} */
    static LocalDate latest(String iso) {
        return switch (iso.length()) {
            case 4 -> LocalDate.parse(iso + "-12-31");
            case 7 -> YearMonth.parse(iso).atEndOfMonth();
            default -> LocalDate.parse(iso);
        };
    }
}
