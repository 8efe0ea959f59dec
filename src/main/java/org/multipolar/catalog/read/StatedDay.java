package org.multipolar.catalog.read;

import java.time.YearMonth;
import java.util.regex.Pattern;

/** A day as tables state it, or where nobody said more, a month or a year. */
public final class StatedDay {

    private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final String FIRST = "-01-01";
    private static final int YEAR = 4;
    private static final int MONTHS = 12;

    private StatedDay() {}

    /** {@return whether a text is an ISO day, month or year that is in the calendar} */
    public static boolean is(String text) {
        return FORM.matcher(text).matches() && isInCalendar(text + FIRST.substring(text.length() - YEAR));
    }

    /** Tables hold thousands of days, and a parser of every form that a day can have takes its time. */
    private static boolean isInCalendar(String day) {
        int month = Integer.parseInt(day, YEAR + 1, YEAR + 3, 10);
        int ofMonth = Integer.parseInt(day, YEAR + 4, YEAR + 6, 10);
        return month >= 1
                && month <= MONTHS
                && ofMonth >= 1
                && ofMonth
                        <= YearMonth.of(Integer.parseInt(day, 0, YEAR, 10), month)
                                .lengthOfMonth();
    }
}
