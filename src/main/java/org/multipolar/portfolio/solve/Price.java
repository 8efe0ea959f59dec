package org.multipolar.portfolio.solve;

import java.math.BigInteger;

/**
 * The price of a shared row: a whole number of parts of a power of two, so that what it makes of whole numbers is exact.
 *
 * @param parts few enough bits that most products fit into one word
 */
record Price(long parts, int shift) {

    static final Price NONE = new Price(0, 0);
    private static final int BITS = 28;
    private static final int WORD = 62;

    /** {@return the price nearest to this double; what rounding gives away is closeness, never truth} */
    static Price of(double dual) {
        if (dual == 0 || !Double.isFinite(dual)) {
            return NONE;
        }
        int shift = BITS - 1 - Math.getExponent(dual);
        long parts = Math.round(Math.scalb(dual, shift));
        return new Price(parts, shift);
    }

    /** {@return the price of so many units, rounded down} */
    long floor(long units) {
        if (parts == 0 || units == 0) {
            return 0;
        }
        int bits = Long.SIZE
                - Long.numberOfLeadingZeros(Math.abs(parts))
                + Long.SIZE
                - Long.numberOfLeadingZeros(Math.abs(units));
        if (bits + Math.max(0, -shift) <= WORD) {
            long product = parts * units;
            return shift >= 0
                    ? (shift >= Long.SIZE ? product >> (Long.SIZE - 1) : product >> shift)
                    : product << -shift;
        }
        return BigInteger.valueOf(parts)
                .multiply(BigInteger.valueOf(units))
                .shiftRight(shift)
                .longValueExact();
    }

    long ceil(long units) {
        return -floor(-units);
    }
}
