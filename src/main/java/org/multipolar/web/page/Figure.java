package org.multipolar.web.page;

import java.math.BigDecimal;
import org.multipolar.web.language.Tongue;

/**
 * A figure as people read it and bare, for programs that take tables.
 *
 * @param bare the plain number in the unit of what is said: percent, USD, or a count; empty where there is none
 */
public record Figure(String said, String bare) {

    static final Figure NONE = new Figure("", "");

    static Figure percent(long tenThousandths, Tongue tongue) {
        return new Figure(tongue.tenThousandths(tenThousandths), plain(tenThousandths, 2));
    }

    static Figure count(long number, Tongue tongue) {
        return new Figure(tongue.number(number), String.valueOf(number));
    }

    static Figure usd(long micro, Tongue tongue) {
        return new Figure(tongue.usd(micro), plain(micro, 6));
    }

    /** {@return a number that is known by words alone} */
    static Figure words(String said) {
        return new Figure(said, "");
    }

    static String plain(long number, int decimals) {
        return BigDecimal.valueOf(number, decimals).stripTrailingZeros().toPlainString();
    }
}
