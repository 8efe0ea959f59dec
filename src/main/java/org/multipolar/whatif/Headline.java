package org.multipolar.whatif;

import java.util.Locale;

/** What a reader is told first. */
final class Headline {

    private Headline() {}

    static String of(Side baseline, Side hold, Side failOver, Side rePlan, int moves) {
        if (!baseline.stands()) {
            return rePlan.stands()
                    ? "There is no mix as things are; under the scenario there is one."
                    : "There is no mix as things are, nor under the scenario.";
        }
        long lost = baseline.capacity() - hold.capacity();
        var first = lost == 0
                ? "Held as it is, the mix keeps running in full"
                : "Held as it is, the mix loses %s percent of its volume".formatted(percent(lost));
        var second = lost == 0
                ? ""
                : failOver.stands()
                        ? "; those under contract can take over at %s".formatted(change(baseline, failOver))
                        : "; those under contract cannot take all of it over";
        var third = !rePlan.stands()
                ? rePlan.outcome().equals("unproven")
                        ? ". The search for a new mix came to no end."
                        : ". No new mix keeps all limits."
                : moves == 0
                        ? ". The same mix stays best, %s.".formatted(change(baseline, rePlan))
                        : ". The new best mix moves %d shares: %s.".formatted(moves, change(baseline, rePlan));
        return first + second + third;
    }

    private static String change(Side old, Side fresh) {
        long score = points(fresh) - points(old);
        long cost = fresh.cost().totalMicroUsd() - old.cost().totalMicroUsd();
        return "%s USD a month, score %s"
                .formatted(
                        cost == 0 ? "the same" : signed(usd(cost)),
                        score == 0 ? "unchanged" : signed(String.valueOf(score)));
    }

    private static long points(Side side) {
        var score = side.score();
        return score == null ? 0 : score;
    }

    private static String signed(String number) {
        return number.startsWith("-") ? number : "+" + number;
    }

    private static String usd(long micro) {
        return java.math.BigDecimal.valueOf(micro, 6)
                .setScale(0, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** {@return ten-thousandths as percent} */
    static String percent(long parts) {
        return parts % 100 == 0
                ? String.valueOf(parts / 100)
                : String.format(Locale.ROOT, "%d.%02d", parts / 100, parts % 100);
    }
}
