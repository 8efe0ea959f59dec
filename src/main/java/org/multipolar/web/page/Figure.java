package org.multipolar.web.page;

import java.math.BigDecimal;
import org.multipolar.web.language.Tongue;

/**
 * A figure of a table, as people read it and as programs that take tables do.
 *
 * @param bare (a template reads "raw" as "unescaped") the plain number with a decimal point, in the unit of what is shown; empty where there is none
 * @param shown as readers of the language write it
 */
public record Figure(String bare, String shown) {

    static final Figure NONE = new Figure("", "");

    /** {@return whole percent} */
    static Figure percent(long percent, Tongue tongue) {
        return new Figure(Long.toString(percent), tongue.percent(percent));
    }

    /** {@return ten-thousandths as percent} */
    static Figure parts(long tenThousandths, Tongue tongue) {
        return new Figure(plain(tenThousandths, 2), tongue.tenThousandths(tenThousandths));
    }

    /** {@return micro-USD as dollars, shown in whole ones} */
    static Figure usd(long micro, Tongue tongue) {
        return new Figure(plain(micro, 6), tongue.usd(micro));
    }

    static Figure count(long number, Tongue tongue) {
        return new Figure(Long.toString(number), tongue.number(number));
    }

    /** {@return what is known by words alone} */
    static Figure words(String said) {
        return new Figure("", said);
    }

    /** {@return a number of so many decimals, without needless ones} */
    static String plain(long number, int decimals) {
        return BigDecimal.valueOf(number, decimals).stripTrailingZeros().toPlainString();
    }
}
