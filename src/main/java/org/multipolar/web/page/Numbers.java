package org.multipolar.web.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Prints figures in English, and lays numbers on the axes of pictures; {@link Figures} writes them in any language. */
final class Numbers {

    private static final int DECIMALS = 4;

    private Numbers() {}

    /** {@return a figure as it was found, to four decimals, or to four digits where it is smaller than that} */
    static String figure(double value) {
        var exact = BigDecimal.valueOf(value).stripTrailingZeros();
        if (exact.scale() <= 0) {
            return String.format(Locale.ROOT, "%,d", exact.toBigInteger());
        }
        var rounded = Math.abs(value) < 0.001
                ? exact.round(new MathContext(DECIMALS))
                : exact.setScale(Math.min(exact.scale(), DECIMALS), RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }

    /** {@return a length or position on a picture as a percentage of its width, so that pictures fit any screen} */
    static String across(double percent) {
        return String.format(Locale.ROOT, "%.2f%%", percent);
    }

    static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** {@return the words as a list in a sentence: a, b and c} */
    static String listed(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
