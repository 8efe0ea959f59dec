package org.multipolar.web.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.web.language.Tongue;

/** Writes figures, scores, places and intervals in the language of a page. */
final class Figures {

    private static final int DECIMALS = 4;

    private final Tongue tongue;

    Figures(Tongue tongue) {
        this.tongue = tongue;
    }

    /** {@return a figure as it was found, to four decimals, or to four digits where it is smaller than that} */
    String figure(double value) {
        var exact = BigDecimal.valueOf(value).stripTrailingZeros();
        if (exact.scale() <= 0) {
            return tongue.decimal(value, 0);
        }
        var rounded = Math.abs(value) < 0.001
                ? exact.round(new MathContext(DECIMALS))
                : exact.setScale(Math.min(exact.scale(), DECIMALS), RoundingMode.HALF_UP);
        return tongue.decimal(rounded.doubleValue(), Math.max(0, rounded.scale()));
    }

    /** {@return a figure for a sentence: whole from a thousand on, else to three digits} */
    String brief(double value) {
        if (Math.abs(value) >= 1000) {
            return tongue.decimal(value, 0);
        }
        return times(value);
    }

    /** {@return a score between 0 and 1 to two decimals} */
    String score(@Nullable Double value) {
        return value == null ? tongue.say("countries.unknown") : tongue.decimal(rounded(value), 2);
    }

    /** {@return a score as a picture's classes count it: rounded as it is printed, so that both never disagree} */
    static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }

    /** {@return a difference of scores, always with its sign} */
    String gap(double gap) {
        var rounded = rounded(gap);
        return (rounded < 0 ? "\u2212" : "+") + tongue.decimal(Math.abs(rounded), 2);
    }

    /** {@return a place, or the middle between two, such as 12 or 12.5} */
    String place(double place) {
        double tenths = Math.rint(place * 10) / 10;
        return tongue.decimal(tenths, tenths == Math.rint(tenths) ? 0 : 1);
    }

    /** {@return the two ends of an interval of scores, or "" where there is none} */
    String scores(@Nullable List<Double> interval) {
        return interval == null ? "" : between(score(interval.get(0)), score(interval.get(2)));
    }

    /** {@return the two ends of an interval of places, or "" where there is none} */
    String places(@Nullable List<Double> interval) {
        if (interval == null) {
            return "";
        }
        var from = place(interval.get(0));
        var to = place(interval.get(2));
        return from.equals(to) ? from : between(from, to);
    }

    String between(String from, String to) {
        return tongue.say("countries.from-to", from, to);
    }

    /** {@return how many times one is the other, to three digits} */
    String times(double ratio) {
        var rounded = BigDecimal.valueOf(ratio).round(new MathContext(3)).stripTrailingZeros();
        return tongue.decimal(rounded.doubleValue(), Math.max(0, rounded.scale()));
    }

    /** {@return a share of 1 in whole percent} */
    String percent(double share) {
        return tongue.percent(Math.round(100 * share));
    }

    /** {@return a number with one decimal} */
    String tenth(double value) {
        return tongue.decimal(value, 1);
    }

    /** {@return a number as a machine reads it} */
    static String bare(@Nullable Double value) {
        return value == null
                ? ""
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
