package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions asked of one demand lately, and the best mix of each. */
final class Remembered {

    private static final int MOST = 12;

    private final List<Asked> kept = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Asked(long[] prices, long[] bySwitch, Found best) {}

    /** {@return the best mix under these prices, or null where that was not asked lately} */
    @Nullable
    Found of(long[] prices, long[] bySwitch) {
        for (var each : kept) {
            if (Arrays.equals(each.prices(), prices) && Arrays.equals(each.bySwitch(), bySwitch)) {
                return each.best();
            }
        }
        return null;
    }

    void note(long[] prices, long[] bySwitch, Found best) {
        kept.add(new Asked(prices, bySwitch, best));
        if (kept.size() > MOST) {
            kept.remove(0);
        }
    }
}
