package org.multipolar.web.page;

import java.math.BigDecimal;

/**
 * A figure of a table.
 *
 * @param raw with a decimal point and nothing else, as programs read it; empty where there is none
 * @param shown as readers of the language write it
 */
public record Figure(String raw, String shown) {

    /** {@return whole percent} */
    static Figure percent(long percent, Words words) {
        return new Figure(Long.toString(percent), words.share(percent));
    }

    /** {@return ten-thousandths as percent} */
    static Figure parts(long tenThousandths, Words words) {
        return new Figure(decimal(tenThousandths, 2), words.parts(tenThousandths));
    }

    /** {@return micro-USD as dollars, shown in whole ones} */
    static Figure usd(long micro, Words words) {
        return new Figure(decimal(micro, 6), words.money(micro));
    }

    static Figure count(long number, Words words) {
        return new Figure(Long.toString(number), words.number(number));
    }

    static String decimal(long number, int decimals) {
        return BigDecimal.valueOf(number, decimals).stripTrailingZeros().toPlainString();
    }
}
