package org.multipolar.catalog.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A day as tables state it, or where nobody said more, a month or a year. */
public final class StatedDay {

    private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final String FIRST = "-01-01";
    private static final int YEAR = 4;

    private StatedDay() {}

    /** {@return whether a text is an ISO day, month or year that is in the calendar} */
    public static boolean is(String text) {
        return FORM.matcher(text).matches() && isInCalendar(text + FIRST.substring(text.length() - YEAR));
    }

    private static boolean isInCalendar(String day) {
        try {
            LocalDate.parse(day);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
