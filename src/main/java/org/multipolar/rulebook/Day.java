package org.multipolar.rulebook;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

/**
 * A date; of a month or a year any day may be meant. What is open meets every condition or none, as the case is looked at.
 */
public final class Day extends Answering {

    private final Set<String> surelyEarlier;
    private final Set<String> perhapsEarlier;
    private final boolean known;
    private final boolean unknownHolds;

    private Day(Set<String> surelyEarlier, Set<String> perhapsEarlier, boolean known, boolean unknownHolds) {
        this.surelyEarlier = surelyEarlier;
        this.perhapsEarlier = perhapsEarlier;
        this.known = known;
        this.unknownHolds = unknownHolds;
    }

    /** {@return a date, by the parameters' days that it surely precedes, and those that it may or may not precede} */
    static Day of(Set<String> surelyEarlier, Set<String> perhapsEarlier, boolean openHolds) {
        return new Day(surelyEarlier, perhapsEarlier, true, openHolds);
    }

    static Day unknown(boolean holds) {
        return new Day(Set.of(), Set.of(), false, holds);
    }

    /** {@return whether it falls on the parameter's day or later} */
    public boolean onOrAfter(String parameter) {
        return open(parameter) ? unknownHolds : !surelyEarlier.contains(parameter);
    }

    /** {@return whether it falls before the parameter's day} */
    public boolean earlierThan(String parameter) {
        return open(parameter) ? unknownHolds : surelyEarlier.contains(parameter);
    }

    /** {@return whether the month or year stated may lie before the parameter's day or not} */
    boolean vague(String parameter) {
        return known && perhapsEarlier.contains(parameter);
    }

    private boolean open(String parameter) {
        return !known || perhapsEarlier.contains(parameter);
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
