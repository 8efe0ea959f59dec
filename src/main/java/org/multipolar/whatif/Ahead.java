package org.multipolar.whatif;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.Upcoming;

/**
 * What is known to come for a buyer's mix, and which of it changes the mix.
 *
 * @param until last day looked at
 * @param days earliest first; days that touch nothing the buyer could buy are counted, not listed
 * @param untouched days with a change of law, papers or reach that touches nothing
 */
public record Ahead(
        String buyer,
        String buyerName,
        String asOf,
        String until,
        String finding,
        List<Day> days,
        int untouched,
        Map<String, String> digests,
        String solver) {

    /**
     * One day.
     *
     * @param changes rules that come to touch the mix of today, or leave it
     * @param contracts contracts whose last day was the day before
     * @param moves whether the best mix is another from this day on than the day before
     * @param outcome of the search on that day
     * @param scoreChange points to the best mix of the day before, or null where one of the two is missing
     * @param costChange micro-USD a month, likewise
     * @param shares what moves, in words; at most ten
     */
    public record Day(
            String day,
            List<Upcoming> changes,
            List<String> contracts,
            boolean moves,
            String outcome,
            @Nullable Long scoreChange,
            @Nullable Long costChange,
            List<String> shares) {}
}
